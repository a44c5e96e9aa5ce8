import { Button, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import styles from '../hall/go-live-dialog.module.css';
import { useTexts } from '../texts';

/** Takes something out of the hall after a question; its history stays. */
export function ArchiveButton(props: {
  readonly name: string;
  readonly archive: () => Promise<unknown>;
  readonly onArchived: () => void;
}) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const archive = useMutation({
    mutationFn: props.archive,
    onSuccess: async () => {
      setAsking(false);
      await refreshBelow(queries, '/admin');
      props.onArchived();
    },
  });
  return (
    <>
      <Button variant="default" size="sm" onClick={() => setAsking(true)}>
        {t('archive')}
      </Button>
      {asking && (
        <Modal
          opened
          onClose={() => {
            archive.reset();
            setAsking(false);
          }}
          title={t('archive.title', { name: props.name })}
          closeButtonProps={{ 'aria-label': t('close') }}
        >
          <div className={styles.body}>
            <FormError error={archive.error} />
            <p>{t('archive.sentence')}</p>
            <footer className={styles.foot}>
              <Button variant="default" onClick={() => setAsking(false)}>
                {t('cancel')}
              </Button>
              <Button loading={archive.isPending} onClick={() => archive.mutate()}>
                {t('archive')}
              </Button>
            </footer>
          </div>
        </Modal>
      )}
    </>
  );
}
