import { IconAlertCircle } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Problem } from '../../../electron/contract/common';
import { Refused } from '../../client/api';
import styles from './entrance.module.css';
import { useEntranceTexts } from './office-texts';

/** Why a form was not accepted: the server's sentence, and while locked out the time left, running down. */
export function FormError({ error }: { readonly error: Error | null }) {
  const { t } = useEntranceTexts();
  if (!error) return null;
  const problem = error instanceof Refused ? error.problem : null;
  const locked = problem?.retryAfter !== undefined;
  return (
    <div className={styles.error}>
      <IconAlertCircle size={22} aria-hidden />
      <div>
        <span role="alert">{!problem ? t('notSent') : locked ? t('lockedOut') : problem.detail}</span>{' '}
        {locked && <TimeLeft key={problem?.retryAfter} problem={problem} />}
      </div>
    </div>
  );
}

function TimeLeft({ problem }: { readonly problem: Problem | null }) {
  const { t } = useEntranceTexts();
  const [until] = useState(() => performance.now() + (problem?.retryAfter ?? 0) * 1_000);
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const left = Math.max(0, Math.floor((until - now) / 1_000));
  const [minutes, seconds] = [Math.floor(left / 60), left % 60];
  const inWords = minutes > 0 ? 'lockedOut.minutes' : 'lockedOut.seconds';
  // A timer is not read aloud at every second, as an alert would be.
  return <span role="timer">{left > 0 ? t(inWords, { minutes, seconds }) : t('lockedOut.over')}</span>;
}
