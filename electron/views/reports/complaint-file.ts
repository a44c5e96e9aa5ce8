import { valueNames } from '../../contract/history/value-names';
import { type ComplaintFileQuery, complaintFileMost } from '../../contract/reports';
import type { ComplaintOrigin, ListedComplaint } from '../../contract/survey';
import { complaintsOfPeriod } from '../complaints-view';
import type { ViewContext } from '../view-context';
import type { ReportTable } from './report-file';
import type { ReportLanguage } from './report-words';
import type { WithinReach } from './summary-view';

/** In order. Nothing here tells who wrote, or when beyond the day. */
const columns = [
  'code',
  'receivedOn',
  'origin',
  'counter',
  'service',
  'kind',
  'text',
  'status',
  'answer',
  'dueOn',
  'answeredOn',
  'sp4nNumber',
] as const satisfies readonly (keyof ListedComplaint)[];
type Column = (typeof columns)[number];

const words: Readonly<Record<ReportLanguage, Readonly<Record<Column | 'sheet' | 'hall' | 'more', string>>>> =
  {
    id: {
      sheet: 'Saran dan aduan',
      code: 'Kode',
      receivedOn: 'Diterima',
      origin: 'Dari',
      counter: 'Gerai',
      service: 'Layanan',
      kind: 'Jenis',
      text: 'Isi',
      status: 'Keadaan',
      answer: 'Jawaban',
      dueOn: 'Batas menjawab',
      answeredOn: 'Dijawab',
      sp4nNumber: 'Nomor SP4N-LAPOR!',
      hall: 'Seluruh balai',
      more: `Hanya ${complaintFileMost} yang terbaru. Pilih masa yang lebih pendek.`,
    },
    en: {
      sheet: 'Suggestions and complaints',
      code: 'Code',
      receivedOn: 'Received',
      origin: 'From',
      counter: 'Counter',
      service: 'Service',
      kind: 'Kind',
      text: 'Text',
      status: 'State',
      answer: 'Answer',
      dueOn: 'Due',
      answeredOn: 'Answered',
      sp4nNumber: 'SP4N-LAPOR! number',
      hall: 'The whole hall',
      more: `Only the newest ${complaintFileMost}. Choose a shorter period.`,
    },
  };

/** How a message came, for people. */
const originWords: Readonly<Record<ReportLanguage, Readonly<Record<ComplaintOrigin, string>>>> = {
  id: { survey: 'Sesudah dilayani', ticket: 'Pemegang nomor', open: 'Tanpa nomor' },
  en: { survey: 'After being served', ticket: 'Somebody with a number', open: 'Without a number' },
};

/** Suggestions and complaints of a period and within reach as a table, the newest first; without a language columns and values are the contract's. */
export function complaintTable(context: ViewContext, wanted: ComplaintFileQuery & WithinReach): ReportTable {
  const { language } = wanted;
  const said = words[language ?? 'id'];
  const found = complaintsOfPeriod(context, wanted, complaintFileMost + 1);
  const rows = found
    .slice(0, complaintFileMost)
    .map((complaint) => columns.map((column) => cell(complaint, column, language)));
  if (found.length > complaintFileMost) rows.push([said.more, ...columns.slice(1).map(() => null)]);
  return {
    title: said.sheet,
    sheet: said.sheet,
    headings: columns.map((column) => (language ? said[column] : column)),
    rows,
  };
}

function cell(complaint: ListedComplaint, column: Column, language?: ReportLanguage): string | null {
  if (column === 'counter' || column === 'service') {
    const name = complaint[column];
    if (name) return name[language ?? 'id'] || name.id;
    return column === 'counter' && language ? words[language].hall : null;
  }
  const value = complaint[column];
  if (!language || value === null) return value;
  if (column === 'origin') return originWords[language][complaint.origin];
  return valueNames[column]?.[value]?.[language] ?? value;
}
