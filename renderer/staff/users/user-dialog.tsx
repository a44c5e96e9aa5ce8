import { Button, Modal, MultiSelect, PasswordInput, Radio, Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminUser } from '../../../electron/contract/admin';
import type { MenuCounter } from '../../../electron/contract/site';
import { type Role, roles } from '../../../electron/contract/staff';
import { callRoute, newKey, Refused } from '../../client/api';
import { FormError } from '../../ui/office/form-error';
import styles from '../dialogs/dialogs.module.css';
import { useTexts } from '../texts/use-texts';

/** Makes a user, or changes one; an empty password leaves the present one. */
export function UserDialog(props: {
  /** Null: a new one. */
  readonly user: AdminUser | null;
  /** Whether it is the admin's own account, which can't be taken from oneself. */
  readonly own: boolean;
  readonly counters: readonly MenuCounter[];
  readonly onSaved: () => void;
  readonly onClose: () => void;
}) {
  const { user, own, counters, onSaved, onClose } = props;
  const { t, local } = useTexts();
  const [displayName, setDisplayName] = useState(user?.displayName ?? '');
  const [username, setUsername] = useState(user?.username ?? '');
  const [password, setPassword] = useState('');
  const [role, setRole] = useState<Role>(user?.role ?? 'staff');
  const [active, setActive] = useState(user?.active ?? true);
  const [counterIds, setCounterIds] = useState<readonly string[]>(user?.counterIds ?? []);
  const [all, setAll] = useState(user ? user.counterIds === null : true);
  // One key for each dialog: pressing again after a broken line is the same act.
  const [key, setKey] = useState(newKey);

  const save = useMutation({
    mutationFn: async () => {
      const fields = {
        displayName,
        username: username.trim().toLowerCase(),
        role,
        active,
        counterIds: all ? null : [...counterIds],
      };
      if (!user) return callRoute('addUser', { key, body: { ...fields, password } });
      return callRoute('changeUser', {
        params: { id: user.id },
        body: { ...fields, ...(password ? { password } : {}) },
      });
    },
    onSuccess: onSaved,
    // A refusal is an answer kept under the key; what is corrected is another request.
    onError: (error) => error instanceof Refused && setKey(newKey()),
  });
  const fault = (field: string) =>
    save.error instanceof Refused
      ? save.error.problem.errors?.find(({ path }) => path.split(/[./]/).includes(field))?.message
      : undefined;

  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      title={user ? t('users.changeName', { name: user.displayName }) : t('users.add')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!save.isPending) save.mutate();
        }}
      >
        <FormError error={save.error} />
        <TextInput
          data-autofocus
          label={t('displayName')}
          required
          withAsterisk={false}
          maxLength={80}
          value={displayName}
          error={fault('displayName')}
          onChange={(event) => setDisplayName(event.currentTarget.value)}
        />
        <TextInput
          label={t('username')}
          description={t('username.rule')}
          required
          withAsterisk={false}
          autoCapitalize="none"
          autoComplete="off"
          minLength={2}
          maxLength={40}
          value={username}
          error={fault('username')}
          onChange={(event) => setUsername(event.currentTarget.value)}
        />
        <PasswordInput
          label={user ? t('users.newPassword') : t('password')}
          description={user ? t('users.newPassword.rule') : t('password.rule')}
          required={!user}
          withAsterisk={false}
          autoComplete="new-password"
          minLength={10}
          maxLength={200}
          value={password}
          error={fault('password')}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Radio.Group label={t('users.role')} value={role} onChange={(value) => setRole(value as Role)}>
          <div className={styles.radios}>
            {roles.map((each) => (
              <Radio key={each} value={each} label={t(`role.${each}`)} disabled={own} />
            ))}
          </div>
        </Radio.Group>
        <Switch
          label={t('users.allCounters')}
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
        {!all && (
          <MultiSelect
            label={t('users.counters')}
            searchable
            selectFirstOptionOnChange
            data={counters.map((counter) => ({
              value: counter.id,
              label: `${counter.code}, ${local(counter.name)}`,
            }))}
            value={[...counterIds]}
            onChange={setCounterIds}
          />
        )}
        {user && (
          <Switch
            label={t('users.active')}
            description={t('users.active.rule')}
            checked={active}
            disabled={own}
            onChange={(event) => setActive(event.currentTarget.checked)}
          />
        )}
        <footer className={styles.foot}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </footer>
      </form>
    </Modal>
  );
}
