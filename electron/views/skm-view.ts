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

type ProfileField = 'sex' | 'ageGroup' | 'education' | 'occupation' | 'half';

interface Period {
  readonly from: string;
  readonly to: string;
  readonly counterId: string | null;
}

/**
 * The satisfaction index of a period, of the hall or of one counter: `GET /reports/skm`. Groups with nobody served
 * and no forms are left out. Answers are read one question at a time, so that a year holds up nobody. Refuses `not_found` for a counter that never was, `invalid_request` for a period that
 * ends before it begins.
 */
export async function skmView(context: ViewContext, wanted: Period): Promise<SkmReport> {
  const { from, to, counterId } = wanted;
  if (to < from) {
    throw new Refusal('invalid_request', { errors: [{ path: 'to', message: 'not before the first day' }] });
  }
  const serviceIds = servicesOf(context, counterId);
  const served = await servedOf(context, wanted, serviceIds);
  const tallies = talliesOf(served, answersOf(context, wanted, serviceIds));
  const placeOf = new Map(
    [...new Set(tallies.map(({ serviceId }) => serviceId))].map((id) => [id, servicePlace(context, id)]),
  );
  const profile = async <Value extends string>(field: ProfileField, values: readonly Value[]) => {
    await nextTurn();
    return profileOf(context, wanted, serviceIds, field, values);
  };
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
    profile: {
      sex: await profile('sex', sexes),
      ageGroup: await profile('ageGroup', ageGroups),
      education: await profile('education', educations),
      occupation: await profile('occupation', occupations),
      half: await profile('half', halves),
    },
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

function talliesOf(served: ReadonlyMap<string, number>, answered: ReturnType<typeof answersOf>): Tally[] {
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

function answersOf({ reader }: ViewContext, period: Period, serviceIds: readonly number[] | null) {
  const month = sql<string>`substr(businessDate, 1, 7)`;
  const counts: AliasedExpression<number, string>[] = surveyElements.flatMap(scoresOfElement);
  let rows = query
    .selectFrom('survey_answers')
    .where('businessDate', '>=', period.from)
    .where('businessDate', '<=', period.to)
    .groupBy([month, 'serviceId'])
    .select([month.as('month'), 'serviceId', sql<number>`count(*)`.as('forms'), ...counts]);
  if (serviceIds) rows = rows.where('serviceId', 'in', serviceIds);
  return new Map(
    reader.all(rows).map((row) => {
      const numbers = row as unknown as Readonly<Record<string, number>>;
      const scores = Object.fromEntries(
        surveyElements.map((element) => [element, [1, 2, 3, 4].map((at) => numbers[`${element}${at}`] ?? 0)]),
      ) as unknown as Record<SurveyElement, ScoreCounts>;
      return [`${row.month} ${row.serviceId}`, { forms: row.forms, scores }];
    }),
  );
}

function profileOf<Value extends string>(
  { reader }: ViewContext,
  period: Period,
  serviceIds: readonly number[] | null,
  field: ProfileField,
  values: readonly Value[],
): { value: Value | null; forms: number }[] {
  let rows = query
    .selectFrom('survey_answers')
    .where('businessDate', '>=', period.from)
    .where('businessDate', '<=', period.to)
    .groupBy(field)
    .select([`${field} as value`, sql<number>`count(*)`.as('forms')]);
  if (serviceIds) rows = rows.where('serviceId', 'in', serviceIds);
  const forms = new Map<string | null, number>(reader.all(rows).map((row) => [row.value, row.forms]));
  return [...values, null].map((value) => ({ value, forms: forms.get(value) ?? 0 }));
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
