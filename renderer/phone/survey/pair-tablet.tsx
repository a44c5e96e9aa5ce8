import { useEffect, useState } from 'react';
import { callRoute, Refused } from '../../client/api';
import { useSurveyTexts } from '../texts';
import styles from './survey.module.css';

const pollMs = 3_000;

/**
 * Shows the code by which an admin lets this tablet in, as a screen of the hall: it may then ask whose survey to offer,
 * and nothing that a visitor could misuse. Once it is let in, the browser holds a cookie, and the page that asks goes
 * on by itself.
 */
export function PairTablet({ deskId }: { readonly deskId: string }) {
  const { t } = useSurveyTexts();
  const [code, setCode] = useState<string>();
  const [isExpired, setIsExpired] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    let next: ReturnType<typeof setTimeout> | undefined;
    const poll = async (pollToken: string) => {
      try {
        const { state } = await callRoute('pairingState', { params: { pollToken }, signal });
        if (state === 'approved') return;
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof Refused && error.problem.status === 404) {
          setIsExpired(true);
          return;
        }
      }
      next = setTimeout(() => poll(pollToken), pollMs);
    };
    const ask = async () => {
      try {
        const body = { kind: 'display', name: `Tablet ${deskId}` } as const;
        const pairing = await callRoute('pairDevice', { body, signal });
        setCode(pairing.code);
        next = setTimeout(() => poll(pairing.pollToken), pollMs);
      } catch {
        if (!signal.aborted) next = setTimeout(ask, pollMs);
      }
    };
    void ask();
    return () => {
      stop.abort();
      clearTimeout(next);
    };
  }, [deskId]);
  return (
    <main className={styles.start}>
      <h1>{t('pairTitle')}</h1>
      {isExpired ? (
        <p role="alert">{t('pairExpired')}</p>
      ) : (
        <>
          <p>{t('pairHint', { desk: deskId })}</p>
          <p className={styles.letters}>{code ?? '…'}</p>
        </>
      )}
    </main>
  );
}
