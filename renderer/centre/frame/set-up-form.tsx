import { Button, PasswordInput, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { CentreSession } from '../../../electron/contract/centre/people';
import styles from '../../ui/office/entrance.module.css';
import { faultOf } from '../../ui/office/fault-line';
import { FormError } from '../../ui/office/form-error';
import { useOwnFaults } from '../../ui/office/use-own-faults';
import { callCentre } from '../api';
import { useTexts } from '../texts';

const empty = { code: '', centreName: '', displayName: '', username: '', password: '' };
type Field = keyof typeof empty;
const fieldNames = Object.keys(empty) as Field[];

const leastPassword = 10;
/** As the contract has them. */
const usernames = /^[a-z0-9][a-z0-9._-]{1,39}$/;

/** The first account, made with the one-time code of the start. */
export function SetUpForm({ onSetUp }: { readonly onSetUp: (session: CentreSession) => void }) {
  const { t } = useTexts();
  const [fields, setFields] = useState(empty);
  const username = fields.username.trim().toLowerCase();
  const setUp = useMutation({
    mutationFn: () => callCentre('setup', { body: { ...fields, code: fields.code.trim(), username } }),
    onSuccess: onSetUp,
  });
  const own = useOwnFaults(
    () => ({
      ...Object.fromEntries(
        fieldNames.filter((field) => fields[field].trim() === '').map((field) => [field, t('fault.missing')]),
      ),
      ...(username !== '' && !usernames.test(username) ? { username: t('username.fault') } : {}),
      ...(fields.password !== '' && fields.password.length < leastPassword
        ? { password: t('fault.too_short', { bound: leastPassword }) }
        : {}),
    }),
    () => !setUp.isPending && setUp.mutate(),
  );
  const input = (field: Field) => ({
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
  return (
    <form className={styles.form} {...own.form}>
      <p className={styles.sentence}>{t('centre.setUp.sentence')}</p>
      <FormError error={setUp.error} />
      <div className={styles.fields}>
        <div className={styles.whole}>
          <TextInput
            {...input('code')}
            label={t('setUp.code')}
            description={t('centre.setUp.codeRule')}
            autoFocus
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
          />
        </div>
        <TextInput
          {...input('centreName')}
          label={t('centre.setUp.name')}
          description={t('centre.setUp.nameRule')}
          maxLength={80}
        />
        <TextInput {...input('displayName')} label={t('displayName')} autoComplete="name" maxLength={80} />
        <TextInput
          {...input('username')}
          label={t('username')}
          description={t('username.rule')}
          autoComplete="username"
          autoCapitalize="none"
          maxLength={40}
        />
        <PasswordInput
          {...input('password')}
          label={t('password')}
          description={t('password.rule')}
          autoComplete="new-password"
          maxLength={200}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        />
      </div>
      <div className={styles.foot}>
        <Button type="submit" size="lg" fullWidth loading={setUp.isPending}>
          {t('setUp.confirm')}
        </Button>
      </div>
    </form>
  );
}
