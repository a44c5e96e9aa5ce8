import { Button } from '@mantine/core';
import { IconDatabaseExport, IconDownload, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backup } from '../../../electron/contract/admin-backups';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { NotYet } from '../../ui/office/not-yet';
import { sizeInWords } from '../../ui/office/size-in-words';
import { AskButton } from '../records/ask-dialog';
import recordStyles from '../records/record-table.module.css';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts/use-texts';
import styles from './backups.module.css';
import { ConfigurationFile } from './configuration-file';
import { RestoreDialog } from './restore-dialog';

/** The copies of the whole database, and the hall's configuration as a file. */
export function BackupsSection() {
  const { t } = useTexts();
  return (
    <div className={recordStyles.page}>
      <h1 className={styles.title}>{t('section.backups')}</h1>
      <Backups />
      <ConfigurationFile />
    </div>
  );
}

function Backups() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const backups = useRoute('backups');
  const make = useMutation({
    mutationFn: () => callRoute('makeBackup'),
    onSuccess: () => refreshBelow(queries, '/admin/backups'),
  });
  const [restoring, setRestoring] = useState<Backup | null>(null);
  return (
    <section className={styles.card} aria-labelledby="backups">
      <div className={styles.head}>
        <h2 id="backups">{t('backups.title')}</h2>
        <Button
          leftSection={<IconDatabaseExport size={20} aria-hidden />}
          loading={make.isPending}
          onClick={() => make.mutate()}
        >
          {t('backups.make')}
        </Button>
      </div>
      <p className={styles.help}>{t('backups.help')}</p>
      <FormError error={make.error} />
      {!backups.data && <NotYet answer={backups} />}
      {backups.data?.length === 0 && <p>{t('backups.none')}</p>}
      {backups.data && backups.data.length > 0 && (
        <table className={recordStyles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.plain}>
                {t('backups.madeAt')}
              </th>
              <th scope="col" className={styles.plain}>
                {t('backups.kind')}
              </th>
              <th scope="col" className={styles.plain}>
                {t('backups.size')}
              </th>
              <th scope="col" className={styles.plain}>
                {t('backups.do')}
              </th>
            </tr>
          </thead>
          <tbody>
            {backups.data.map((backup) => (
              <BackupRow key={backup.id} backup={backup} onRestore={() => setRestoring(backup)} />
            ))}
          </tbody>
        </table>
      )}
      {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
    </section>
  );
}

function BackupRow({ backup, onRestore }: { readonly backup: Backup; readonly onRestore: () => void }) {
  const { t, language } = useTexts();
  const moment = useMoment();
  const { id, kind, bytes } = backup;
  const madeAt = moment(backup.madeAt);
  return (
    <tr>
      <th scope="row">{madeAt}</th>
      <td>{t(`backups.kind.${kind}`)}</td>
      <td>{sizeInWords(bytes, language)}</td>
      <td>
        <div className={styles.buttons}>
          <Button
            component="a"
            variant="default"
            size="sm"
            href={`/api/v1/admin/backups/${id}/file`}
            download
            leftSection={<IconDownload size={18} aria-hidden />}
            aria-label={t('backups.downloadOf', { madeAt })}
          >
            {t('backups.download')}
          </Button>
          <Button
            variant="default"
            size="sm"
            aria-label={t('backups.restoreOf', { madeAt })}
            onClick={onRestore}
          >
            {t('backups.restore')}
          </Button>
          <AskButton
            text={t('backups.remove')}
            icon={<IconTrash size={18} aria-hidden />}
            title={t('backups.remove.title', { madeAt })}
            sentence={t('backups.remove.sentence')}
            confirm={t('backups.remove')}
            grave
            act={() => callRoute('removeBackup', { params: { id } })}
          />
        </div>
      </td>
    </tr>
  );
}
