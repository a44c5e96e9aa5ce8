import { setImmediate as nextTurn } from 'node:timers/promises';
import { type AliasedExpression, sql } from 'kysely';
import {
  ageGroups,
  type ElementResult,
  educations,
  halves,
  occupations,
  type SkmReport,
  type SurveyElement,
  sexes,
  surveyElements,
} from '../contract/survey';
import { Refusal } from '../queue/refusal';
import { query } from '../store/store';
import { sampleNeeded } from '../survey/sample-size';
import {
  answeredBy,
  elementIndex,
  elementMean,
  gradeOrNull,
  type ScoreCounts,
  satisfactionIndex,
} from '../survey/satisfaction-index';
import { visitSums } from './reports/visit-sums';
import { servicePlace } from './ticket-view';
import type { ViewContext } from './view-context';

/** The forms of a month and service, or of many put together. */
interface Tally {
  readonly month: string;
  readonly serviceId: number;
  readonly forms: number;
  readonly served: number;
  readonly scores: Readonly<Record<SurveyElement, ScoreCounts>>;
}

interface Period {
  readonly from: string;
  readonly to: string;
  readonly counterId: string | null;
}

/**
 * The satisfaction index of a period, of the hall or of one counter: `GET /reports/skm`. Groups with nobody served
 * and no forms are left out. Answers are read a month at a time, so that a year holds up nobody. Refuses `not_found` for a counter
 * that never was, `invalid_request` for a period that ends before it begins.
 */
export async function skmView(context: ViewContext, wanted: Period): Promise<SkmReport> {
  const { from, to, counterId } = wanted;
  if (to < from) {
    throw new Refusal('invalid_request', { errors: [{ path: 'to', message: 'not before the first day' }] });
  }
  const serviceIds = servicesOf(context, counterId);
  const served = await servedOf(context, wanted, serviceIds);
  const tallies = talliesOf(served, await answersOf(context, wanted, serviceIds));
  const placeOf = new Map(
    [...new Set(tallies.map(({ serviceId }) => serviceId))].map((id) => [id, servicePlace(context, id)]),
  );
  const counterOf = ({ serviceId }: Tally) => placeOf.get(serviceId)?.counter.id ?? '';
  return {
    from,
    to,
    counterId,
    ...groupOf(tallies),
    elements: elementsOf(tallies),
    byCounter: grouped(tallies, counterOf).flatMap(([, group]) => {
      const counter = placeOf.get(group[0]?.serviceId ?? 0)?.counter;
      return counter ? [{ ...counter, ...groupOf(group) }] : [];
    }),
    byService: grouped(tallies, ({ serviceId }) => String(serviceId)).flatMap(([id, group]) => {
      const place = placeOf.get(Number(id));
      return place ? [{ id, counterId: place.counter.id, name: place.service.name, ...groupOf(group) }] : [];
    }),
    byMonth: grouped(tallies, ({ month }) => month)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([month, group]) => ({ month, ...groupOf(group) })),
    profile: await profileOf(context, wanted, serviceIds),
    messages: messagesOf(context, wanted, serviceIds),
  };
}

/** A counter's services, archived ones too; null: all. */
function servicesOf({ reader }: ViewContext, counterId: string | null): readonly number[] | null {
  if (counterId === null) return null;
  const counter = reader.first(query.selectFrom('counters').select('id').where('id', '=', Number(counterId)));
  if (!counter) throw new Refusal('not_found');
  return reader
    .all(query.selectFrom('services').select('id').where('counterId', '=', counter.id))
    .map(({ id }) => id);
}

function talliesOf(
  served: ReadonlyMap<string, number>,
  answered: Awaited<ReturnType<typeof answersOf>>,
): Tally[] {
  const nobody: ScoreCounts = [0, 0, 0, 0];
  const none = Object.fromEntries(surveyElements.map((element) => [element, nobody]));
  return [...new Set([...served.keys(), ...answered.keys()])].map((key) => {
    const [month = '', serviceId = ''] = key.split(' ');
    const row = answered.get(key);
    return {
      month,
      serviceId: Number(serviceId),
      served: served.get(key) ?? 0,
      forms: row?.forms ?? 0,
      scores: row?.scores ?? (none as Record<SurveyElement, ScoreCounts>),
    };
  });
}

/**
 * Services finished at a desk, by month and service: the population of the sample. From the days' sums, which stay when
 * old tickets are removed, and the same figure as `served` of the other reports.
 */
async function servedOf(context: ViewContext, period: Period, serviceIds: readonly number[] | null) {
  const wanted = serviceIds && new Set(serviceIds);
  const served = new Map<string, number>();
  await visitSums(context, period, (date, _counterId, sums) => {
    for (const sum of sums) {
      if (sum.served === 0 || wanted?.has(sum.serviceId) === false) continue;
      const key = `${date.slice(0, 7)} ${sum.serviceId}`;
      served.set(key, (served.get(key) ?? 0) + sum.served);
    }
  });
  return served;
}

const scoresOfElement = (element: SurveyElement) =>
  [1, 2, 3, 4].map((score) =>
    sql<number>`coalesce(sum(${sql.ref(element)} = ${sql.lit(score)}), 0)`.as(`${element}${score}`),
  );

async function answersOf({ reader }: ViewContext, period: Period, serviceIds: readonly number[] | null) {
  const counts: AliasedExpression<number, string>[] = surveyElements.flatMap(scoresOfElement);
  const answered = new Map<string, Pick<Tally, 'forms' | 'scores'>>();
  for (const month of monthsOf(period)) {
    await nextTurn();
    const rows = answersOfMonth(month, serviceIds)
      .groupBy('serviceId')
      .select(['serviceId', sql<number>`count(*)`.as('forms'), ...counts]);
    for (const row of reader.all(rows)) {
      const numbers = row as unknown as Readonly<Record<string, number>>;
      const scores = Object.fromEntries(
        surveyElements.map((element) => [element, [1, 2, 3, 4].map((at) => numbers[`${element}${at}`] ?? 0)]),
      ) as unknown as Record<SurveyElement, ScoreCounts>;
      answered.set(`${month.from.slice(0, 7)} ${row.serviceId}`, { forms: numbers.forms ?? 0, scores });
    }
  }
  return answered;
}

const profileFields = ['sex', 'ageGroup', 'education', 'occupation', 'half'] as const;

async function profileOf(
  { reader }: ViewContext,
  period: Period,
  serviceIds: readonly number[] | null,
): Promise<SkmReport['profile']> {
  const counts = new Map<string, number>();
  for (const month of monthsOf(period)) {
    await nextTurn();
    const rows = answersOfMonth(month, serviceIds)
      .groupBy(profileFields)
      .select([...profileFields, sql<number>`count(*)`.as('forms')]);
    for (const row of reader.all(rows)) {
      for (const field of profileFields) {
        const key = `${field} ${row[field]}`;
        counts.set(key, (counts.get(key) ?? 0) + row.forms);
      }
    }
  }
  const formsBy = <Value extends string>(
    field: (typeof profileFields)[number],
    values: readonly Value[],
  ): { value: Value | null; forms: number }[] =>
    [...values, null].map((value) => ({ value, forms: counts.get(`${field} ${value}`) ?? 0 }));
  return {
    sex: formsBy('sex', sexes),
    ageGroup: formsBy('ageGroup', ageGroups),
    education: formsBy('education', educations),
    occupation: formsBy('occupation', occupations),
    half: formsBy('half', halves),
  };
}

type Days = Pick<Period, 'from' | 'to'>;

/** The period cut at the ends of months. */
function monthsOf({ from, to }: Days): Days[] {
  const months: Days[] = [];
  for (let first = from; first <= to; ) {
    const [year = 0, month = 0] = first.split('-').map(Number);
    const next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
    // No date is written later in its month.
    const last = `${first.slice(0, 7)}-31`;
    months.push({ from: first, to: last < to ? last : to });
    first = next;
  }
  return months;
}

function answersOfMonth({ from, to }: Days, serviceIds: readonly number[] | null) {
  const answers = query
    .selectFrom('survey_answers')
    .where('businessDate', '>=', from)
    .where('businessDate', '<=', to);
  return serviceIds ? answers.where('serviceId', 'in', serviceIds) : answers;
}

function messagesOf(
  { reader, businessDate }: ViewContext,
  period: Period,
  serviceIds: readonly number[] | null,
): SkmReport['messages'] {
  let rows = query
    .selectFrom('complaints')
    .where('businessDate', '>=', period.from)
    .where('businessDate', '<=', period.to)
    .select([
      sql<number>`coalesce(sum(kind = 'suggestion'), 0)`.as('suggestions'),
      sql<number>`coalesce(sum(kind <> 'suggestion'), 0)`.as('complaints'),
      sql<number>`coalesce(sum(status IN ('answered', 'forwarded') AND kind <> 'suggestion'), 0)`.as(
        'answered',
      ),
      sql<number>`coalesce(sum(coalesce(answeredDate, ${businessDate}) > dueDate), 0)`.as('overdue'),
    ]);
  if (serviceIds) rows = rows.where('serviceId', 'in', serviceIds);
  return reader.first(rows) ?? { suggestions: 0, complaints: 0, answered: 0, overdue: 0 };
}

function grouped(tallies: readonly Tally[], keyOf: (tally: Tally) => string): [string, Tally[]][] {
  const groups = new Map<string, Tally[]>();
  for (const tally of tallies) {
    const key = keyOf(tally);
    groups.set(key, [...(groups.get(key) ?? []), tally]);
  }
  return [...groups];
}

function groupOf(tallies: readonly Tally[]) {
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  const served = sum((tally) => tally.served);
  const index = satisfactionIndex(together(tallies));
  return {
    forms: sum((tally) => tally.forms),
    served,
    sampleNeeded: sampleNeeded(served),
    index,
    grade: gradeOrNull(index),
  };
}

function elementsOf(tallies: readonly Tally[]): ElementResult[] {
  const scores = together(tallies);
  const forms = tallies.reduce((total, tally) => total + tally.forms, 0);
  return surveyElements
    .map((element) => {
      const counts = scores[element];
      const index = elementIndex(counts);
      return {
        element,
        counts: [...counts] as [number, number, number, number],
        blank: forms - answeredBy(counts),
        mean: elementMean(counts),
        index,
        grade: gradeOrNull(index),
      };
    })
    .sort((a, b) => (a.mean ?? 5) - (b.mean ?? 5));
}

function together(tallies: readonly Tally[]): Record<SurveyElement, ScoreCounts> {
  const sum = (element: SurveyElement, at: 0 | 1 | 2 | 3) =>
    tallies.reduce((total, { scores }) => total + scores[element][at], 0);
  return Object.fromEntries(
    surveyElements.map((element) => [
      element,
      [sum(element, 0), sum(element, 1), sum(element, 2), sum(element, 3)],
    ]),
  ) as unknown as Record<SurveyElement, ScoreCounts>;
}
