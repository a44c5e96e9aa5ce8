import { sql } from 'kysely';
import { DateTime } from 'luxon';
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
import { type Reach, reaches } from '../queue/reach';
import { Refusal } from '../queue/refusal';
import { query, type Reader } from '../store/store';
import { sampleNeeded } from '../survey/sample-size';
import {
  answeredBy,
  elementIndex,
  elementMean,
  gradeOrNull,
  type ScoreCounts,
  satisfactionIndex,
} from '../survey/satisfaction-index';
import { fieldFault } from '../texts/field-fault';
import { complaintsWithin } from './complaints-view';
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
  readonly reach: Reach;
}

/**
 * The satisfaction index of a period, of what is within reach or of one counter: `GET /reports/skm`. Groups with nobody served
 * and no forms are left out. Refuses `not_found` for a
 * counter that never was, `invalid_request` for a period that ends before it begins.
 */
export function skmView(context: ViewContext, wanted: Period): SkmReport {
  const { from, to, counterId, reach } = wanted;
  if (to < from) {
    throw new Refusal('invalid_request', {
      errors: [{ path: 'to', fault: fieldFault('not_before_first_day') }],
    });
  }
  const serviceIds = servicesOf(context, counterId, reach);
  const served = servedOf(context, wanted, serviceIds);
  const { answered, profile } = formsOf(context, wanted, serviceIds);
  const tallies = talliesOf(served, answered);
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
    profile,
    messages: messagesOf(context, wanted),
  };
}

/** A counter's services, or those of all within reach, archived ones too; null: all of the hall. */
function servicesOf(
  { reader }: ViewContext,
  counterId: string | null,
  reach: Reach,
): readonly number[] | null {
  const idsOf = (counterIds: readonly number[]) =>
    reader
      .all(query.selectFrom('services').select('id').where('counterId', 'in', counterIds))
      .map(({ id }) => id);
  if (counterId === null) return reach && idsOf(reach);
  const counter = reader.first(query.selectFrom('counters').select('id').where('id', '=', Number(counterId)));
  if (!counter) throw new Refusal('not_found');
  return reaches(reach, counter.id) ? idsOf([counter.id]) : [];
}

function talliesOf(served: ReadonlyMap<string, number>, answered: ReadonlyMap<string, Answered>): Tally[] {
  return [...new Set([...served.keys(), ...answered.keys()])].map((key) => {
    const [month = '', serviceId = ''] = key.split(' ');
    return {
      month,
      serviceId: Number(serviceId),
      served: served.get(key) ?? 0,
      ...(answered.get(key) ?? nothingAnswered()),
    };
  });
}

/**
 * Services finished at a desk, by month and service: the population of the sample. From the days' sums, which stay when
 * old tickets are removed, and the same figure as `served` of the other reports.
 */
function servedOf(context: ViewContext, period: Period, serviceIds: readonly number[] | null) {
  const wanted = serviceIds && new Set(serviceIds);
  const served = new Map<string, number>();
  visitSums(context, period, (date, _counterId, sums) => {
    for (const sum of sums) {
      if (sum.served === 0 || wanted?.has(sum.serviceId) === false) continue;
      const key = `${date.slice(0, 7)} ${sum.serviceId}`;
      served.set(key, (served.get(key) ?? 0) + sum.served);
    }
  });
  return served;
}

/** So many days of forms are in memory at once. */
const daysAtOnce = 7;

const profileFields = ['sex', 'ageGroup', 'education', 'occupation', 'half'] as const;

interface Answered {
  forms: number;
  readonly scores: Readonly<Record<SurveyElement, [number, number, number, number]>>;
}

/** What the forms of a period say, each read once: the scores by month and service, and how many said what of themselves. */
function formsOf(
  { reader }: ViewContext,
  period: Period,
  serviceIds: readonly number[] | null,
): { readonly answered: ReadonlyMap<string, Answered>; readonly profile: SkmReport['profile'] } {
  const answered = new Map<string, Answered>();
  const said = Object.fromEntries(
    profileFields.map((field) => [field, new Map<string | null, number>()]),
  ) as Record<(typeof profileFields)[number], Map<string | null, number>>;
  for (const days of daysTogether(daysWithForms(reader, period))) {
    for (const form of reader.all(formsOfDays(days, serviceIds))) {
      const key = `${form.businessDate.slice(0, 7)} ${form.serviceId}`;
      const group = answered.get(key) ?? nothingAnswered();
      answered.set(key, group);
      group.forms += 1;
      for (const element of surveyElements) {
        const score = form[element];
        if (score !== null) group.scores[element][score - 1] = (group.scores[element][score - 1] ?? 0) + 1;
      }
      for (const field of profileFields) {
        said[field].set(form[field], (said[field].get(form[field]) ?? 0) + 1);
      }
    }
  }
  const formsBy = <Value extends string>(
    field: (typeof profileFields)[number],
    values: readonly Value[],
  ): { value: Value | null; forms: number }[] =>
    [...values, null].map((value) => ({ value, forms: said[field].get(value) ?? 0 }));
  const profile = {
    sex: formsBy('sex', sexes),
    ageGroup: formsBy('ageGroup', ageGroups),
    education: formsBy('education', educations),
    occupation: formsBy('occupation', occupations),
    half: formsBy('half', halves),
  };
  return { answered, profile };
}

function nothingAnswered(): Answered {
  const scores = Object.fromEntries(surveyElements.map((element) => [element, [0, 0, 0, 0]]));
  return { forms: 0, scores: scores as unknown as Answered['scores'] };
}

type Days = Pick<Period, 'from' | 'to'>;

/** The part of a period between the first form in it and the last, or null: a period may be asked of a thousand years. */
function daysWithForms(reader: Reader, { from, to }: Days): Days | null {
  const days = reader.first(
    query
      .selectFrom('survey_answers')
      .where('businessDate', '>=', from)
      .where('businessDate', '<=', to)
      .select([
        sql<string | null>`min(businessDate)`.as('from'),
        sql<string | null>`max(businessDate)`.as('to'),
      ]),
  );
  return days?.from && days.to ? { from: days.from, to: days.to } : null;
}

function* daysTogether(days: Days | null): Generator<Days> {
  let first = days?.from;
  while (days && first && first <= days.to) {
    const begin = DateTime.fromISO(first, { zone: 'utc' });
    const last = begin.plus({ days: daysAtOnce - 1 }).toISODate();
    yield { from: first, to: last && last < days.to ? last : days.to };
    first = begin.plus({ days: daysAtOnce }).toISODate() ?? undefined;
  }
}

function formsOfDays({ from, to }: Days, serviceIds: readonly number[] | null) {
  const forms = query
    .selectFrom('survey_answers')
    .where('businessDate', '>=', from)
    .where('businessDate', '<=', to)
    .select(['businessDate', 'serviceId', ...surveyElements, ...profileFields]);
  return serviceIds ? forms.where('serviceId', 'in', serviceIds) : forms;
}

function messagesOf({ reader, businessDate }: ViewContext, period: Period): SkmReport['messages'] {
  const rows = complaintsWithin(period)
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
