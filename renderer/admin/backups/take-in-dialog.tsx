import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AwayCopy } from '../../../electron/contract/admin-copies';
import { callRoute } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { useMoment } from '../records/use-moment';
import { useTexts } from '../texts';
import styles from './backups.module.css';

/** Brings a copy of the second place into this computer's list, by its key; it is restored from there. */
export function TakeInDialog({ copy, onClose }: { readonly copy: AwayCopy; readonly onClose: () => void }) {
  const { t } = useTexts();
  const moment = useMoment();
  const queries = useQueryClient();
  const [key, setKey] = useState('');
  const takeIn = useMutation({
    mutationFn: () => callRoute('takeInCopy', { params: { name: copy.name }, body: { key } }),
    onSuccess: () => refreshBelow(queries, '/admin/backups'),
  });
  return (
    <Modal
      opened
      title={t('copies.takeIn.title', { madeAt: moment(copy.madeAt) })}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={onClose}
    >
      <form
        className={styles.body}
        onSubmit={(event) => {
          event.preventDefault();
          if (!takeIn.isPending) takeIn.mutate();
        }}
      >
        <FormError error={takeIn.error} />
        {takeIn.data ? (
          <p role="status">{t('copies.takeIn.done')}</p>
        ) : (
          <>
            <p>{t('copies.takeIn.help')}</p>
            <TextInput
              label={t('copies.takeIn.key')}
              autoComplete="off"
              spellCheck={false}
              required
              maxLength={200}
              value={key}
              onChange={(event) => setKey(event.currentTarget.value)}
            />
          </>
        )}
        <footer className={styles.foot}>
          <Button variant="default" onClick={onClose}>
            {t(takeIn.data ? 'close' : 'cancel')}
          </Button>
          {!takeIn.data && (
            <Button type="submit" loading={takeIn.isPending} disabled={key.trim() === ''}>
              {t('copies.takeIn')}
            </Button>
          )}
        </footer>
      </form>
    </Modal>
  );
}
