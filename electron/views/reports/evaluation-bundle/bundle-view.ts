import type { Evaluation } from '../../../contract/evaluation/evaluation';
import type { Figures } from '../../../contract/evaluation/figures';
import type { Language } from '../../../contract/languages';
import { Refusal } from '../../../queue/refusal';
import { query } from '../../../store/store';
import { evaluationView, instrumentsOf } from '../../evaluation/evaluation-view';
import { daysOf, gather } from '../../evaluation/sources';
import type { ViewContext } from '../../view-context';
import { asWorkbook } from '../report-file';
import { workbookHeading } from '../workbook-heading';
import { bundleTexts } from './bundle-words';
import { f01Tables } from './f01';
import { f01Pdf } from './f01-pdf';
import { f03Table } from './f03';
import { indexPage } from './index-page';
import { type ReportOfYear, yearReports } from './year-reports';

interface AskedBundle {
  readonly year?: number | undefined;
  readonly language?: Language | undefined;
  /** The mark of the doubts that somebody has read. */
  readonly read?: string | undefined;
}

/** What goes into the file that is handed in. */
export interface EvaluationBundle {
  readonly year: number;
  /** By their names in it. */
  readonly made: readonly { readonly name: string; readonly content: string | Uint8Array }[];
  /** What is made one by one, by `yearReport`. */
  readonly reports: readonly ReportOfYear[];
  /** What people put in: the name in it, and which of the kept files. */
  readonly kept: readonly { readonly name: string; readonly file: string }[];
}

/**
 * A year's evaluation as files to hand in: F-01 as a workbook and on paper, the year's reports, what became of surveys, the log of
 * changes, what people put in, and a page that opens it by indicator. Nobody's name stands in what is made here. Refuses as
 * `evaluationView`, and `read_names_first` unless it was read what now looks as if it led to a person.
 */
export async function evaluationBundle(
  context: ViewContext,
  { year: asked, language = 'id', read }: AskedBundle,
): Promise<EvaluationBundle> {
  const t = bundleTexts.in(language);
  const evaluation = evaluationView(context, { year: asked, language });
  if (evaluation.doubtsMark !== null && evaluation.doubtsMark !== read) throw new Refusal('read_names_first');
  const { year } = evaluation;
  const days = daysOf(year, context.businessDate);
  const kept = keptOf(context, evaluation, language);
  const filesOf = (number: number) =>
    kept.flatMap(({ name, indicator }) => (indicator === number ? name : []));
  const heading = workbookHeading(
    context,
    { ...(days ?? { from: `${year}-01-01`, to: `${year}-12-31` }), reach: null },
    language,
  );
  const figures: Figures = Object.assign(
    {},
    ...(days ? [...gather(context, days).values()].map((source) => source.figures) : []),
  );
  const lines = [heading.hall, ...heading.lines];
  const tables = f01Tables(evaluation, figures, filesOf, language);
  const made: { name: string; content: string | Uint8Array }[] = [
    { name: `${t('f01')}.xlsx`, content: await asWorkbook(tables, heading) },
    { name: `${t('f01')}.pdf`, content: f01Pdf(evaluation, lines, filesOf, language) },
    { name: `${t('f03')}.xlsx`, content: await asWorkbook([f03Table(evaluation, language)], heading) },
    {
      name: `${t('name.instrument')}-${year}.json`,
      content: JSON.stringify(instrumentsOf(context.reader).get(year)?.instrument, null, 2),
    },
  ];
  const reports = days ? yearReports(days, language) : [];
  const whole = [
    ...made.map(({ name }) => name),
    ...reports.map(({ name }) => name),
    ...kept.flatMap(({ name, indicator }) => (indicator === null ? name : [])),
  ];
  const page = indexPage(
    evaluation,
    { heading: lines, whole, of: filesOf, at: context.hall.settings.publicUrl ?? '' },
    language,
  );
  made.unshift({ name: `${t('name.index')}.html`, content: page });
  return {
    year,
    made,
    reports: reports.map(({ report }) => report),
    kept: kept.map(({ name, file }) => ({ name, file })),
  };
}

/** The kept files of the year's indicators and follow-ups, each with a name of its own in a folder of what it is of. */
function keptOf({ reader }: ViewContext, { year }: Evaluation, language: Language) {
  const t = bundleTexts.in(language);
  const rows = reader.all(
    query.selectFrom('kept_files').select(['id', 'ownerKind', 'ownerId', 'name', 'file']).orderBy('id'),
  );
  const reportedOn = new Map(
    reader
      .all(query.selectFrom('follow_ups').select(['id', 'reportedDate']))
      .map(({ id, reportedDate }) => [String(id), reportedDate]),
  );
  return rows.flatMap(({ ownerKind, ownerId, name, file, id }) => {
    if (ownerKind === 'indicator' && ownerId.startsWith(`${year}-`)) {
      const number = ownerId.slice(5);
      const folder = `${t('folder.files')}/${number.padStart(2, '0')}`;
      return [{ name: `${folder}/${id} ${name}`, file, indicator: Number(number) as number | null }];
    }
    if (ownerKind === 'follow_up' && reportedOn.get(ownerId)?.startsWith(`${year}-`)) {
      const folder = `${t('folder.files')}/${t('folder.plan')}/${ownerId}`;
      return [{ name: `${folder}/${id} ${name}`, file, indicator: null }];
    }
    return [];
  });
}
