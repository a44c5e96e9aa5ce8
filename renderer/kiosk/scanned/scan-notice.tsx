import { useTexts } from '../texts';
import { useCountdown } from '../use-countdown';
import styles from './scan-notice.module.css';

const secondsShown = 5;

/** Says for a moment that what was scanned is no ticket of this hall. */
export function ScanNotice({ over }: { readonly over: () => void }) {
  const { t } = useTexts();
  useCountdown(secondsShown, over);
  return (
    <p className={styles.notice} role="alert">
      {t('scanUnknown')}
    </p>
  );
}
