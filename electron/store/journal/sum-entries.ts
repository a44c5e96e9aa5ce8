import { sql } from 'kysely';
import type { JournalBody } from '../../contract/centre/journal-kinds';
import { type SurveyElement, surveyElements } from '../../contract/survey';
import { sumOfPaper } from '../../queue/report/day-sums';
import { packSums, sumsFormat, UnreadableSums, unpackSums } from '../../queue/report/packed-sums';
import { withoutOfficers } from '../../queue/report/without-officers';
import { readPaperBlocks } from '../paper-blocks';
import { query, type Reader } from '../store';
import type { JournalWriter } from './journal-rows';

type Counter = JournalBody<'day_summed'>['counters'][number];

/** Tells a date's sums; of one that is no longer summed (practice is over, a wrong date was put right) that there is nothing. */
export function tellDay(reader: Reader, writer: JournalWriter, date: string, now: number): void {
  const summed = query.selectFrom('summed_days').select('businessDate').where('businessDate', '=', date);
  if (!reader.first(summed)) {
    writer.write('day_summed', now, { date, counters: [] });
    return;
  }
  const counters = new Map<number, Counter>();
  const counterOf = (counterId: number) =>
    counters.get(counterId) ?? { counterId, sums: null, presence: null };
  const blocks = readPaperBlocks(reader, { from: date, to: date });
  const sums = new Map(
    reader
      .all(query.selectFrom('day_sums').selectAll().where('businessDate', '=', date))
      .map((row) => [row.counterId, readable(row.sums, row.format)] as const),
  );
  for (const { counterId, ...block } of blocks) {
    sums.set(counterId, [...(sums.get(counterId) ?? []), sumOfPaper(block)]);
  }
  for (const [counterId, all] of sums) {
    const packed = Buffer.from(packSums(withoutOfficers(all))).toString('base64');
    counters.set(counterId, { ...counterOf(counterId), sums: { format: sumsFormat, packed } });
  }
  for (const row of reader.all(
    query.selectFrom('day_presence').selectAll().where('businessDate', '=', date),
  )) {
    const { counterId, promised, present, paused, late } = row;
    counters.set(counterId, { ...counterOf(counterId), presence: { promised, present, paused, late } });
  }
  writer.write('day_summed', now, { date, counters: [...counters.values()] });
}

/** What can't be read is told as nothing: the hall's own reports say so too. */
function readable(bytes: Uint8Array, format: number) {
  try {
    return unpackSums(bytes, format);
  } catch (error) {
    if (error instanceof UnreadableSums) return [];
    throw error;
  }
}

const scoreColumns = surveyElements.flatMap((element) =>
  ([1, 2, 3, 4] as const).map((score) => ({ element, score, name: `${element}_${score}` })),
);

/**
 * Tells how a month's visitors judged, by counter. Told once a day at most: between two tellings lies no more than what the hall
 * itself keeps of a judgement, which is its date.
 */
export function tellSurvey(reader: Reader, writer: JournalWriter, month: string, now: number): void {
  const counts = scoreColumns.map(({ element, score, name }) =>
    sql<number>`coalesce(sum(${sql.ref(`survey_answers.${element}`)} = ${score}), 0)`.as(name),
  );
  const rows = reader.all(
    query
      .selectFrom('survey_answers')
      .innerJoin('services', 'services.id', 'survey_answers.serviceId')
      .where('businessDate', '>=', `${month}-01`)
      .where('businessDate', '<=', `${month}-31`)
      .where('practice', '=', 0)
      .groupBy('services.counterId')
      .orderBy('services.counterId')
      .select(['services.counterId', sql<number>`count(*)`.as('forms'), ...counts]),
  ) as unknown as (Record<string, number> & { readonly counterId: number; readonly forms: number })[];
  for (const row of rows) {
    const of = (element: SurveyElement, score: number) => row[`${element}_${score}`] ?? 0;
    const scores = surveyElements.map(
      (element) => [element, [of(element, 1), of(element, 2), of(element, 3), of(element, 4)]] as const,
    );
    writer.write('survey_sums', now, {
      month,
      counterId: row.counterId,
      forms: row.forms,
      scores: Object.fromEntries(scores) as unknown as JournalBody<'survey_sums'>['scores'],
    });
  }
}

/** Tells how many complaints are to be answered, by when, and how many were; of practice none. */
export function tellComplaints(reader: Reader, writer: JournalWriter, date: string, now: number): void {
  const open = sql<number>`status IN ('new', 'in_progress')`;
  const rows = reader.all(
    query
      .selectFrom('complaints')
      .where('practice', '=', 0)
      .groupBy('counterId')
      .orderBy('counterId')
      .select([
        'counterId',
        sql<number>`sum(${open})`.as('open'),
        sql<number>`sum(status = 'new')`.as('new'),
        sql<number>`coalesce(sum(${open} AND dueDate < ${date}), 0)`.as('overdue'),
        sql<string | null>`min(CASE WHEN ${open} AND dueDate >= ${date} THEN dueDate END)`.as('nextDue'),
        sql<number>`coalesce(sum(status = 'answered' AND answeredDate > date(${date}, '-365 days')), 0)`.as(
          'answered',
        ),
      ]),
  );
  writer.write('complaint_counts', now, { date, counters: rows });
}

/**
 * Tells before which date no single ticket is kept, where the hall forgets them by a rule of its own and it is another date than
 * `told`. Returns the date that is told now.
 */
export function tellPurged(
  reader: Reader,
  writer: JournalWriter,
  { told, now }: { readonly told: string | null; readonly now: number },
): string | null {
  const setting = query.selectFrom('settings').select('valueJson').where('key', '=', 'keepTicketsMonths');
  if ((reader.first(setting)?.valueJson ?? 'null') === 'null') return told;
  const oldest = query.selectFrom('tickets').select('businessDate').orderBy('businessDate').limit(1);
  const before = reader.first(oldest)?.businessDate ?? null;
  if (before === null || before === told) return told;
  writer.write('purged', now, { before });
  return before;
}
