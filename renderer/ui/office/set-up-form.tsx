import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Session } from '../../../electron/contract/staff';
import { callRoute } from '../../client/api';
import styles from './entrance.module.css';
import { faultOf } from './fault-line';
import { FormError } from './form-error';
import { useEntranceTexts } from './office-texts';

/** Seldom needed, and then once. */
const RestoreHall = lazy(() => import('./restore-hall'));

const empty = { code: '', displayName: '', username: '', password: '', exitPin: '' };

/** The first admin, made with the one-time set-up code. */
export function SetUpForm({ onSetUp }: { readonly onSetUp: (session: Session) => void }) {
  const { t } = useEntranceTexts();
  const [fields, setFields] = useState(empty);
  const [isRestoring, setIsRestoring] = useState(false);
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
  if (isRestoring) {
    return (
      <Suspense fallback={<p role="status">{t('loading')}</p>}>
        <RestoreHall code={fields.code} onBack={() => setIsRestoring(false)} />
      </Suspense>
    );
  }
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
      <Button variant="subtle" onClick={() => setIsRestoring(true)}>
        {t('setUp.restore')}
      </Button>
    </form>
  );
}
