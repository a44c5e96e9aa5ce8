import { Button, PasswordInput, Radio } from '@mantine/core';
import { IconKey, IconTrash } from '@tabler/icons-react';
import { useContext, useState } from 'react';
import type { AdminUser } from '../../../electron/contract/admin';
import type { AdminCounter } from '../../../electron/contract/admin-hall';
import { fieldShapes } from '../../../electron/contract/field-shapes';
import { type Role, roles } from '../../../electron/contract/staff';
import { callRoute } from '../../client/api';
import { TextControl } from '../edit/controls';
import { EditForm } from '../edit/edit-form';
import { FieldFault } from '../edit/field-fault';
import type { ControlProps, FieldRow } from '../edit/field-row';
import { FieldTable } from '../edit/field-table';
import { useFieldWords } from '../edit/use-field-words';
import { useRowEditor } from '../edit/use-row-editor';
import { UserContext } from '../frame/user-context';
import { AskButton } from '../records/ask-dialog';
import { PanelPart, RecordPanel } from '../records/record-panel';
import { useTexts } from '../texts';
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
  const words = useFieldWords();
  const rows: FieldRow<Person>[] = [
    { key: 'displayName', ...words('displayName') },
    { key: 'username', ...words('username'), max: 40, control: UsernameControl },
    {
      key: 'role',
      ...words('people.role'),
      control: (field) => <RoleControl {...field} readOnly={isOwn} />,
    },
    {
      key: 'wholeHall',
      ...words('people.reach'),
      control: (field) =>
        field.row.role !== 'admin' && (
          <ReachFields value={field.row} counters={counters} onChange={field.set} />
        ),
    },
    { key: 'password', ...words('password'), control: PasswordControl },
    { key: 'leave', ...words('people.leave'), control: LeaveFields },
    ...(isNew ? [] : [{ key: 'active', ...words('people.active') } as const]),
  ];
  const { table, part } = useRowEditor<Person>({
    draftKey: `user:${id}`,
    row: { ...person, password: '' },
    // What one control changes together is told by its own names.
    rows: [
      ...rows,
      { key: 'institutions', label: t('people.institutions') },
      { key: 'counterIds', label: t('section.counters') },
    ],
    shapes: fieldShapes.people,
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
  // What is refused of whom they are for stands below that.
  const afterReach = rows.findIndex(({ key }) => key === 'wholeHall') + 1;
  return (
    <RecordPanel title={isNew ? t('people.new') : person.displayName} onClose={onClose}>
      <EditForm parts={[part]} readOnly={false}>
        <FieldTable {...table} rows={rows.slice(0, afterReach)} readOnly={false} />
        {['institutions', 'counterIds'].map((field) => (
          <FieldFault key={field} faults={part.faults} of={field} />
        ))}
        <FieldTable {...table} rows={rows.slice(afterReach)} readOnly={false} />
      </EditForm>
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

function UsernameControl(props: ControlProps<Person, string>) {
  const { t } = useTexts();
  return (
    <TextControl
      {...props}
      title={t('username.rule')}
      autoCapitalize="none"
      autoComplete="off"
      tidy={(text) => text.trim().toLowerCase()}
    />
  );
}

function RoleControl(props: ControlProps<Person, Role>) {
  const { t } = useTexts();
  return (
    <Radio.Group
      label={props.label}
      error={props.error}
      value={props.value}
      onChange={(role) => props.set(inRole(role as Role, props.row))}
    >
      <div className={styles.radios}>
        {roles.map((role) => (
          <Radio
            key={role}
            value={role}
            label={t(`role.${role}`)}
            description={t(`role.${role}.help`)}
            disabled={props.readOnly}
          />
        ))}
      </div>
    </Radio.Group>
  );
}

function PasswordControl(props: ControlProps<Person, string>) {
  const { t } = useTexts();
  const [showing, setShowing] = useState(false);
  const isNew = props.row.id === '';
  return (
    <div className={styles.password}>
      <PasswordInput
        label={isNew ? props.label : t('people.newPassword')}
        description={isNew ? t('password.rule') : t('people.newPassword.help')}
        required={isNew}
        withAsterisk={false}
        autoComplete="new-password"
        minLength={props.shape.min ?? 0}
        maxLength={props.shape.max ?? 0}
        error={props.error}
        visible={showing}
        onVisibilityChange={setShowing}
        visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <Button
        variant="default"
        leftSection={<IconKey size={18} aria-hidden />}
        onClick={() => {
          props.onChange(makePassword());
          setShowing(true);
        }}
      >
        {t('people.makePassword')}
      </Button>
    </div>
  );
}
