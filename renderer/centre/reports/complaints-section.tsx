import type { CentreComplaints } from '../../../electron/contract/centre/reports';
import { dateInWords } from '../../../electron/texts/dates';
import { DataTable } from '../../ui/office/data-table';
import { useCentre } from '../api';
import { Page } from '../frame/page';
import { useTexts } from '../texts';

const askAgainMs = 60_000;

/** What is to be answered in each hall, and by when: numbers alone, never what anybody wrote. */
export function ComplaintsSection() {
  const { t, language } = useTexts();
  const complaints = useCentre('reportComplaints', {}, { refetchInterval: askAgainMs });
  const halls = complaints.data?.halls;
  const sum = (of: 'open' | 'overdue') => (halls ?? []).reduce((total, hall) => total + hall[of], 0);
  return (
    <Page
      title={t('centre.section.complaints')}
      {...(halls
        ? { sentence: t('centre.complaints.sentence', { open: sum('open'), overdue: sum('overdue') }) }
        : {})}
    >
      <DataTable<CentreComplaints['halls'][number]>
        caption={t('centre.section.complaints')}
        look="records"
        rows={halls}
        answer={complaints}
        keyOf={({ hallId }) => hallId}
        none={t('centre.complaints.none')}
        columns={[
          { key: 'name', title: t('centre.hall'), value: ({ name }) => name },
          { key: 'open', title: t('centre.complaints.open'), value: ({ open }) => open },
          { key: 'new', title: t('centre.complaints.new'), value: (row) => row.new },
          { key: 'overdue', title: t('centre.complaints.overdue'), value: ({ overdue }) => overdue },
          {
            key: 'nextDue',
            title: t('centre.complaints.nextDue'),
            value: ({ nextDue }) => nextDue ?? '',
            show: ({ nextDue }) => (nextDue ? dateInWords(nextDue, language, 'year') : '–'),
          },
          { key: 'answered', title: t('centre.complaints.answered'), value: ({ answered }) => answered },
          {
            key: 'date',
            title: t('centre.complaints.asOf'),
            value: ({ date }) => date,
            show: ({ date }) => dateInWords(date, language, 'year'),
          },
        ]}
      />
    </Page>
  );
}
