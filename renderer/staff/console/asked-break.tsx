import { IconCoffee } from '@tabler/icons-react';
import type { DeskSnapshot } from '../../../electron/contract/staff';
import { useHallClock } from '../../ui/office/hall-time';
import { useTexts } from '../texts';
import styles from './console.module.css';

/** The break that was asked for at this desk, and what became of it; nothing where none was. */
export function AskedBreak(props: {
  readonly snapshot: DeskSnapshot;
  readonly ready: boolean;
  readonly onWithdraw: () => void;
}) {
  const { ready } = props;
  const { breakAsked } = props.snapshot.desk;
  const { t } = useTexts();
  const clock = useHallClock();
  if (!breakAsked) return null;
  const { answer, minutes, reason, since } = breakAsked;
  const isDeclined = answer?.granted === false;
  const name = answer?.by.displayName ?? '';
  return (
    <p className={styles.stopped}>
      <IconCoffee size={20} aria-hidden />
      <span role="status">
        {!answer && t('break.asked', { minutes, reason, time: clock(since) })}
        {answer?.granted && (
          <strong>
            {t('break.granted', { name, minutes, number: props.snapshot.ticket?.number ?? '' })}
          </strong>
        )}
        {isDeclined && <strong>{t('break.declined', { name })}</strong>}
        {answer?.word && ` ${answer.word}`}
      </span>
      <button
        type="button"
        className={styles.link}
        aria-disabled={!ready}
        onClick={() => ready && props.onWithdraw()}
      >
        {t(isDeclined ? 'break.seen' : 'break.takeBack')}
      </button>
    </p>
  );
}
