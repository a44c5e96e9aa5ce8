import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Session } from '../../../electron/contract/staff';
import { callRoute, Refused } from '../../client/api';
import { useScannedTickets } from '../../client/scans';
import styles from './entrance.module.css';
import { FormError } from './form-error';
import { useEntranceTexts } from './office-texts';
import { useOwnFaults } from './use-own-faults';

/** Name and password. */
export function SignInForm({
  purpose,
  sentence,
  onSignedIn,
}: {
  /** What one signs in for. */
  readonly purpose: string;
  /** For whom it is, where that isn't the people of a hall. */
  readonly sentence?: string;
  readonly onSignedIn: (session: Session) => void;
}) {
  const { t } = useEntranceTexts();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const signIn = useMutation({
    mutationFn: (despiteLeave: boolean) =>
      callRoute('signIn', {
        body: { username: username.trim(), password, ...(despiteLeave ? { despiteLeave } : {}) },
      }),
    onSuccess: onSignedIn,
    // Who is on leave confirms with the password that was right.
    onError: (error) => !isOnLeave(error) && setPassword(''),
  });
  const onLeave = isOnLeave(signIn.error);
  const own = useOwnFaults(
    () => ({
      ...(username.trim() === '' ? { username: t('fault.missing') } : {}),
      ...(password === '' ? { password: t('fault.missing') } : {}),
    }),
    () => !signIn.isPending && signIn.mutate(onLeave),
  );
  const [wasScanned, setWasScanned] = useState(false);
  useScannedTickets(() => setWasScanned(true));
  return (
    <form className={styles.form} {...own.form}>
      <p className={styles.sentence}>
        {purpose} {sentence ?? t('signIn.sentence')}
      </p>
      <FormError error={signIn.error} />
      {wasScanned && (
        <p className={styles.sentence} role="alert">
          {t('signIn.scanned')}
        </p>
      )}
      <TextInput
        label={t('username')}
        name="username"
        autoComplete="username"
        autoCapitalize="none"
        autoFocus
        required
        withAsterisk={false}
        maxLength={80}
        error={own.faults.username}
        value={username}
        onChange={(event) => {
          setUsername(event.currentTarget.value);
          // Somebody else is asked anew.
          signIn.reset();
        }}
      />
      <PasswordInput
        label={t('password')}
        name="password"
        autoComplete="current-password"
        required
        withAsterisk={false}
        maxLength={400}
        error={own.faults.password}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="lg" loading={signIn.isPending}>
        {t(onLeave ? 'signIn.despiteLeave' : 'signIn.confirm')}
      </Button>
    </form>
  );
}

function isOnLeave(error: Error | null): boolean {
  return error instanceof Refused && error.problem.code === 'on_leave';
}
