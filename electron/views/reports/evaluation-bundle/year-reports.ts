import { actNames, acts } from '../../../contract/history/act-names';
import { type SubjectKind, subjectNames } from '../../../contract/history/subject-names';
import { valueName } from '../../../contract/history/value-names';
import type { Language } from '../../../contract/languages';
import { formatEpochDay, localEpochDay } from '../../../queue/local-day';
import { updatesOf } from '../../evaluation/change-evidence';
import type { Year } from '../../evaluation/evidence';
import { daysOf } from '../../evaluation/sources';
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

/** Each takes a while, so that they are made one by one and it is seen how far that is. */
const reports = ['numbers', 'days', 'presence', 'access', 'plan', 'skm', 'skmLater', 'changes'] as const;
export type ReportOfYear = (typeof reports)[number];

/** The reports of a year so far, with their names in the file. */
export function yearReports(days: Year, language: Language): { report: ReportOfYear; name: string }[] {
  const t = bundleTexts.in(language);
  const halves = halvesOf(days);
  return reports.flatMap((report): { report: ReportOfYear; name: string }[] => {
    if (report === 'changes') return [{ report, name: `${t('folder.log')}/${t('name.changes')}.csv` }];
    const half = report === 'skm' ? halves[0] : report === 'skmLater' ? halves[1] : days;
    if (!half) return [];
    const name =
      report === 'skm' || report === 'skmLater'
        ? `${t('name.skm')}-${half.from.slice(0, 7)}`
        : t(`name.${report}`);
    return [{ report, name: `${t('folder.reports')}/${name}.xlsx` }];
  });
}

/** One of them as a file. */
export async function yearReport(
  context: ViewContext,
  { year, language, report }: { year: number; language: Language; report: ReportOfYear },
): Promise<{ name: string; content: string | Uint8Array }> {
  const days = daysOf(year, context.businessDate);
  const name = days && yearReports(days, language).find((each) => each.report === report)?.name;
  if (!days || !name) throw new Error(`${year} has no report ${report}`);
  if (report === 'changes') {
    return { name, content: await asCsv(changesTable(context, days, language), language) };
  }
  const [first = days, later = days] = halvesOf(days);
  const of = report === 'skm' ? first : report === 'skmLater' ? later : days;
  const heading = workbookHeading(context, { ...of, reach: null }, language);
  return { name, content: await asWorkbook([tableOf(context, of, language, report)], heading) };
}

function tableOf(
  context: ViewContext,
  days: Year,
  language: Language,
  report: Exclude<ReportOfYear, 'changes'>,
): ReportTable {
  const asked = { ...days, reach: null };
  switch (report) {
    case 'numbers':
      return summaryTable(summaryView(context, { ...asked, by: 'counter' }), 'counter', language);
    case 'days':
      return summaryTable(summaryView(context, { ...asked, by: 'day' }), 'day', language);
    case 'presence':
      return presenceTable(presenceView(context, asked), language);
    case 'access':
      return accessTable(accessView(context, days), language);
    case 'plan':
      return planTable(context, days, language);
    case 'skm':
    case 'skmLater':
      return skmTable(context, { ...asked, language });
  }
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
