import { IconHandOff } from '@tabler/icons-react';
import { useTexts } from './texts';
import styles from './touch-notice.module.css';

/** Says that the touch screen came loose, and what else works; it goes by itself once it is back. */
export function TouchNotice({ keyboard }: { readonly keyboard: boolean }) {
  const { t } = useTexts();
  return (
    <div className={styles.notice} role="alert">
      <IconHandOff stroke={2} aria-hidden="true" />
      <div>
        <p className={styles.what}>{t('touchGone')}</p>
        <p>{t(keyboard ? 'touchGoneKeyboard' : 'touchGoneHelp')}</p>
      </div>
    </div>
  );
}
