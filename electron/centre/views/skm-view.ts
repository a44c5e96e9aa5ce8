import type { CentreComplaints, CentreSkm, SkmMonths } from '../../contract/centre/reports';
import { type SurveyElement, surveyElements } from '../../contract/survey';
import { sampleNeeded } from '../../survey/sample-size';
import {
  elementIndex,
  elementMean,
  gradeOrNull,
  type ScoreCounts,
  satisfactionIndex,
} from '../../survey/satisfaction-index';
import type { CentreDatabase } from '../database/engine';
import { hallNames } from './day-rows';
import type { SeenHalls } from './halls-now-view';
import { centreSummaryView } from './summary-view';

type Scores = Record<SurveyElement, [number, number, number, number]>;
interface Tally {
  forms: number;
  readonly scores: Scores;
}

/**
 * The satisfaction index by the regulation over all forms of some months, as if they were one hall's: not a mean of indices. And of
 * each hall and institution.
 */
export async function centreSkmView(
  database: Pick<CentreDatabase, 'query'>,
  asked: SkmMonths & { readonly seen: SeenHalls },
): Promise<CentreSkm> {
  const names = await hallNames(database, asked.seen);
  const rows = await readForms(database, asked);
  const [all, byHall, byAgency] = [nothing(), new Map<number, Tally>(), new Map<string, Tally>()];
  for (const row of rows) {
    add(all, row);
    add(groupOf(byHall, row.hall_id), row);
    add(groupOf(byAgency, row.agency ?? ''), row);
  }
  const served = await servedOf(database, asked);
  return {
    ...resultOf(all),
    served,
    sampleNeeded: sampleNeeded(served),
    elements: surveyElements.map((element) => ({
      element,
      index: elementIndex(all.scores[element]),
      mean: elementMean(all.scores[element]),
    })),
    byHall: [...names].flatMap(([hallId, name]) => {
      const tally = byHall.get(hallId);
      return tally ? [{ hallId: String(hallId), name, ...resultOf(tally) }] : [];
    }),
    byAgency: [...byAgency]
      .sort(([one], [other]) => one.localeCompare(other, 'id'))
      .map(([agency, tally]) => ({ agency, ...resultOf(tally) })),
  };
}

async function readForms({ query }: Pick<CentreDatabase, 'query'>, asked: SkmMonths & { seen: SeenHalls }) {
  if (asked.seen?.length === 0) return [];
  return await query
    .selectFrom('survey_sums')
    .innerJoin('halls', 'halls.id', 'survey_sums.hall_id')
    .leftJoin('hall_counters', (join) =>
      join
        .onRef('hall_counters.hall_id', '=', 'survey_sums.hall_id')
        .onRef('hall_counters.counter_id', '=', 'survey_sums.counter_id'),
    )
    .select(['survey_sums.hall_id', 'agency', 'forms', 'scores'])
    .where('removed_at', 'is', null)
    .where('month', '>=', asked.from)
    .where('month', '<=', asked.to)
    .$if(asked.seen !== null, (some) => some.where('survey_sums.hall_id', 'in', asked.seen ?? []))
    .$if(asked.hallId !== undefined, (some) => some.where('survey_sums.hall_id', '=', Number(asked.hallId)))
    .$if(asked.agency !== undefined, (some) => some.where('agency', '=', asked.agency ?? ''))
    .execute();
}

/** Those who were served in the same months: whom the forms speak for. */
async function servedOf(database: Pick<CentreDatabase, 'query'>, asked: SkmMonths & { seen: SeenHalls }) {
  const { from, to, hallId, agency, seen } = asked;
  const period = { from: `${from}-01`, to: lastDayOf(to), hallId, agency, seen };
  const [whole] = await centreSummaryView(database, { ...period, by: 'period' });
  return whole?.served ?? 0;
}

function lastDayOf(month: string): string {
  const day = new Date(`${month}-01T00:00:00Z`);
  day.setUTCMonth(day.getUTCMonth() + 1, 0);
  return day.toISOString().slice(0, 10);
}

function nothing(): Tally {
  const scores = Object.fromEntries(surveyElements.map((element) => [element, [0, 0, 0, 0]]));
  return { forms: 0, scores: scores as unknown as Scores };
}

function groupOf<Key>(groups: Map<Key, Tally>, key: Key): Tally {
  const group = groups.get(key) ?? nothing();
  groups.set(key, group);
  return group;
}

function add(
  tally: Tally,
  row: { readonly forms: number; readonly scores: Record<SurveyElement, ScoreCounts> },
) {
  tally.forms += row.forms;
  for (const element of surveyElements) {
    const sum = tally.scores[element];
    row.scores[element].forEach((count, at) => {
      sum[at as 0] += count;
    });
  }
}

function resultOf({ forms, scores }: Tally) {
  const index = satisfactionIndex(scores);
  return { forms, index, grade: gradeOrNull(index) };
}

/** What is to be answered in each hall, the most pressing first. */
export async function centreComplaintsView(
  database: Pick<CentreDatabase, 'query'>,
  seen: SeenHalls,
): Promise<CentreComplaints['halls']> {
  const names = await hallNames(database, seen);
  const rows = await database.query
    .selectFrom('complaints_due')
    .select((row) => [
      'hall_id',
      row.fn.max('date').as('date'),
      row.fn.sum<number>('open').as('open'),
      row.fn.sum<number>('fresh').as('fresh'),
      row.fn.sum<number>('overdue').as('overdue'),
      row.fn.min('next_due').as('next_due'),
      row.fn.sum<number>('answered').as('answered'),
    ])
    .groupBy('hall_id')
    .execute();
  return rows
    .filter(({ hall_id }) => names.has(hall_id))
    .sort((one, other) => other.overdue - one.overdue || other.open - one.open || one.hall_id - other.hall_id)
    .map((row) => ({
      hallId: String(row.hall_id),
      name: names.get(row.hall_id) ?? '',
      date: row.date,
      open: row.open,
      new: row.fresh,
      overdue: row.overdue,
      nextDue: row.next_due,
      answered: row.answered,
    }));
}
