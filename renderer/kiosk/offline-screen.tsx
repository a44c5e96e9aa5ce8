import { JlamprangCloth } from '../ui/jlamprang';
import styles from './offline-screen.module.css';
import { useTexts } from './texts';

/** While the server can't be heard. It goes by itself; what a visitor had chosen is still there under it. */
export function OfflineScreen({ starting }: { readonly starting: boolean }) {
  const { t } = useTexts();
  return (
    <div className={styles.screen} role="alert">
      <JlamprangCloth className={styles.cloth} cell={154} />
      <div className={styles.words}>
        <h1>{t('offline')}</h1>
        {!starting && (
          <>
            <p>{t('offlineNote')}</p>
            <p>{t('offlineHelp')}</p>
          </>
        )}
      </div>
    </div>
  );
}
