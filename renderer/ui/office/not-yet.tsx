import { useLasted } from '../use-lasted';
import styles from './not-yet.module.css';
import { useEntranceTexts } from './office-texts';

/** Milliseconds: a server that is there answers sooner, even on a slow network. */
const lateAfterMs = 8_000;

/** Says, in place of what was asked of the server and is not there yet, that it comes, or that the server is away. */
export function NotYet({ answer }: { readonly answer: { readonly failureCount: number } }) {
  const { t } = useEntranceTexts();
  const isLate = useLasted(true, lateAfterMs);
  return (
    <p role="status" className={styles.notYet}>
      {t(answer.failureCount > 0 ? 'unreachable' : isLate ? 'late' : 'loading')}
    </p>
  );
}
