import { Button, Modal, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Refused } from '../../client/api';
import { FormError } from '../../ui/office/form-error';
import { useOwnFaults } from '../../ui/office/use-own-faults';
import { callCentre, refresh } from '../api';
import { useTexts } from '../texts';
import styles from './halls.module.css';

/** Lets a hall in by the code that its admin reads out: first who it is, then under which name. */
export function LetInDialog(props: { readonly onClose: () => void; readonly onLetIn: (id: string) => void }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const look = useMutation({
    mutationFn: () => callCentre('waitingHall', { body: { code } }),
    onSuccess: (waiting) => setName(waiting.known?.name ?? waiting.name),
  });
  const letIn = useMutation({
    mutationFn: () => callCentre('letHallIn', { body: { code, name: name.trim() } }),
    onSuccess: async ({ id }) => {
      await refresh(queries, 'halls');
      props.onClose();
      props.onLetIn(id);
    },
  });
  const waiting = look.data;
  const isUnknown = look.error instanceof Refused && look.error.problem.code === 'not_found';
  const own = useOwnFaults(
    () => ({
      ...(code.trim() === '' ? { code: t('fault.missing') } : {}),
      ...(waiting && name.trim() === '' ? { name: t('fault.missing') } : {}),
    }),
    () => {
      if (look.isPending || letIn.isPending) return;
      if (waiting) letIn.mutate();
      else look.mutate();
    },
  );
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={t('centre.letIn')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form className={styles.form} {...own.form}>
        <p>{t('centre.letIn.sentence')}</p>
        <FormError error={isUnknown ? null : (letIn.error ?? look.error)} />
        <TextInput
          data-autofocus
          label={t('centre.letIn.code')}
          placeholder="K7QM-3XPD-92HA"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          required
          withAsterisk={false}
          maxLength={40}
          value={code}
          error={own.faults.code ?? (isUnknown ? t('centre.letIn.unknown') : undefined)}
          onChange={(event) => {
            setCode(event.currentTarget.value);
            look.reset();
          }}
        />
        {waiting && (
          <>
            <p role="status">
              {t('centre.letIn.found', { hall: waiting.name, city: waiting.city, version: waiting.version })}{' '}
              {waiting.known && t('centre.letIn.known')}
            </p>
            <TextInput
              label={t('centre.letIn.name')}
              required
              withAsterisk={false}
              maxLength={120}
              value={name}
              error={own.faults.name}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          </>
        )}
        <Button type="submit" loading={look.isPending || letIn.isPending}>
          {waiting ? t('centre.letIn.confirm') : t('centre.letIn.look')}
        </Button>
      </form>
    </Modal>
  );
}
