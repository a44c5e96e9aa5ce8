import type { Officer, QueueTicket } from '../../../electron/contract/staff';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';

/** The officers at work, colleagues of the same service first, to send a visitor to one of them. */
export function OfficerChoice(props: {
  readonly officers: readonly Officer[];
  readonly ticket: Pick<QueueTicket, 'service'>;
  readonly chosen: Officer | null;
  readonly onChoose: (officer: Officer | null) => void;
}) {
  const { officers, ticket, chosen, onChoose } = props;
  const { t } = useTexts();
  const serves = (officer: Officer) => officer.serviceIds.includes(ticket.service.id);
  const sorted = [...officers.filter(serves), ...officers.filter((each) => !serves(each))];
  if (sorted.length === 0) return null;
  return (
    <fieldset className={styles.officers}>
      <legend className={styles.legend}>{t('transfer.toOfficer')}</legend>
      {sorted.map((each) => (
        <button
          key={each.id}
          type="button"
          className={styles.choice}
          aria-pressed={chosen?.id === each.id}
          onClick={() => onChoose(chosen?.id === each.id ? null : each)}
        >
          {t(each.isResting ? 'transfer.officerRests' : 'transfer.officer', {
            name: each.displayName,
            code: each.counter.code,
            label: each.desk.label,
          })}
        </button>
      ))}
    </fieldset>
  );
}
