import { Button } from '@mantine/core';
import { IconFileImport, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { AdminUser } from '../../../electron/contract/admin';
import { dateInWords } from '../../../electron/texts/dates';
import { useRoute } from '../../client/use-route';
import { type DataColumn, DataTable } from '../../ui/office/data-table';
import { useChosenRow } from '../edit/use-chosen-row';
import { RecordsPage } from '../records/records-page';
import { useTexts } from '../texts';
import { ImportDialog } from './import-dialog';
import { blankPerson, PersonPanel } from './person-panel';

const halfMinute = 30_000;

/** Everybody with an account: what they may do, where they are signed in, when they are on leave. */
export function PeopleSection() {
  const { t } = useTexts();
  return <People title={t('section.people')} />;
}

/** The same; without a title it stands in what has one. */
export function People({ title }: { readonly title: string | null }) {
  const { t, language } = useTexts();
  const people = useRoute('users', {}, { refetchInterval: halfMinute });
  const { data: counters = [] } = useRoute('adminCounters');
  const [openId, setOpenId] = useChosenRow();
  const [importing, setImporting] = useState(false);

  const reachOf = ({ wholeHall, institutions, counterIds }: AdminUser) => {
    if (wholeHall) return t('people.reach.hall');
    const own = counters.filter(({ agency }) => institutions.includes(agency));
    const served = own.filter(({ id }) => counterIds?.includes(id) ?? true);
    if (served.length === 0) return [...institutions, t('people.noCounters')].join(': ');
    // Where they are not all of it, their letters say which.
    const codes = served.length < own.length ? ` (${served.map(({ code }) => code).join(', ')})` : '';
    return `${institutions.join(', ')}${codes}`;
  };
  const stateOf = (person: AdminUser) => {
    if (!person.active) return t('people.inactive');
    if (person.onLeaveUntil !== null) {
      return t('people.onLeaveUntil', { date: dateInWords(person.onLeaveUntil, language, 'day') });
    }
    if (person.deskLabel !== null) return t('people.atDesk', { desk: person.deskLabel });
    return person.sessions > 0 ? t('people.signedIn') : t('people.away');
  };
  const columns: DataColumn<AdminUser>[] = [
    { key: 'displayName', title: t('displayName'), value: ({ displayName }) => displayName },
    { key: 'username', title: t('username'), value: ({ username }) => username },
    { key: 'role', title: t('people.role'), value: ({ role }) => t(`role.${role}`) },
    { key: 'reach', title: t('people.reach'), value: reachOf },
    { key: 'state', title: t('people.state'), value: stateOf },
  ];
  const open = openId === '' ? blankPerson : people.data?.find(({ id }) => id === openId);
  return (
    <>
      <RecordsPage
        title={title}
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
      >
        <DataTable
          caption={t('section.people')}
          look="records"
          rows={people.data}
          answer={people}
          keyOf={({ id }) => id}
          order="displayName"
          columns={columns}
          searchLabel={t('people.search')}
          isMuted={({ active }) => !active}
          onOpen={({ id }) => setOpenId(id)}
        />
      </RecordsPage>
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
