import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Session } from '../../../electron/contract/staff';
import { callRoute, Refused } from '../../client/api';
import styles from './entrance.module.css';
import { faultLine } from './fault-line';
import { FormError } from './form-error';
import { useEntranceTexts } from './office-texts';

const empty = { code: '', displayName: '', username: '', password: '', exitPin: '' };

/** The first admin, made with the one-time set-up code. */
export function SetUpForm({ onSetUp }: { readonly onSetUp: (session: Session) => void }) {
  const { t } = useEntranceTexts();
  const [fields, setFields] = useState(empty);
  const setUp = useMutation({
    mutationFn: () =>
      callRoute('setup', {
        body: {
          code: fields.code.trim(),
          displayName: fields.displayName,
          username: fields.username.trim().toLowerCase(),
          password: fields.password,
          ...(fields.exitPin === '' ? {} : { exitPin: fields.exitPin }),
        },
      }),
    onSuccess: onSetUp,
  });
  const fault = (field: keyof typeof empty) => faultOf(setUp.error, field);
  const input = (field: keyof typeof empty) => ({
    label: t(field === 'code' || field === 'exitPin' ? `setUp.${field}` : field),
    name: field,
    required: true,
    withAsterisk: false,
    value: fields[field],
    error: fault(field),
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setFields((before) => ({ ...before, [field]: value }));
    },
  });
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!setUp.isPending) setUp.mutate();
      }}
    >
      <p className={styles.sentence}>{t('setUp.sentence')}</p>
      <FormError error={setUp.error} />
      <TextInput {...input('code')} autoFocus autoComplete="off" spellCheck={false} maxLength={100} />
      <TextInput {...input('displayName')} autoComplete="name" maxLength={80} />
      <TextInput
        {...input('username')}
        description={t('username.rule')}
        autoComplete="username"
        autoCapitalize="none"
        minLength={2}
        maxLength={40}
      />
      <PasswordInput
        {...input('password')}
        description={t('password.rule')}
        autoComplete="new-password"
        minLength={10}
        maxLength={200}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
      />
      <TextInput
        {...input('exitPin')}
        required={false}
        description={t('setUp.exitPinRule')}
        autoComplete="off"
        inputMode="numeric"
        pattern="[0-9]{4,12}"
        maxLength={12}
      />
      <Button type="submit" size="lg" loading={setUp.isPending}>
        {t('setUp.confirm')}
      </Button>
    </form>
  );
}

/** What the server found wrong with one field, as a sentence of its own, if it said. */
export function faultOf(error: Error | null, field: string): string | undefined {
  if (!(error instanceof Refused)) return undefined;
  const message = error.problem.errors?.find(({ path }) => path.split(/[./]/).includes(field))?.message;
  return message && faultLine('', message);
}
