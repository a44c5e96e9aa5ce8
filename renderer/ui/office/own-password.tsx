import { Button, Modal, PasswordInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { callRoute } from '../../client/api';
import styles from './entrance.module.css';
import { faultOf } from './fault-line';
import { FormError } from './form-error';
import { useEntranceTexts } from './office-texts';
import { useToast } from './toast';
import { useOwnFaults } from './use-own-faults';

const leastPassword = 10;

/** The present password, and one's own new one. */
export function OwnPasswordForm(props: {
  readonly username: string;
  readonly sentence: string;
  readonly onChanged: () => void;
  /** The way out without a change. */
  readonly leave: { readonly name: string; readonly onLeave: () => void };
}) {
  const { t } = useEntranceTexts();
  const [current, setCurrent] = useState('');
  const [password, setPassword] = useState('');
  const change = useMutation({
    mutationFn: () => callRoute('changeOwnPassword', { body: { current, password } }),
    onSuccess: props.onChanged,
  });
  const refused = faultOf(change.error, 'password');
  const own = useOwnFaults(
    () => ({
      ...(current === '' ? { current: t('fault.missing') } : {}),
      ...(password === ''
        ? { password: t('fault.missing') }
        : password.length < leastPassword
          ? { password: t('fault.too_short', { bound: leastPassword }) }
          : {}),
    }),
    () => !change.isPending && change.mutate(),
  );
  return (
    <form className={styles.form} {...own.form}>
      <p className={styles.sentence}>{props.sentence}</p>
      <FormError error={refused === undefined ? change.error : null} />
      {/* So that a browser keeps the password for this name. */}
      <input type="hidden" name="username" autoComplete="username" value={props.username} />
      <PasswordInput
        data-autofocus
        autoFocus
        label={t('ownPassword.current')}
        autoComplete="current-password"
        error={own.faults.current}
        required
        withAsterisk={false}
        maxLength={400}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('ownPassword.new')}
        description={t('password.rule')}
        error={own.faults.password ?? refused}
        autoComplete="new-password"
        required
        withAsterisk={false}
        maxLength={200}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button type="submit" size="lg" loading={change.isPending}>
        {t('ownPassword.confirm')}
      </Button>
      <Button variant="default" onClick={props.leave.onLeave}>
        {props.leave.name}
      </Button>
    </form>
  );
}

/** The same over the page that one works on. */
export function OwnPasswordDialog(props: {
  readonly opened: boolean;
  readonly username: string;
  readonly onClose: () => void;
}) {
  const { t } = useEntranceTexts();
  const say = useToast();
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('ownPassword')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <OwnPasswordForm
        username={props.username}
        sentence={t('ownPassword.sentence')}
        onChanged={() => {
          props.onClose();
          say(t('ownPassword.changed'));
        }}
        leave={{ name: t('cancel'), onLeave: props.onClose }}
      />
    </Modal>
  );
}
