import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { Session } from '../../../electron/contract/staff';
import { callRoute } from '../../client/api';
import styles from './entrance.module.css';
import { faultOf } from './fault-line';
import { FormError } from './form-error';
import { useEntranceTexts } from './office-texts';
import { useOwnFaults } from './use-own-faults';

/** Seldom needed, and then once. */
const RestoreHall = lazy(() => import('./restore-hall'));

const empty = { code: '', displayName: '', username: '', password: '', exitPin: '' };
type Field = keyof typeof empty;

const leastPassword = 10;
/** As the contract has them; what else it refuses, the server says. */
const usernames = /^[a-z0-9][a-z0-9._-]{1,39}$/;
const pins = /^[0-9]{4,12}$/;

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
          username: username(fields),
          password: fields.password,
          ...(fields.exitPin === '' ? {} : { exitPin: fields.exitPin }),
        },
      }),
    onSuccess: onSetUp,
  });
  const own = useOwnFaults(
    () => ({
      ...Object.fromEntries(
        (['code', 'displayName', 'username', 'password'] as const)
          .filter((field) => fields[field].trim() === '')
          .map((field) => [field, t('fault.missing')]),
      ),
      ...(fields.username.trim() !== '' && !usernames.test(username(fields))
        ? { username: t('username.fault') }
        : {}),
      ...(fields.password !== '' && fields.password.length < leastPassword
        ? { password: t('fault.too_short', { bound: leastPassword }) }
        : {}),
      ...(fields.exitPin !== '' && !pins.test(fields.exitPin) ? { exitPin: t('setUp.exitPinFault') } : {}),
    }),
    () => !setUp.isPending && setUp.mutate(),
  );
  const input = (field: Field) => ({
    label: t(field === 'code' || field === 'exitPin' ? `setUp.${field}` : field),
    name: field,
    required: true,
    withAsterisk: false,
    value: fields[field],
    error: own.faults[field] ?? faultOf(setUp.error, field),
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
    <form className={styles.form} {...own.form}>
      <p className={styles.sentence}>{t('setUp.sentence')}</p>
      <FormError error={setUp.error} />
      <div className={styles.fields}>
        <div className={styles.whole}>
          <TextInput {...input('code')} autoFocus autoComplete="off" spellCheck={false} maxLength={100} />
        </div>
        <TextInput {...input('displayName')} autoComplete="name" maxLength={80} />
        <TextInput
          {...input('username')}
          description={t('username.rule')}
          autoComplete="username"
          autoCapitalize="none"
          maxLength={40}
        />
        <PasswordInput
          {...input('password')}
          description={t('password.rule')}
          autoComplete="new-password"
          maxLength={200}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        />
        <TextInput
          {...input('exitPin')}
          required={false}
          description={t('setUp.exitPinRule')}
          autoComplete="off"
          inputMode="numeric"
          maxLength={12}
        />
      </div>
      <Button variant="subtle" onClick={() => setIsRestoring(true)}>
        {t('setUp.restore')}
      </Button>
      <div className={styles.foot}>
        <Button type="submit" size="lg" fullWidth loading={setUp.isPending}>
          {t('setUp.confirm')}
        </Button>
      </div>
    </form>
  );
}

function username(fields: typeof empty): string {
  return fields.username.trim().toLowerCase();
}
