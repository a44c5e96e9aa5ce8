import { useTexts } from '../texts';
import styles from './health.module.css';

/** What to read out to a technician, in the machine's words; nothing where there are none. */
export function Technical({ error }: { readonly error: string }) {
  const { t } = useTexts();
  if (error === '') return null;
  return (
    <small className={styles.technical}>
      {t('health.technical')}: <code>{error}</code>
    </small>
  );
}
