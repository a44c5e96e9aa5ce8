import type { Language } from '../../electron/contract/common';
import { kioskTexts } from '../i18n/kiosk/texts';
import { JlamprangCloth } from '../ui/jlamprang';
import styles from './offline-screen.module.css';
import { useTexts } from './texts';

const everyLanguage: readonly Language[] = ['id', 'en', 'jv'];

/**
 * While the server can't be heard. It goes by itself; what a visitor had chosen is still there under it. The language
 * can't be chosen meanwhile, so it speaks all of them, the visitor's first.
 */
export function OfflineScreen({
  starting,
  languages = everyLanguage,
}: {
  readonly starting: boolean;
  /** Those that the hall offers; all where it is not known yet. */
  readonly languages: readonly Language[] | undefined;
}) {
  const { t, language } = useTexts();
  const others = languages.filter((each) => each !== language).map(kioskTexts);
  return (
    <div className={styles.screen} role="alert">
      <JlamprangCloth className={styles.cloth} cell={154} />
      <div className={styles.words}>
        <h1>{t('offline')}</h1>
        {!starting && (
          <>
            <p>{t('offlineNote')}</p>
            <p>{t('offlineHelp')}</p>
            {others.map((other) => (
              <p key={other.language} lang={other.language} className={styles.other}>
                <strong>{other.t('offline')}</strong> {other.t('offlineNote')} {other.t('offlineHelp')}
              </p>
            ))}
          </>
        )}
      </div>
    </div>
  );
}
