import { codeInHalves } from '../../client/device';
import { JlamprangCloth } from '../../ui/jlamprang';
import { useTexts } from '../texts';
import styles from './pairing-screen.module.css';

/** A kiosk that no admin has let in yet: its code, and what is to be done with it. */
export function PairingScreen({ code }: { readonly code: string }) {
  const { t } = useTexts();
  return (
    <main className={styles.screen}>
      <JlamprangCloth className={styles.cloth} cell={154} />
      <div className={styles.words}>
        <h1>{t('pairing')}</h1>
        <p className={styles.code} data-testid="pairing-code">
          {codeInHalves(code)}
        </p>
        <p>{t('pairingHelp')}</p>
        <p lang="en">{t('pairingHelpEnglish')}</p>
      </div>
    </main>
  );
}
