import { counterIcons } from '../../../electron/contract/counter-icons';
import { CounterIcon } from '../../ui/counter-icon';
import fields from '../edit/fields.module.css';
import { useTexts } from '../texts/use-texts';
import styles from './icon-choice.module.css';

/** A counter's picture, chosen by looking; the arrow keys go from one to the next. */
export function IconChoice(props: {
  readonly value: string;
  readonly readOnly: boolean;
  readonly onChange: (icon: string) => void;
}) {
  const { t } = useTexts();
  return (
    <fieldset className={styles.icons}>
      <legend className={fields.legend}>
        {t('counters.icon')} <span className={fields.help}>{t('counters.icon.help')}</span>
      </legend>
      {counterIcons.map((icon) => (
        <label key={icon} className={styles.icon} title={t(`icon.${icon}`)}>
          <input
            type="radio"
            name="counter-icon"
            aria-label={t(`icon.${icon}`)}
            disabled={props.readOnly}
            checked={props.value === icon}
            onChange={() => props.onChange(icon)}
          />
          <CounterIcon name={icon} size={26} />
        </label>
      ))}
    </fieldset>
  );
}
