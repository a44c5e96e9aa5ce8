import { IconBlind, IconHeartHandshake } from '@tabler/icons-react';
import type { QueueTicket } from '../../../electron/contract/staff';
import { useTexts } from '../texts';
import styles from './priority-mark.module.css';

/** That a visitor is to be fetched, drawn and said; that they see nothing is known only of who asked by speech. */
export function FetchMark({ askedBy }: { readonly askedBy: QueueTicket['fetchAskedBy'] }) {
  const { t } = useTexts();
  const isBlind = askedBy === 'kiosk';
  const Icon = isBlind ? IconBlind : IconHeartHandshake;
  return (
    <span className={styles.mark}>
      <Icon size={18} aria-hidden />
      {t(isBlind ? 'fetchMe.blind' : 'fetchMe')}
    </span>
  );
}
