import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { CentreUser } from '../../../electron/contract/centre/people';
import { DataTable } from '../../ui/office/data-table';
import { useCentre } from '../api';
import { Page } from '../frame/page';
import { useHallsNow } from '../halls/use-halls-now';
import { useTexts } from '../texts';
import { PersonDialog } from './person-dialog';

/** Everybody who works at the centre, and what they see. */
export function PeopleSection() {
  const { t } = useTexts();
  const people = useCentre('people');
  const halls = useHallsNow().data?.halls ?? [];
  const [open, setOpen] = useState<CentreUser | 'new' | null>(null);
  const seen = ({ hallIds }: CentreUser) =>
    hallIds === null
      ? t('centre.people.all')
      : halls
          .filter(({ id }) => hallIds.includes(id))
          .map(({ name }) => name)
          .join(', ') || t('centre.people.noHalls');
  return (
    <Page
      title={t('centre.section.people')}
      tools={
        <Button leftSection={<IconUserPlus size={20} aria-hidden />} onClick={() => setOpen('new')}>
          {t('centre.people.add')}
        </Button>
      }
    >
      <DataTable<CentreUser>
        caption={t('centre.section.people')}
        look="records"
        rows={people.data?.people}
        answer={people}
        keyOf={({ id }) => id}
        onOpen={setOpen}
        columns={[
          { key: 'displayName', title: t('displayName'), value: ({ displayName }) => displayName },
          { key: 'username', title: t('username'), value: ({ username }) => username },
          { key: 'role', title: t('centre.role'), value: ({ role }) => t(`centre.role.${role}`) },
          { key: 'halls', title: t('centre.people.halls'), value: seen },
        ]}
      />
      {open && (
        <PersonDialog
          key={open === 'new' ? 'new' : open.id}
          person={open === 'new' ? null : open}
          halls={halls}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  );
}
