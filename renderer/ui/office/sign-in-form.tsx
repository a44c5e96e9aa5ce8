import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { User } from '../../../electron/contract/staff';
import { callRoute } from '../../client/api';
import styles from './entrance.module.css';
import { useEntranceTexts } from './entrance-texts';
import { FormError } from './form-error';

/** Name and password. */
export function SignInForm({ onSignedIn }: { readonly onSignedIn: (user: User) => void }) {
  const { t } = useEntranceTexts();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: () => callRoute('signIn', { body: { username: username.trim(), password } }),
    onSuccess: ({ user }) => onSignedIn(user),
    onError: () => setPassword(''),
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!signIn.isPending) signIn.mutate();
      }}
    >
      <FormError error={signIn.error} />
      <TextInput
        label={t('username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        autoFocus
        required
        withAsterisk={false}
        maxLength={80}
        value={username}
        onChange={(event) => setUsername(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('password')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        maxLength={400}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="lg" loading={signIn.isPending}>
        {t('signIn.confirm')}
      </Button>
    </form>
  );
}
