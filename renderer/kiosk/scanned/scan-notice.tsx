import { useTexts } from '../texts';
import { useCountdown } from '../use-countdown';
import styles from './scan-notice.module.css';

const secondsShown = 5;

/** Says for a moment why what was scanned shows no ticket. */
export function ScanNotice({
  text,
  over,
}: {
  readonly text: 'scanUnknown' | 'scanAgain';
  readonly over: () => void;
}) {
  const { t } = useTexts();
  useCountdown(secondsShown, over);
  return (
    <p className={styles.notice} role="alert">
      {t(text)}
    </p>
  );
}
