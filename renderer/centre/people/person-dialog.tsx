import { Button, Checkbox, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { HallNow } from '../../../electron/contract/centre/halls-now';
import type { CentreUser } from '../../../electron/contract/centre/people';
import { type CentreRole, centreRoles } from '../../../electron/contract/centre/route';
import { faultOf } from '../../ui/office/fault-line';
import { FormError } from '../../ui/office/form-error';
import { useOwnFaults } from '../../ui/office/use-own-faults';
import { callCentre, refresh } from '../api';
import { useInside } from '../frame/inside';
import styles from '../halls/halls.module.css';
import { useTexts } from '../texts';

const usernames = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** Adds somebody, or changes what they may do; a password that was made is told once. */
export function PersonDialog(props: {
  /** Null: a new one. */
  readonly person: CentreUser | null;
  readonly halls: readonly HallNow[];
  readonly onClose: () => void;
}) {
  const { person, halls } = props;
  const { t } = useTexts();
  const { user } = useInside();
  const queries = useQueryClient();
  const [displayName, setDisplayName] = useState(person?.displayName ?? '');
  const [username, setUsername] = useState(person?.username ?? '');
  const [role, setRole] = useState<CentreRole>(person?.role ?? 'viewer');
  const [hallIds, setHallIds] = useState<readonly string[]>(person?.hallIds ?? []);
  const [password, setPassword] = useState<string | null>(null);
  const done = () => refresh(queries, 'people');
  const name = username.trim().toLowerCase();
  const save = useMutation({
    mutationFn: async () => {
      const body = { displayName: displayName.trim(), role, hallIds: [...hallIds] };
      if (person) {
        await callCentre('changePerson', { params: { id: person.id }, body });
        return null;
      }
      return (await callCentre('addPerson', { body: { ...body, username: name } })).password;
    },
    onSuccess: async (given) => {
      await done();
      if (given === null) props.onClose();
      else setPassword(given);
    },
  });
  const act = useMutation({
    mutationFn: async (what: 'givePassword' | 'removePerson') => {
      const params = { id: person?.id ?? '' };
      if (what === 'givePassword') return (await callCentre(what, { params })).password;
      await callCentre(what, { params });
      return null;
    },
    onSuccess: async (given) => {
      await done();
      if (given === null) props.onClose();
      else setPassword(given);
    },
  });
  const own = useOwnFaults(
    () => ({
      ...(displayName.trim() === '' ? { displayName: t('fault.missing') } : {}),
      ...(name === '' ? { username: t('fault.missing') } : {}),
      ...(name !== '' && !usernames.test(name) ? { username: t('username.fault') } : {}),
    }),
    () => !save.isPending && save.mutate(),
  );
  const refused = faultOf(save.error, 'username');
  return (
    <Modal
      opened
      onClose={props.onClose}
      title={person ? person.displayName : t('centre.people.add')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {password !== null ? (
        <div className={styles.form}>
          <p>{t('centre.people.password', { name: displayName })}</p>
          <output className={styles.password}>{password}</output>
          <Button onClick={props.onClose}>{t('centre.people.noted')}</Button>
        </div>
      ) : (
        <form className={styles.form} {...own.form}>
          <FormError error={refused === undefined ? (save.error ?? act.error) : null} />
          <TextInput
            data-autofocus
            label={t('displayName')}
            required
            withAsterisk={false}
            maxLength={80}
            value={displayName}
            error={own.faults.displayName}
            onChange={(event) => setDisplayName(event.currentTarget.value)}
          />
          {!person && (
            <TextInput
              label={t('username')}
              description={t('username.rule')}
              autoCapitalize="none"
              required
              withAsterisk={false}
              maxLength={40}
              value={username}
              error={own.faults.username ?? refused}
              onChange={(event) => setUsername(event.currentTarget.value)}
            />
          )}
          <SegmentedControl
            aria-label={t('centre.role')}
            value={role}
            data={centreRoles.map((value) => ({ value, label: t(`centre.role.${value}`) }))}
            onChange={(value) => {
              const chosen = centreRoles.find((each) => each === value);
              if (chosen) setRole(chosen);
            }}
          />
          <p>{t(`centre.role.${role}.may`)}</p>
          {role === 'viewer' && (
            <Checkbox.Group
              label={t('centre.people.halls')}
              value={[...hallIds]}
              onChange={(ids) => setHallIds(ids)}
            >
              <div className={styles.checks}>
                {halls.map(({ id, name: hall }) => (
                  <Checkbox key={id} value={id} label={hall} />
                ))}
              </div>
            </Checkbox.Group>
          )}
          <div className={styles.actions}>
            <Button type="submit" loading={save.isPending}>
              {t(person ? 'centre.people.save' : 'centre.people.add')}
            </Button>
            {person && person.id !== user.id && (
              <>
                <Button variant="default" loading={act.isPending} onClick={() => act.mutate('givePassword')}>
                  {t('centre.people.newPassword')}
                </Button>
                <Button variant="default" loading={act.isPending} onClick={() => act.mutate('removePerson')}>
                  {t('centre.people.remove')}
                </Button>
              </>
            )}
          </div>
        </form>
      )}
    </Modal>
  );
}
