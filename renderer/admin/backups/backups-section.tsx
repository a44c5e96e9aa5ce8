import { Button } from '@mantine/core';
import { IconDatabaseExport, IconDownload, IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backup } from '../../../electron/contract/admin-backups';
import { callRoute } from '../../client/api';
import { refreshBelow, useRoute } from '../../client/use-route';
import { type DataColumn, DataTable } from '../../ui/office/data-table';
import { FormError } from '../../ui/office/form-error';
import { sizeInWords } from '../../ui/office/size-in-words';
import { AskButton } from '../records/ask-dialog';
import recordStyles from '../records/records-page.module.css';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './backups.module.css';
import { ConfigurationFile } from './configuration-file';
import { CopyTrial } from './copy-trial';
import { RestoreDialog } from './restore-dialog';
import { SecondPlace } from './second-place';

/** The copies of the whole hall, in a second place and in this computer, their trial, and the hall's configuration as a file. */
export function BackupsSection() {
  const { t } = useTexts();
  return (
    <div className={recordStyles.page}>
      <h1 className={styles.title}>{t('section.backups')}</h1>
      <SecondPlace />
      <Backups />
      <CopyTrial />
      <ConfigurationFile />
    </div>
  );
}

function Backups() {
  const { t, language } = useTexts();
  const moment = useMoment();
  const queries = useQueryClient();
  const backups = useRoute('backups');
  const make = useMutation({
    mutationFn: () => callRoute('makeBackup'),
    onSuccess: () => refreshBelow(queries, '/admin/backups'),
  });
  const [restoring, setRestoring] = useState<Backup | null>(null);
  const columns: DataColumn<Backup>[] = [
    {
      key: 'madeAt',
      title: t('backups.madeAt'),
      value: ({ madeAt }) => madeAt,
      show: ({ madeAt }) => moment(madeAt),
    },
    { key: 'kind', title: t('backups.kind'), value: ({ kind }) => t(`backups.kind.${kind}`) },
    {
      key: 'size',
      title: t('backups.size'),
      value: ({ bytes }) => bytes,
      show: ({ bytes }) => sizeInWords(bytes, language),
    },
    {
      key: 'do',
      title: t('backups.do'),
      show: (backup) => <BackupActs backup={backup} onRestore={() => setRestoring(backup)} />,
    },
  ];
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
      <DataTable
        caption={t('backups.title')}
        look="records"
        rows={backups.data}
        answer={backups}
        keyOf={({ id }) => id}
        columns={columns}
        none={t('backups.none')}
      />
      {restoring && <RestoreDialog backup={restoring} onClose={() => setRestoring(null)} />}
    </section>
  );
}

function BackupActs({ backup, onRestore }: { readonly backup: Backup; readonly onRestore: () => void }) {
  const { t } = useTexts();
  const moment = useMoment();
  const { id } = backup;
  const madeAt = moment(backup.madeAt);
  return (
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
      <Button variant="default" size="sm" aria-label={t('backups.restoreOf', { madeAt })} onClick={onRestore}>
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
  );
}
