import '../../reports/mantine';
import { App } from '../../reports/app';
import { OfficeGround } from '../office-ground';
import { admin, hallSettings, site, summaryRows } from '../samples';
import type { Answers, Stories, Story } from '../story';

const section = (address: string, answers: Answers): Story => ({
  draw: () => {
    location.hash = address;
    return (
      <OfficeGround>
        <App />
      </OfficeGround>
    );
  },
  answers: { site, session: { user: admin }, settings: hallSettings, adminCounters: [], ...answers },
});

export const stories: Stories = {
  Overview: section('ringkasan', { summary: (query) => summaryRows(query.get('by') ?? '') }),
  'A period without numbers': section('ringkasan', { summary: [] }),
  'What is kept': section('penyimpanan', {}),
  'No complaints': section('aduan', {
    complaints: { complaints: [], next: null, open: 0, overdue: 0 },
  }),
};
