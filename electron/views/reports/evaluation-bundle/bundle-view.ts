import type { Evaluation } from '../../../contract/evaluation/evaluation';
import type { Figures } from '../../../contract/evaluation/figures';
import { actNames, acts } from '../../../contract/history/act-names';
import { type SubjectKind, subjectNames } from '../../../contract/history/subject-names';
import { valueName } from '../../../contract/history/value-names';
import type { Language } from '../../../contract/languages';
import { formatEpochDay, localEpochDay } from '../../../queue/local-day';
import { query } from '../../../store/store';
import { updatesOf } from '../../evaluation/change-evidence';
import { evaluationView, instrumentsOf } from '../../evaluation/evaluation-view';
import type { Year } from '../../evaluation/evidence';
import { daysOf, gather } from '../../evaluation/sources';
import { followUpPlansView } from '../../follow-ups-view';
import type { ViewContext } from '../../view-context';
import { accessView } from '../access-view';
import { presenceView } from '../presence-view';
import {
  accessTable,
  asCsv,
  asWorkbook,
  presenceTable,
  type ReportTable,
  summaryTable,
} from '../report-file';
import { skmTable } from '../skm-file';
import { summaryView } from '../summary-view';
import { workbookHeading } from '../workbook-heading';
import { bundleTexts } from './bundle-words';
import { f01Tables } from './f01';
import { f01Pdf } from './f01-pdf';
import { f03Table } from './f03';
import { indexPage } from './index-page';

/** What goes into the file that is handed in. */
export interface EvaluationBundle {
  readonly year: number;
  /** By their names in it. */
  readonly made: readonly { readonly name: string; readonly content: string | Uint8Array }[];
  /** What people put in: the name in it, and which of the kept files. */
  readonly kept: readonly { readonly name: string; readonly file: string }[];
}

/**
 * A year's evaluation as files to hand in: F-01 as a workbook and on paper, the year's reports, what became of surveys, the log of
 * changes, what people put in, and a page that opens it by indicator. Nobody's name stands in what is made here. Refuses as
 * `evaluationView`.
 */
export async function evaluationBundle(
  context: ViewContext,
  wanted: { readonly year?: number | undefined; readonly language?: Language | undefined },
): Promise<EvaluationBundle> {
  const language = wanted.language ?? 'id';
  const t = bundleTexts.in(language);
  const evaluation = evaluationView(context, { ...wanted, language });
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
    ...(days ? await reportsOf(context, days, language) : []),
    {
      name: `${t('name.instrument')}-${year}.json`,
      content: JSON.stringify(instrumentsOf(context.reader).get(year)?.instrument, null, 2),
    },
  ];
  const whole = [
    ...made.map(({ name }) => name),
    ...kept.flatMap(({ name, indicator }) => (indicator === null ? name : [])),
  ];
  const page = indexPage(evaluation, { heading: lines, whole, of: filesOf }, language);
  made.unshift({ name: `${t('name.index')}.html`, content: page });
  return { year, made, kept: kept.map(({ name, file }) => ({ name, file })) };
}

async function reportsOf(context: ViewContext, days: Year, language: Language) {
  const t = bundleTexts.in(language);
  const asked = { ...days, reach: null };
  const workbook = async (name: string, table: ReportTable, of: Year = days) => ({
    name: `${t('folder.reports')}/${name}.xlsx`,
    content: await asWorkbook([table], workbookHeading(context, { ...of, reach: null }, language)),
  });
  const made = [
    await workbook(
      t('name.numbers'),
      summaryTable(summaryView(context, { ...asked, by: 'counter' }), 'counter', language),
    ),
    await workbook(
      t('name.days'),
      summaryTable(summaryView(context, { ...asked, by: 'day' }), 'day', language),
    ),
    await workbook(t('name.presence'), presenceTable(presenceView(context, asked), language)),
    await workbook(t('name.access'), accessTable(accessView(context, days), language)),
    await workbook(t('name.plan'), planTable(context, days, language)),
  ];
  for (const half of halvesOf(days)) {
    const table = skmTable(context, { ...half, language, reach: null });
    made.push(await workbook(`${t('name.skm')}-${half.from.slice(0, 7)}`, table, half));
  }
  const changes = await asCsv(changesTable(context, days, language), language);
  return [...made, { name: `${t('folder.log')}/${t('name.changes')}.csv`, content: changes }];
}

/** So that a year's answers fit into files that may have so many. */
function halvesOf({ from, to }: Year): Year[] {
  const middle = `${from.slice(0, 4)}-06-30`;
  if (to <= middle) return [{ from, to }];
  return [
    { from, to: middle },
    { from: `${from.slice(0, 4)}-07-01`, to },
  ];
}

/** What followed the reports of surveys, without who sees to it. */
function planTable(context: ViewContext, { from, to }: Year, language: Language): ReportTable {
  const t = bundleTexts.in(language);
  const plans = followUpPlansView(context).filter(({ reportedOn }) => reportedOn >= from && reportedOn <= to);
  return {
    title: t('plan.title'),
    sheet: t('plan'),
    headings: [
      ...(['plan.period', 'plan.reported', 'plan.element', 'plan.action'] as const),
      ...(['plan.due', 'plan.done', 'plan.proof'] as const),
    ].map((key) => t(key)),
    rows: plans.flatMap((plan) =>
      plan.actions.map(({ element, action, dueOn, doneOn, proof }) => [
        `${plan.from} – ${plan.to}`,
        plan.reportedOn,
        element === null ? t('plan.remarks') : (valueName('element', element, language) ?? element),
        action,
        dueOn,
        doneOn,
        proof,
      ]),
    ),
  };
}

function changesTable(context: ViewContext, days: Year, language: Language): ReportTable {
  const t = bundleTexts.in(language);
  const { timezone } = context.hall.settings;
  const nameOf = (action: string) => {
    const act = acts.find((each) => each === action);
    return act ? actNames.in(language)(act) : action;
  };
  const about = (subject: string | null) => {
    const [kind = '', id = ''] = subject?.split(':') ?? [];
    return kind && [subjectNames.in(language)(kind as SubjectKind) || kind, id].join(' ').trim();
  };
  return {
    title: t('changes'),
    sheet: t('changes'),
    headings: [t('changes.date'), t('changes.act'), t('changes.about')],
    rows: updatesOf(context, days).map(({ at, action, subject }) => [
      formatEpochDay(localEpochDay(at, timezone)),
      nameOf(action),
      about(subject),
    ]),
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
