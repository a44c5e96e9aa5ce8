import type { DeskSnapshot } from '../../../electron/contract/staff';
import { useHallNow } from '../../client/hall-clock';
import { minutesBetween } from '../../ui/office/spans';
import { useTexts } from '../texts';
import { minutesInWords } from '../waited';
import styles from './console.module.css';
import type { OpenDialog } from './console-dialogs';

/** How many are held and did not come; each opens its list. */
export function SetAside(props: {
  readonly snapshot: DeskSnapshot;
  readonly onDialog: (dialog: OpenDialog) => void;
}) {
  const { held, recent } = props.snapshot.queue;
  const { t } = useTexts();
  const now = useHallNow(15_000);
  const longest = held.reduce(
    (most, ticket) => Math.max(most, minutesBetween(ticket.heldAt ?? ticket.waitingSince, now)),
    0,
  );
  const absent = recent.filter(
    (ticket) => ticket.status === 'no_show' || ticket.status === 'cancelled',
  ).length;
  return (
    <div className={styles.aside}>
      <button type="button" className={styles.chip} onClick={() => props.onDialog({ name: 'held' })}>
        <strong>{held.length}</strong>{' '}
        {held.length > 0 ? t('aside.heldLongest', { wait: minutesInWords(t, longest) }) : t('aside.heldNone')}
      </button>
      <button type="button" className={styles.chip} onClick={() => props.onDialog({ name: 'recent' })}>
        <strong>{absent}</strong> {t('aside.absent')}
      </button>
    </div>
  );
}
