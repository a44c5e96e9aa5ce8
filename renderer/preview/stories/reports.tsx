import '../../reports/mantine';
import { App } from '../../reports/app';
import { OfficeGround } from '../office-ground';
import { closedDay, firstWeek, monthOverview, oneCounter, quietSurvey } from '../report-samples';
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
  answers: {
    site,
    session: { user: admin },
    settings: hallSettings,
    adminCounters: [],
    complaints: { complaints: [], next: null, open: 0, overdue: 0 },
    skm: quietSurvey,
    ...answers,
  },
});

export const stories: Stories = {
  Overview: section('ringkasan', { overview: monthOverview }),
  'The first week': section('ringkasan', { overview: firstWeek }),
  'One counter alone': section('ringkasan', { overview: oneCounter }),
  'A closed day': section('ringkasan', { overview: closedDay }),
  Comparison: section('perbandingan', { summary: (query) => summaryRows(query.get('by') ?? '') }),
  'What is kept': section('penyimpanan', {}),
  'No complaints': section('aduan', {}),
};
