import { useEffect, useRef, useState } from 'react';
import { callRoute, newKey, Refused } from '../client/api';
import styles from './dialog.module.css';
import { useTexts } from './texts';

/** How many may be let go first at once. */
const counts = [1, 2, 3] as const;

/** Asks how many others shall go first. The key is made with the dialog, so trying again is the same act. */
export function PassDialog(props: {
  readonly token: string;
  readonly number: string;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const [keys] = useState(() => new Map(counts.map((count) => [count, newKey()])));
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState<string>();

  useEffect(() => {
    dialog.current?.showModal();
  }, []);

  const letPass = async (count: (typeof counts)[number]) => {
    setIsSending(true);
    setFault(undefined);
    try {
      const key = keys.get(count) ?? newKey();
      await callRoute('letOthersPass', { params: { ticket: props.token }, body: { count }, key });
      props.onClose();
    } catch (error) {
      setFault(error instanceof Refused ? error.problem.detail : t('lost'));
      setIsSending(false);
    }
  };

  return (
    <dialog ref={dialog} className={styles.dialog} onClose={props.onClose} aria-labelledby="pass-question">
      <p id="pass-question" className={styles.question}>
        {t('passQuestion', { number: props.number })}
      </p>
      {fault && <p role="alert">{fault}</p>}
      {counts.map((count) => (
        <button
          key={count}
          type="button"
          className={styles.choice}
          onClick={() => letPass(count)}
          disabled={isSending}
        >
          {t('passPeople', { people: count })}
        </button>
      ))}
      <button type="button" className={styles.no} onClick={props.onClose} disabled={isSending}>
        {t('passNo')}
      </button>
    </dialog>
  );
}
