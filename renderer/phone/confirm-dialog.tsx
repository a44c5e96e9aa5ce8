import { useEffect, useRef, useState } from 'react';
import { newKey, Refused } from '../client/api';
import styles from './dialog.module.css';
import { useTexts } from './texts';

/** Asks once more before an act. Its key is made with the dialog, so trying again is the same act. */
export function ConfirmDialog(props: {
  readonly question: string;
  readonly yes: string;
  readonly no: string;
  /** Whether it can't be taken back. */
  readonly isFinal?: boolean;
  readonly act: (key: string) => Promise<unknown>;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [key] = useState(newKey);
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState<string>();

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const confirm = async () => {
    setIsSending(true);
    setFault(undefined);
    try {
      await props.act(key);
      props.onClose();
    } catch (error) {
      setFault(error instanceof Refused ? error.problem.detail : t('lost'));
      setIsSending(false);
    }
  };

  return (
    <dialog ref={dialog} className={styles.dialog} onClose={props.onClose} aria-labelledby="question">
      <p id="question" className={styles.question}>
        {props.question}
      </p>
      {fault && <p role="alert">{fault}</p>}
      <button
        type="button"
        className={props.isFinal ? styles.yes : styles.choice}
        onClick={confirm}
        disabled={isSending}
      >
        {isSending ? t('loading') : props.yes}
      </button>
      <button type="button" className={styles.no} onClick={props.onClose} disabled={isSending}>
        {props.no}
      </button>
    </dialog>
  );
}
