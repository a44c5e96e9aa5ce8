import { Button } from '@mantine/core';
import { IconDoorExit, IconUserPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { AdminUser } from '../../../electron/contract/admin';
import type { User } from '../../../electron/contract/staff';
import { callRoute } from '../../client/api';
import { useTexts } from '../texts/use-texts';
import { Header, HeaderButton } from '../workplace/header';
import { UserDialog } from './user-dialog';
import styles from './users-page.module.css';

/** Everybody with an account; the admin adds, changes and deactivates them. */
export function UsersPage(props: {
  readonly user: User;
  readonly places: ReactNode;
  readonly onSignOut: () => void;
}) {
  const { user, places, onSignOut } = props;
  const { t, local } = useTexts();
  const queries = useQueryClient();
  const users = useQuery({ queryKey: ['users'], queryFn: () => callRoute('users') });
  const { data: counters } = useQuery({ queryKey: ['counters'], queryFn: () => callRoute('counters') });
  const [editing, setEditing] = useState<AdminUser | 'new' | null>(null);
  const counterNames = (ids: readonly string[] | null) =>
    ids === null
      ? t('users.allCounters')
      : (counters ?? [])
          .filter((counter) => ids.includes(counter.id))
          .map((counter) => local(counter.name))
          .join(', ') || t('users.noCounters');

  return (
    <div className={styles.page}>
      <Header title={t('users.title')} who={user.displayName} line={null} kept={false} places={places}>
        <HeaderButton icon={<IconDoorExit size={20} aria-hidden />} onClick={onSignOut}>
          {t('signOut')}
        </HeaderButton>
      </Header>
      <main className={styles.main}>
        <div className={styles.tools}>
          <Button leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => setEditing('new')}>
            {t('users.add')}
          </Button>
        </div>
        {users.isPending && <p role="status">{t('loading')}</p>}
        {users.data && (
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">{t('displayName')}</th>
                <th scope="col">{t('username')}</th>
                <th scope="col">{t('users.role')}</th>
                <th scope="col">{t('users.counters')}</th>
                <th scope="col">{t('users.state')}</th>
                <th scope="col">
                  <span className={styles.unseen}>{t('users.change')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {users.data.map((each) => (
                <tr key={each.id} data-inactive={!each.active || undefined}>
                  <th scope="row">{each.displayName}</th>
                  <td>{each.username}</td>
                  <td>{t(`role.${each.role}`)}</td>
                  <td>{counterNames(each.counterIds)}</td>
                  <td>{t(each.active ? 'users.active' : 'users.inactive')}</td>
                  <td>
                    <Button
                      size="sm"
                      variant="default"
                      aria-label={t('users.changeName', { name: each.displayName })}
                      onClick={() => setEditing(each)}
                    >
                      {t('users.change')}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </main>
      {editing && (
        <UserDialog
          user={editing === 'new' ? null : editing}
          own={editing !== 'new' && editing.id === user.id}
          counters={counters ?? []}
          onSaved={() => {
            setEditing(null);
            void queries.invalidateQueries({ queryKey: ['users'] });
          }}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}
