import { Button, Modal } from '@mantine/core';
import type { DeskSnapshot } from '../../../electron/contract/staff';
import { useTexts } from '../texts';
import styles from './dialogs.module.css';

/** Leaving the desk: for another desk, or for the day, with what was done there today. */
export function LeaveDialog(props: {
  readonly snapshot: DeskSnapshot;
  readonly onLeave: (then: 'chooseDesk' | 'signOut') => void;
  readonly onClose: () => void;
}) {
  const { desk, ticket, today } = props.snapshot;
  const { t } = useTexts();
  const mean = today.serviceSeconds === null ? null : Math.max(1, Math.round(today.serviceSeconds / 60));
  return (
    <Modal
      opened
      size={520}
      onClose={props.onClose}
      title={t('leave.title', { label: desk.label })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.form}>
        {ticket ? (
          <p className={styles.sentence}>{t('leave.busy', { number: ticket.number })}</p>
        ) : (
          <p className={styles.sentence}>
            {t('leave.today', { served: today.served, noShow: today.noShow })}
            {mean !== null && ` ${t('leave.mean', { minutes: mean })}`}
          </p>
        )}
        <footer className={styles.foot}>
          <Button variant="default" onClick={props.onClose}>
            {ticket ? t('close') : t('cancel')}
          </Button>
          {!ticket && (
            <>
              <Button variant="default" onClick={() => props.onLeave('chooseDesk')}>
                {t('leave.otherDesk')}
              </Button>
              <Button data-autofocus autoFocus onClick={() => props.onLeave('signOut')}>
                {t('leave.signOut')}
              </Button>
            </>
          )}
        </footer>
      </div>
    </Modal>
  );
}
