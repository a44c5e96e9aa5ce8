import { IconHandOff } from '@tabler/icons-react';
import type { Language } from '../../electron/contract/common';
import { kioskTexts } from '../i18n/kiosk-texts';
import { useTexts } from './texts';
import styles from './touch-notice.module.css';

/**
 * Says that the touch screen came loose, and what else works; it goes by itself once it is back. What counts as a
 * keyboard may be a scanner that types like one: then nobody can choose a language, so that there is help is said in
 * all that the hall offers.
 */
export function TouchNotice({
  keyboard,
  languages,
}: {
  readonly keyboard: boolean;
  readonly languages: readonly Language[];
}) {
  const { t, language } = useTexts();
  const others = languages.filter((each) => each !== language).map(kioskTexts);
  return (
    <div className={styles.notice} role="alert">
      <IconHandOff stroke={2} aria-hidden="true" />
      <div>
        <p className={styles.what}>{t('touchGone')}</p>
        <p>{t(keyboard ? 'touchGoneKeyboard' : 'touchGoneHelp')}</p>
        {others.map((other) => (
          <p key={other.language} lang={other.language} className={styles.other}>
            <strong>{other.t('touchGone')}.</strong> {other.t('touchGoneHelp')}
          </p>
        ))}
      </div>
    </div>
  );
}
