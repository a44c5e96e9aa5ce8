import type { QueueTicket } from '../../../electron/contract/staff';
import { useTexts } from '../texts';
import styles from './waiting-list.module.css';

/** Shows of the line only who waits for one service; `chosen` null: everybody. Nothing where all wait for the same. */
export function ServiceFilter(props: {
  readonly waiting: readonly QueueTicket[];
  readonly severalCounters: boolean;
  readonly chosen: string | null;
  readonly onChoose: (serviceId: string | null) => void;
}) {
  const { waiting, severalCounters, chosen, onChoose } = props;
  const { t, local } = useTexts();
  const services = new Map(
    waiting.map(({ service, counter }) => [
      service.id,
      severalCounters ? `${counter.code}, ${local(service.name)}` : local(service.name),
    ]),
  );
  if (services.size < 2 && chosen === null) return null;
  return (
    <select
      className={styles.filter}
      aria-label={t('waiting.filter')}
      value={chosen ?? ''}
      onChange={(event) => {
        onChoose(event.currentTarget.value || null);
        // The space bar is the desk's next step again.
        event.currentTarget.blur();
      }}
    >
      <option value="">{t('waiting.allServices')}</option>
      {[...services].map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
