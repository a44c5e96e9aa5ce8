import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callRoute, newKey, Refused } from '../client/api';
import styles from './leave-dialog.module.css';

/** Asks once more, then gives the number back. The key is made with the dialog, so trying again is the same act. */
export function LeaveDialog(props: {
  readonly token: string;
  readonly number: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const [key] = useState(newKey);
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState<string>();

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const leave = async () => {
    setIsSending(true);
    setFault(undefined);
    try {
      await callRoute('cancelTicket', { params: { ticket: props.token }, key });
      props.onClose();
    } catch (error) {
      setFault(error instanceof Refused ? error.problem.detail : t('lost'));
      setIsSending(false);
    }
  };

  return (
    <dialog ref={dialog} className={styles.dialog} onClose={props.onClose} aria-labelledby="leave-question">
      <p id="leave-question" className={styles.question}>
        {t('leaveQuestion', { number: props.number })}
      </p>
      {fault && <p role="alert">{fault}</p>}
      <button type="button" className={styles.yes} onClick={leave} disabled={isSending}>
        {isSending ? t('leaving') : t('leaveYes')}
      </button>
      <button type="button" className={styles.no} onClick={props.onClose} disabled={isSending}>
        {t('leaveNo')}
      </button>
    </dialog>
  );
}
