import { IconScan } from '@tabler/icons-react';
import { useTexts } from '../texts';
import { useCountdown } from '../use-countdown';
import styles from './scan-notice.module.css';

/** What is said of a scan that shows no ticket, or none yet. */
export type ScanWord = 'scanUnknown' | 'scanAgain' | 'scanLater' | 'scanLooking';

const secondsShown = 5;

/** Says for a moment why what was scanned shows no ticket. */
export function ScanNotice({ word, over }: { readonly word: ScanWord; readonly over: () => void }) {
  const { t } = useTexts();
  useCountdown(secondsShown, over);
  return (
    <p className={styles.notice} role="alert" data-word={word}>
      <IconScan stroke={2} aria-hidden="true" />
      {t(word)}
    </p>
  );
}
