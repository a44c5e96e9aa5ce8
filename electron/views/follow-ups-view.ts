import type { Selectable } from 'kysely';
import { DateTime } from 'luxon';
import type { FollowUp, FollowUpPlan } from '../contract/follow-up';
import type { Tables } from '../store/schema';
import { query, type Reader } from '../store/store';
import type { ViewContext } from './view-context';

type Row = Selectable<Tables['follow_ups']>;

/** What follows each report of a satisfaction survey, the latest period first, and how far that is: `GET /reports/follow-ups`. */
export function followUpPlansView({ reader, businessDate }: ViewContext): FollowUpPlan[] {
  const rows = reader.all(
    query
      .selectFrom('follow_ups')
      .selectAll()
      .orderBy('toDate', 'desc')
      .orderBy('fromDate', 'desc')
      .orderBy('dueDate')
      .orderBy('id'),
  );
  const plans = new Map<string, Row[]>();
  for (const row of rows) {
    const period = `${row.fromDate} ${row.toDate}`;
    plans.set(period, [...(plans.get(period) ?? []), row]);
  }
  return [...plans.values()].flatMap((plan) => planOf(plan, businessDate));
}

/** One of them by its id, or undefined. */
export function findFollowUp(reader: Reader, followUpId: number): FollowUp | undefined {
  const row = reader.first(query.selectFrom('follow_ups').selectAll().where('id', '=', followUpId));
  return row && shown(row);
}

function planOf(rows: readonly Row[], today: string): FollowUpPlan[] {
  const [first] = rows;
  if (!first) return [];
  const { fromDate: from, toDate: to, reportedDate: reportedOn } = first;
  const daysDone = rows.flatMap(({ doneDate }) => doneDate ?? []).sort();
  const finishedOn = daysDone.length === rows.length ? (daysDone.at(-1) ?? null) : null;
  return [
    {
      from,
      to,
      reportedOn,
      actions: rows.map(shown),
      done: daysDone.length,
      overdue: rows.filter(({ doneDate, dueDate }) => doneDate === null && dueDate < today).length,
      finishedOn,
      months: Math.max(0, wholeMonths(reportedOn, finishedOn ?? today)),
    },
  ];
}

/** A month is over on the day of the same number: from 31 January on 28 February, since there is none later. */
function wholeMonths(from: string, to: string): number {
  const [first, last] = [from, to].map((day) => DateTime.fromISO(day, { zone: 'utc' }));
  return first && last ? Math.floor(last.diff(first, 'months').months) : 0;
}

function shown(row: Row): FollowUp {
  return {
    id: String(row.id),
    version: row.version,
    from: row.fromDate,
    to: row.toDate,
    element: row.element,
    action: row.action,
    owner: row.owner,
    dueOn: row.dueDate,
    doneOn: row.doneDate,
    proof: row.proof,
  };
}
