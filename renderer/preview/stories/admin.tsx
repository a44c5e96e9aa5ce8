import '../../admin/mantine';
import { App } from '../../admin/app';
import { OfficeGround } from '../office-ground';
import { admin, desk, hallSettings, person, site } from '../samples';
import type { Answers, Stories, Story } from '../story';

/** A section of the admin's page, by its address. */
const section = (address: string, answers: Answers): Story => ({
  draw: () => {
    location.hash = address;
    return (
      <OfficeGround>
        <App />
      </OfficeGround>
    );
  },
  answers: {
    site,
    session: { user: admin },
    adminCounters: [],
    settings: hallSettings,
    findings: [],
    ...answers,
  },
});

const people = [
  person(),
  person({ id: '2', displayName: 'Budi Santoso', username: 'budi', role: 'staff', deskLabel: '3' }),
  person({
    id: '3',
    displayName: 'Sri Lestari',
    username: 'sri',
    role: 'supervisor',
    active: false,
    sessions: 0,
  }),
];

export const stories: Stories = {
  'Settings of the hall': section('balai', {}),
  'Settings of the kiosk': section('kios', {}),
  People: section('orang', { users: people }),
  'No tokens': section('token', { tokens: [] }),
  'A section whose answer is not there yet': section('loket', {}),
  'In practice': section('balai', { site: { ...site, practice: true }, desks: [desk('1')] }),
};
