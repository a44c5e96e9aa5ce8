import { Button, Checkbox, Modal } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Site } from '../../../electron/contract/site';
import { callRoute, newKey, Refused } from '../../client/api';
import { routeKey, useRoute } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import { useTexts } from '../texts';
import styles from './go-live-dialog.module.css';

/** Ends practice mode, after it has said what that changes. */
export function GoLiveDialog({ site, onClose }: { readonly site: Site; readonly onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [sure, setSure] = useState(false);
  const [key, setKey] = useState(newKey);
  const { data: counters } = useRoute('counters');
  const goLive = useMutation({
    mutationFn: () => callRoute('goLive', { key }),
    onSuccess: (live) => {
      queries.setQueryData(routeKey('site'), live);
      void queries.invalidateQueries();
      onClose();
    },
    onError: (error) => error instanceof Refused && setKey(newKey()),
  });
  const waiting = (counters ?? []).reduce((sum, counter) => sum + counter.waiting, 0);
  const withoutDesk = (counters ?? []).filter((counter) => counter.desks.length === 0);
  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      title={t('goLive.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.body}>
        <FormError error={goLive.error} />
        <p>{t('goLive.sentence', { hall: site.name })}</p>
        <ul className={styles.list}>
          <li>{t('goLive.tickets', { count: waiting })}</li>
          <li>{t('goLive.numbers')}</li>
          <li>{t('goLive.hours')}</li>
          <li>{t('goLive.mark')}</li>
        </ul>
        {withoutDesk.length > 0 && (
          <p className={styles.warning}>
            ◆ {t('goLive.withoutDesk', { counters: withoutDesk.map(({ code }) => code).join(', ') })}
          </p>
        )}
        <Checkbox
          label={t('goLive.sure')}
          checked={sure}
          onChange={(event) => setSure(event.currentTarget.checked)}
        />
        <footer className={styles.foot}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button disabled={!sure} loading={goLive.isPending} onClick={() => goLive.mutate()}>
            {t('goLive')}
          </Button>
        </footer>
      </div>
    </Modal>
  );
}
