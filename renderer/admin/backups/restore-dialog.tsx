import { Button, Checkbox, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backup, BackupContents } from '../../../electron/contract/admin-backups';
import { dateInWords } from '../../../electron/texts/dates';
import { callRoute } from '../../client/api';
import { useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './backups.module.css';

/** Asks twice before a copy takes the place of everything: what it holds and what would be missing; then once more. */
export function RestoreDialog({
  backup,
  onClose,
}: {
  readonly backup: Backup;
  readonly onClose: () => void;
}) {
  const { t } = useTexts();
  const moment = useMoment();
  const queries = useQueryClient();
  const [sure, setSure] = useState(false);
  const [askingAgain, setAskingAgain] = useState(false);
  const { id } = backup;
  const contents = useRoute('backupContents', { params: { id } }, { gcTime: 0 });
  const restore = useMutation({
    mutationFn: () => callRoute('restoreBackup', { params: { id } }),
    // Anything on the page may be other than it was.
    onSuccess: () => queries.invalidateQueries(),
    onError: () => setAskingAgain(false),
  });
  const madeAt = moment(backup.madeAt);
  return (
    <Modal
      opened
      size={600}
      title={t('restore.title', { madeAt })}
      closeButtonProps={{ 'aria-label': t('close') }}
      closeOnClickOutside={!restore.isPending}
      onClose={onClose}
    >
      <div className={styles.body}>
        <FormError error={contents.error ?? restore.error} />
        {restore.data ? (
          <>
            <p role="status">{t('restore.done')}</p>
            <footer className={styles.foot}>
              <Button onClick={onClose}>{t('close')}</Button>
            </footer>
          </>
        ) : askingAgain ? (
          <>
            <p>
              <strong>{t('restore.again', { madeAt })}</strong>
            </p>
            <footer className={styles.foot}>
              <Button variant="default" disabled={restore.isPending} onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button color="mengkudu" loading={restore.isPending} onClick={() => restore.mutate()}>
                {t('restore.confirm')}
              </Button>
            </footer>
          </>
        ) : (
          <>
            {contents.isPending && <p role="status">{t('loading')}</p>}
            {contents.data && <Contents contents={contents.data} />}
            <Checkbox
              label={t('restore.sure')}
              disabled={!contents.data}
              checked={sure}
              onChange={(event) => setSure(event.currentTarget.checked)}
            />
            <footer className={styles.foot}>
              <Button variant="default" onClick={onClose}>
                {t('cancel')}
              </Button>
              <Button disabled={!sure || !contents.data} onClick={() => setAskingAgain(true)}>
                {t('restore.next')}
              </Button>
            </footer>
          </>
        )}
      </div>
    </Modal>
  );
}

function Contents({ contents }: { readonly contents: BackupContents }) {
  const { t, language } = useTexts();
  const { siteName, counters, users, tickets, lastBusinessDate, ticketsSince } = contents;
  return (
    <>
      <p>{t('restore.holds', { hall: siteName ?? '–', counters, users, tickets })}</p>
      <p>
        {lastBusinessDate === null
          ? t('restore.noNumbers')
          : t('restore.lastDate', {
              date: dateInWords(lastBusinessDate, language, 'year'),
            })}
      </p>
      <p>{t('restore.changes')}</p>
      <ul className={styles.list}>
        <li>{t('restore.everything')}</li>
        <li>{t('restore.numbers')}</li>
        <li>{t('restore.devices')}</li>
        <li>{t('restore.kept')}</li>
      </ul>
      {ticketsSince > 0 && <p className={styles.warning}>◆ {t('restore.lost', { count: ticketsSince })}</p>}
    </>
  );
}
