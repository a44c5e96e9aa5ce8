import { Button, PasswordInput, Radio, Switch, TextInput } from '@mantine/core';
import { IconKey, IconTrash } from '@tabler/icons-react';
import { useContext, useState } from 'react';
import type { AdminUser } from '../../../electron/contract/admin';
import type { AdminCounter } from '../../../electron/contract/admin-hall';
import { type Role, roles } from '../../../electron/contract/staff';
import { callRoute } from '../../client/api';
import { SaveBar } from '../edit/save-bar';
import { useRowEditor } from '../edit/use-row-editor';
import { UserContext } from '../frame/user-context';
import { AskButton } from '../records/ask-dialog';
import { PanelPart, RecordPanel } from '../records/record-panel';
import { useTexts } from '../texts/use-texts';
import { LeaveFields } from './leave-fields';
import { makePassword } from './make-password';
import styles from './person-panel.module.css';
import { ReachFields } from './reach-fields';
import { Sessions } from './sessions';

/** A person with the password that is to be set; empty: it stays. */
type Person = AdminUser & { readonly password: string };

export const blankPerson: AdminUser = {
  id: '',
  version: 0,
  username: '',
  displayName: '',
  role: 'staff',
  wholeHall: false,
  institutions: [],
  counterIds: null,
  active: true,
  mustChangePassword: false,
  leave: [],
  onLeaveUntil: null,
  sessions: 0,
  deskLabel: null,
};

/** An admin has the whole hall; of anybody else it is said, and only officers have counters. */
function inRole(role: Role, before: AdminUser): Partial<Person> {
  if (role === 'admin') return { role, wholeHall: true, institutions: [], counterIds: null };
  const reach = before.role === 'admin' ? { wholeHall: false } : {};
  return { role, ...reach, ...(role === 'staff' ? {} : { counterIds: null }) };
}

/** One account: name, role, what it is for, password, leave, and where it is signed in. */
export function PersonPanel(props: {
  readonly person: AdminUser;
  readonly counters: readonly AdminCounter[];
  readonly onMade: (person: AdminUser) => void;
  readonly onClose: () => void;
}) {
  const { person, counters, onClose } = props;
  const { t } = useTexts();
  const { id } = person;
  const isNew = id === '';
  const isOwn = useContext(UserContext)?.id === id;
  const [showing, setShowing] = useState(false);
  const { edit, submit, bar } = useRowEditor<Person>({
    draftKey: `user:${id}`,
    row: { ...person, password: '' },
    names: {
      displayName: t('displayName'),
      username: t('username'),
      password: t('password'),
      role: t('people.role'),
      wholeHall: t('people.reach'),
      institutions: t('people.institutions'),
      counterIds: t('section.counters'),
      leave: t('people.leave'),
      active: t('people.active'),
    },
    load: async () => ({ ...(await callRoute('user', { params: { id } })), password: '' }),
    change: async (changes, ifVersion) => {
      const { username, displayName, role, password, active, leave } = changes;
      const { wholeHall, institutions, counterIds } = changes;
      // Whoever is given a password makes one of their own at the first sign-in.
      const given = password !== undefined && !isOwn ? { mustChangePassword: true } : {};
      const reach = { wholeHall, institutions, counterIds };
      const sent = { username, displayName, role, password, active, leave, ...reach, ...given };
      const body = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
      return { ...(await callRoute('changeUser', { params: { id }, ifVersion, body })), password: '' };
    },
    make: async ({ id: _none, version, onLeaveUntil, sessions, deskLabel, ...account }, key) => {
      const body = { ...account, mustChangePassword: true };
      return { ...(await callRoute('addUser', { key, body })), password: '' };
    },
    onMade: props.onMade,
  });
  const { value, set } = edit;
  return (
    <RecordPanel title={isNew ? t('people.new') : person.displayName} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <div className={styles.two}>
          <TextInput
            data-autofocus
            label={t('displayName')}
            required
            withAsterisk={false}
            maxLength={80}
            value={value.displayName}
            onChange={(event) => set({ displayName: event.currentTarget.value })}
          />
          <TextInput
            label={t('username')}
            title={t('username.rule')}
            required
            withAsterisk={false}
            autoCapitalize="none"
            autoComplete="off"
            pattern="[a-z0-9][a-z0-9._\-]{1,39}"
            maxLength={40}
            value={value.username}
            onChange={(event) => set({ username: event.currentTarget.value.trim().toLowerCase() })}
          />
        </div>
        <Radio.Group
          label={t('people.role')}
          value={value.role}
          onChange={(role) => set(inRole(role as Role, value))}
        >
          <div className={styles.radios}>
            {roles.map((role) => (
              <Radio
                key={role}
                value={role}
                label={t(`role.${role}`)}
                description={t(`role.${role}.help`)}
                disabled={isOwn}
              />
            ))}
          </div>
        </Radio.Group>
        {value.role !== 'admin' && <ReachFields value={value} counters={counters} onChange={set} />}
        <div className={styles.password}>
          <PasswordInput
            label={isNew ? t('password') : t('people.newPassword')}
            description={isNew ? t('password.rule') : t('people.newPassword.help')}
            required={isNew}
            withAsterisk={false}
            autoComplete="new-password"
            minLength={10}
            maxLength={200}
            visible={showing}
            onVisibilityChange={setShowing}
            visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
            value={value.password}
            onChange={(event) => set({ password: event.currentTarget.value })}
          />
          <Button
            variant="default"
            leftSection={<IconKey size={18} aria-hidden />}
            onClick={() => {
              set({ password: makePassword() });
              setShowing(true);
            }}
          >
            {t('people.makePassword')}
          </Button>
        </div>
        <LeaveFields value={value.leave} onChange={(leave) => set({ leave })} />
        {!isNew && (
          <Switch
            label={t('people.active')}
            description={t('people.active.help')}
            checked={value.active}
            disabled={isOwn}
            onChange={(event) => set({ active: event.currentTarget.checked })}
          />
        )}
        <SaveBar {...bar} />
      </form>
      {!isNew && <Sessions person={person} />}
      {!isNew && !isOwn && (
        <PanelPart title={t('people.remove')}>
          <p>{t('people.remove.help')}</p>
          <div>
            <AskButton
              text={t('people.remove')}
              icon={<IconTrash size={18} aria-hidden />}
              title={t('people.remove.title', { name: person.displayName })}
              sentence={t('people.remove.help')}
              confirm={t('people.remove')}
              grave
              act={() => callRoute('removeUser', { params: { id }, ifVersion: person.version })}
              onDone={onClose}
            />
          </div>
        </PanelPart>
      )}
    </RecordPanel>
  );
}
