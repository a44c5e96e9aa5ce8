import { useHallNow } from '../../client/hall-clock';
import { useHallClock } from '../../ui/office/hall-time';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';

const minute = 60_000;
const fiveMinutes = 5 * minute;

/** When something is expected to end: in so many minutes from now or a little later, by a press, or not known. `end`: milliseconds. */
export function EndChoice(props: {
  readonly label: string;
  readonly minutes: readonly number[];
  readonly end: number | null;
  readonly onChoose: (end: number | null) => void;
}) {
  const { end, onChoose } = props;
  const { t } = useTexts();
  const clock = useHallClock();
  const now = useHallNow(15_000);
  const endIn = (minutes: number) => Math.ceil((now + minutes * minute) / fiveMinutes) * fiveMinutes;
  return (
    <fieldset className={styles.usual} aria-label={props.label}>
      <legend className={styles.legend}>{props.label}</legend>
      <button
        type="button"
        className={styles.choice}
        aria-pressed={end === null}
        onClick={() => onChoose(null)}
      >
        {t('end.unknown')}
      </button>
      {props.minutes.map(endIn).map((each, index) => (
        <button
          key={props.minutes[index]}
          type="button"
          className={styles.choice}
          aria-pressed={end === each}
          onClick={() => onChoose(each)}
        >
          {clock(each)}
        </button>
      ))}
    </fieldset>
  );
}
