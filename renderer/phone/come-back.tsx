import { IconWalk } from '@tabler/icons-react';
import { useState } from 'react';
import { callRoute, newKey, Refused } from '../client/api';
import styles from './follow-page.module.css';
import { useTexts } from './texts';

/** Says until when the place is kept, and takes the word that its visitor is back. */
export function ComeBack({ token, until }: { readonly token: string; readonly until: string }) {
  const { t } = useTexts();
  const [key] = useState(newKey);
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState<string>();
  const comeBack = async () => {
    setIsSending(true);
    setFault(undefined);
    try {
      await callRoute('comeBack', { params: { token }, key });
    } catch (error) {
      setFault(error instanceof Refused ? error.problem.detail : t('lost'));
      setIsSending(false);
    }
  };
  return (
    <>
      <p className={styles.standing}>
        <IconWalk aria-hidden />
        <span>{t('outUntil', { time: until })}</span>
      </p>
      {fault && <p role="alert">{fault}</p>}
      <button type="button" className={styles.button} onClick={comeBack} aria-disabled={isSending}>
        {t('comeBack')}
      </button>
    </>
  );
}
