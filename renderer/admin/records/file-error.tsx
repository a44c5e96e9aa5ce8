import { FormError } from '../../ui/office/form-error';
import { useTexts } from '../texts';
import styles from './file-error.module.css';
import { UnreadableFile } from './files';

/** Why a chosen file was not taken: it can't be read, or the server's sentence, with the places at fault. */
export function FileError({ error }: { readonly error: Error | null }) {
  const { t } = useTexts();
  if (error instanceof UnreadableFile) {
    return (
      <p className={styles.error} role="alert">
        {t(`file.${error.fault}`)}
      </p>
    );
  }
  return <FormError error={error} />;
}
