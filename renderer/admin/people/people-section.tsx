import { Button } from '@mantine/core';
import { IconFileImport, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminUser } from '../../../electron/contract/admin';
import { callRoute } from '../../client/api';
import { formatDayAndMonth } from '../../i18n/time';
import { NotYet } from '../../ui/office/not-yet';
import { type Column, RecordTable } from '../records/record-table';
import { useTexts } from '../texts/use-texts';
import { ImportDialog } from './import-dialog';
import { blankPerson, PersonPanel } from './person-panel';

const halfMinute = 30_000;

/** Everybody with an account: what they may do, where they are signed in, when they are on leave. */
export function PeopleSection() {
  const { t, local, language } = useTexts();
  const people = useQuery({
    queryKey: ['admin', 'users'],
    queryFn: () => callRoute('users'),
    refetchInterval: halfMinute,
  });
  const { data: counters = [] } = useQuery({
    queryKey: ['admin', 'counters'],
    queryFn: () => callRoute('adminCounters', { query: {} }),
  });
  const [openId, setOpenId] = useState<string | null>(null);
  const [importing, setImporting] = useState(false);
  if (!people.data) return <NotYet answer={people} />;

  const countersOf = ({ role, counterIds }: AdminUser) => {
    if (role !== 'staff' || counterIds === null) return t('people.allCounters');
    const names = counters.filter(({ id }) => counterIds.includes(id)).map(({ name }) => local(name));
    return names.join(', ') || t('people.noCounters');
  };
  const stateOf = (person: AdminUser) => {
    if (!person.active) return t('people.inactive');
    if (person.onLeaveUntil !== null) {
      return t('people.onLeaveUntil', { date: formatDayAndMonth(person.onLeaveUntil, language) });
    }
    if (person.deskLabel !== null) return t('people.atDesk', { desk: person.deskLabel });
    return person.sessions > 0 ? t('people.signedIn') : t('people.away');
  };
  const column = (key: string, title: string, value: (person: AdminUser) => string): Column<AdminUser> => ({
    key,
    title,
    value,
    show: value,
  });
  const open = openId === '' ? blankPerson : people.data.find(({ id }) => id === openId);
  return (
    <>
      <RecordTable
        title={t('section.people')}
        rows={people.data}
        columns={[
          column('displayName', t('displayName'), ({ displayName }) => displayName),
          column('username', t('username'), ({ username }) => username),
          column('role', t('people.role'), ({ role }) => t(`role.${role}`)),
          column('counters', t('section.counters'), countersOf),
          column('state', t('people.state'), stateOf),
        ]}
        searchLabel={t('people.search')}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconFileImport size={20} aria-hidden />}
              onClick={() => setImporting(true)}
            >
              {t('people.import')}
            </Button>
            <Button leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => setOpenId('')}>
              {t('people.add')}
            </Button>
          </>
        }
        isMuted={({ active }) => !active}
        onOpen={({ id }) => setOpenId(id)}
      />
      {open && (
        <PersonPanel
          key={open.id}
          person={open}
          counters={counters}
          onMade={({ id }) => setOpenId(id)}
          onClose={() => setOpenId(null)}
        />
      )}
      {importing && <ImportDialog counters={counters} onClose={() => setImporting(false)} />}
    </>
  );
}
