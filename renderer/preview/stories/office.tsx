import '../../admin/mantine';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { Refused, Unreachable } from '../../client/api';
import { AskCard } from '../../ui/office/ask-card';
import { DataTable } from '../../ui/office/data-table';
import { DateField } from '../../ui/office/date-field';
import { Entrance } from '../../ui/office/entrance';
import { FormError } from '../../ui/office/form-error';
import { OfficeContext } from '../../ui/office/frame/office-context';
import { LineWait } from '../../ui/office/line-words';
import { NotYet } from '../../ui/office/not-yet';
import { OwnPasswordForm } from '../../ui/office/own-password';
import RestoreHall from '../../ui/office/restore-hall';
import { SearchDialog } from '../../ui/office/search/search-dialog';
import { SetUpForm } from '../../ui/office/set-up-form';
import { SignInForm } from '../../ui/office/sign-in-form';
import { Toasts, useToast } from '../../ui/office/toast';
import { OfficeGround } from '../office-ground';
import { admin, counters, desk, site } from '../samples';
import type { Stories } from '../story';

const nothing = () => undefined;
const refused = new Refused({
  type: 'urn:antre:problem:not_found',
  code: 'not_found',
  title: 'Tidak ditemukan',
  status: 404,
  detail: 'Yang dicari tidak ada lagi.',
});

function Dates() {
  const [date, setDate] = useState(site.businessDate);
  return (
    <>
      <DateField label="Tanggal" value={date} onChange={setDate} />
      <DateField optional label="Boleh kosong" value="" onChange={nothing} />
      <DateField readOnly label="Hanya dibaca" value={date} onChange={nothing} />
    </>
  );
}

function Table({ rows }: { readonly rows: typeof counters | undefined }) {
  return (
    <DataTable
      caption="Gerai"
      searchLabel="Cari"
      look="records"
      rows={rows}
      answer={{ failureCount: 0, error: null }}
      keyOf={({ id }) => id}
      columns={[
        { key: 'name', title: 'Nama', value: ({ name }) => name.id },
        { key: 'waiting', title: 'Menunggu', value: ({ waiting }) => waiting },
      ]}
      order="name"
      onOpen={nothing}
    />
  );
}

function Saying() {
  const say = useToast();
  return (
    <button type="button" ref={(button) => button?.click()} onClick={() => say('Tersimpan.')}>
      Katakan
    </button>
  );
}

export const stories: Stories = {
  'Signing in': {
    draw: () => (
      <OfficeGround>
        <Entrance title="Masuk" hall={site.name}>
          <SignInForm purpose="Di sini balai diatur." onSignedIn={nothing} />
        </Entrance>
      </OfficeGround>
    ),
  },
  'The first admin': {
    draw: () => (
      <OfficeGround>
        <Entrance title="Persiapan" hall={site.name}>
          <SetUpForm onSetUp={nothing} />
        </Entrance>
      </OfficeGround>
    ),
  },
  'A hall brought back from a second place': {
    draw: () => (
      <OfficeGround>
        <Entrance title="Persiapan" hall={site.name}>
          <RestoreHall code="" onBack={nothing} />
        </Entrance>
      </OfficeGround>
    ),
  },
  'A password of one’s own': {
    draw: () => (
      <OfficeGround>
        <OwnPasswordForm
          username="siti"
          sentence="Ganti kata sandi yang diberikan."
          onChanged={nothing}
          leave={{ name: 'Keluar', onLeave: nothing }}
        />
      </OfficeGround>
    ),
  },
  'A table': {
    draw: () => (
      <OfficeGround>
        <Table rows={counters} />
      </OfficeGround>
    ),
  },
  'A table without rows': {
    draw: () => (
      <OfficeGround>
        <Table rows={[]} />
      </OfficeGround>
    ),
  },
  'A table that is not there yet': {
    draw: () => (
      <OfficeGround>
        <Table rows={undefined} />
      </OfficeGround>
    ),
  },
  Dates: {
    draw: () => (
      <OfficeGround>
        <Dates />
      </OfficeGround>
    ),
  },
  'What went wrong, and what is not there yet': {
    draw: () => (
      <OfficeGround>
        <FormError error={refused} />
        <FormError error={new Unreachable('away')} />
        <NotYet answer={{ failureCount: 0 }} />
        <NotYet answer={{ failureCount: 2 }} />
        <LineWait line={{ state: 'connecting' }} />
      </OfficeGround>
    ),
  },
  'A call for help': {
    draw: () => (
      <OfficeGround>
        <AskCard
          icon={IconAlertTriangle}
          title="Loket 3 minta bantuan"
          said="Sejak 09.00"
          isUrgent
          role="alert"
        >
          <a href="/staff">Lihat</a>
        </AskCard>
      </OfficeGround>
    ),
  },
  'The search, opened': {
    draw: () => (
      <OfficeGround>
        <OfficeContext value={{ site, user: admin, onSignOut: nothing, onOwnPassword: nothing }}>
          <SearchDialog
            own={[{ kind: 'section', text: 'Gerai dan layanan', context: '', href: '#gerai' }]}
            onClose={nothing}
          />
        </OfficeContext>
      </OfficeGround>
    ),
    answers: { counters: [...counters], desks: [desk('3')], users: [] },
  },
  'A sentence for a moment': {
    draw: () => (
      <OfficeGround>
        <Toasts>
          <Saying />
        </Toasts>
      </OfficeGround>
    ),
  },
};
