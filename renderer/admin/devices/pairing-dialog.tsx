import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { callRoute, newKey, Refused } from '../../client/api';
import { refreshBelow } from '../../client/use-route';
import { FormError } from '../../ui/office/form-error';
import styles from '../people/person-panel.module.css';
import { useTexts } from '../texts';
import codeStyles from './devices.module.css';

/** What a device shows: no letters or digits that look alike. */
const codes = /^[A-HJ-NP-Z2-9]{6}$/;

/** Lets in the device that shows a code. */
export function PairingDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [zone, setZone] = useState('');
  const [key, setKey] = useState(newKey);
  const pair = useMutation({
    mutationFn: () =>
      callRoute('approvePairing', {
        key,
        params: { code },
        body: { ...(name.trim() ? { name } : {}), ...(zone.trim() ? { zone } : {}) },
      }),
    onSuccess: () => refreshBelow(queries, '/admin/devices'),
    onError: (error) => error instanceof Refused && setKey(newKey()),
  });
  const { error } = pair;
  const [isRefused, setIsRefused] = useState(false);
  const unknown = error instanceof Refused && error.problem.code === 'not_found';
  return (
    <Modal
      opened
      size={520}
      title={t('devices.pair.title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      onClose={onClose}
    >
      {pair.data ? (
        <div className={styles.body}>
          <p role="status">{t('devices.pair.done', { name: pair.data.name })}</p>
          <footer className={styles.foot}>
            <Button onClick={onClose}>{t('close')}</Button>
          </footer>
        </div>
      ) : (
        <form
          className={styles.body}
          onSubmit={(event) => {
            event.preventDefault();
            if (!pair.isPending) pair.mutate();
          }}
        >
          {!unknown && <FormError error={error} />}
          <p>{t('devices.pair.help')}</p>
          <TextInput
            data-autofocus
            className={codeStyles.code ?? ''}
            label={t('devices.pair.code')}
            required
            withAsterisk={false}
            autoComplete="off"
            maxLength={8}
            pattern={codes.source}
            value={code}
            error={
              (isRefused && !codes.test(code) && t('devices.pair.wrong')) ||
              (unknown && t('devices.pair.unknown'))
            }
            // Said below it, in the page's language, and not in a browser's bubble.
            onInvalid={(event) => {
              event.preventDefault();
              setIsRefused(true);
              event.currentTarget.focus();
            }}
            onChange={(event) => setCode(event.currentTarget.value.toUpperCase().replace(/[\s-]/g, ''))}
          />
          <TextInput
            label={t('devices.name')}
            description={t('devices.pair.nameHelp')}
            maxLength={40}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={t('devices.zone')}
            description={t('devices.zone.help')}
            maxLength={40}
            value={zone}
            onChange={(event) => setZone(event.currentTarget.value)}
          />
          <footer className={styles.foot}>
            <Button variant="default" onClick={onClose}>
              {t('cancel')}
            </Button>
            <Button type="submit" loading={pair.isPending}>
              {t('devices.pair')}
            </Button>
          </footer>
        </form>
      )}
    </Modal>
  );
}
