import { sql } from 'kysely';
import { accessColumns } from '../contract/report-columns';
import type { GivenNumbers, WrongTicket } from '../queue/lead-back';
import { ticketIsAlive } from './alive';
import type { Tables } from './schema';
import { query, type Reader, type Transaction } from './store';

/** The tickets of business dates after one, in the order in which they were written. */
export function ticketsAfter(reader: Reader, date: string): WrongTicket[] {
  return reader
    .all(
      query
        .selectFrom('tickets')
        .where('businessDate', '>', date)
        .select(['id', 'businessDate', 'prefix', 'sequence', 'issuedAt'])
        .select(sql<0 | 1>`${sql.raw(aliveTicket)}`.as('isAlive')),
    )
    .map((row) => ({ ...row, isAlive: row.isAlive === 1 }))
    .sort((a, b) => a.id - b.id);
}
const aliveTicket = "status IN ('printing', 'waiting', 'called', 'serving', 'held')";

/** The newest business date of a ticket that isn't later than another date, or null. */
export function newestDateUntil(reader: Reader, date: string): string | null {
  return (
    reader.first(
      query
        .selectFrom('tickets')
        .where('businessDate', '<=', date)
        .orderBy('businessDate', 'desc')
        .limit(1)
        .select('businessDate'),
    )?.businessDate ?? null
  );
}

/** How many are still in the hall of dates before one: they end when it is begun. */
export function aliveBefore(reader: Reader, date: string): number {
  return (
    reader.first(
      query
        .selectFrom('tickets')
        .where('businessDate', '<', date)
        .where(ticketIsAlive)
        .select(({ fn }) => fn.countAll<number>().as('count')),
    )?.count ?? 0
  );
}

/** The numbers of a prefix that were given on a date. */
export function numbersOf(reader: Reader, businessDate: string, prefix: string): GivenNumbers {
  const numbers = reader
    .all(
      query
        .selectFrom('tickets')
        .where('businessDate', '=', businessDate)
        .where('prefix', '=', prefix)
        .select('sequence'),
    )
    .map(({ sequence }) => sequence);
  const line = reader.first(
    query
      .selectFrom('number_sequences')
      .where('businessDate', '=', businessDate)
      .where('prefix', '=', prefix)
      .select('lastNumber'),
  );
  return { numbers: new Set(numbers), last: Math.max(0, line?.lastNumber ?? 0, ...numbers) };
}

/** The lines of numbers of dates after one. */
export function linesAfter(reader: Reader, date: string): Tables['number_sequences'][] {
  return reader.all(query.selectFrom('number_sequences').selectAll().where('businessDate', '>', date));
}

/**
 * The newest stamp of the future among what happened, and the first right one that was written after it; null where there is
 * none of it.
 */
export function futureStamps(
  reader: Reader,
  date: string,
  limit: number,
): { readonly newest: number | null; readonly next: number | null } {
  const newest = reader.first(
    query
      .selectFrom('events')
      .where('businessDate', '>', date)
      .where('at', '>', limit)
      .orderBy('at', 'desc')
      .limit(1)
      .select(['id', 'at']),
  );
  if (!newest) return { newest: null, next: null };
  const next = reader.first(
    query
      .selectFrom('events')
      .where('id', '>', newest.id)
      .where('at', '<=', limit)
      .orderBy('id')
      .limit(1)
      .select('at'),
  );
  return { newest: newest.at, next: next?.at ?? null };
}

/** Puts every stamp of the future of what has a business date after `date` back by what the clock was ahead. */
export function putStampsBack(
  transaction: Transaction,
  { date, now, ahead, limit }: { date: string; now: number; ahead: number; limit: number },
): void {
  const back = (column: string) =>
    sql`CASE WHEN ${sql.ref(column)} > ${limit} THEN min(${now}, ${sql.ref(column)} - ${ahead}) ELSE ${sql.ref(column)} END`;
  const ofTickets = sql`(SELECT ticketId FROM events WHERE businessDate > ${date} AND ticketId IS NOT NULL)`;
  const tables: readonly (readonly [keyof Tables, readonly string[], ReturnType<typeof sql> | null])[] = [
    ['tickets', ['issuedAt', 'endedAt'], sql`id IN ${ofTickets}`],
    [
      'steps',
      ['arrivedAt', 'orderedAt', 'calledAt', 'startedAt', 'heldAt', 'endedAt'],
      sql`ticketId IN ${ofTickets}`,
    ],
    ['print_jobs', ['createdAt', 'endedAt'], sql`ticketId IN ${ofTickets}`],
    ['calls', ['at'], sql`businessDate > ${date}`],
    ['events', ['at'], sql`businessDate > ${date}`],
    ['desks', ['signedInAt', 'pausedAt', 'leftAt', 'helpAskedAt', 'breakAskedAt'], null],
    ['devices', ['createdAt', 'lastSeenAt'], null],
    ['api_tokens', ['createdAt', 'lastUsedAt'], null],
    ['sessions', ['createdAt', 'lastSeenAt'], null],
    ['idempotency_keys', ['createdAt'], null],
    ['sign_in_failures', ['lastAt', 'lockedUntil'], null],
    ['closing_steps', ['firstFailedAt', 'lastFailedAt'], null],
  ];
  for (const [table, columns, where] of tables) {
    const set = sql.join(columns.map((column) => sql`${sql.ref(column)} = ${back(column)}`));
    const statement = sql`UPDATE ${sql.table(table)} SET ${set} ${where ? sql`WHERE ${where}` : sql``}`;
    transaction.run({ compile: () => statement.compile(query) });
  }
}

/** Gives a ticket its date and number. */
export function moveTicket(
  transaction: Transaction,
  { id, businessDate, sequence }: { id: number; businessDate: string; sequence: number },
): void {
  transaction.run(query.updateTable('tickets').set({ businessDate, sequence }).where('id', '=', id));
}

const accessCounts = Object.keys(accessColumns) as (keyof typeof accessColumns)[];

/** Gives what hangs on tickets and desks the dates that its tickets and stamps have now; judgements and complaints `date`. */
export function dateTheRest(
  transaction: Transaction,
  date: string,
  days: readonly { readonly businessDate: string; readonly from: number; readonly to: number }[],
): void {
  transaction.run(
    query
      .updateTable('steps')
      .set({
        businessDate: sql<string>`(SELECT businessDate FROM tickets WHERE tickets.id = steps.ticketId)`,
      })
      .where('businessDate', '>', date),
  );
  for (const table of ['events', 'calls'] as const) {
    for (const { businessDate, from, to } of days) {
      transaction.run(
        query
          .updateTable(table)
          .set({ businessDate })
          .where('businessDate', '>', date)
          .where('at', '>=', from)
          .where('at', '<', to),
      );
    }
  }
  for (const table of ['survey_answers', 'complaints'] as const) {
    transaction.run(query.updateTable(table).set({ businessDate: date }).where('businessDate', '>', date));
  }
  // A day's counts aren't told apart by moment: they go to the day to which the hall is led back.
  const counts = sql.join(accessCounts.map((count) => sql.ref(count)));
  const sums = sql.join(accessCounts.map((count) => sql`sum(${sql.ref(count)})`));
  const added = sql.join(
    accessCounts.map(
      (count) => sql`${sql.ref(count)} = access_days.${sql.ref(count)} + excluded.${sql.ref(count)}`,
    ),
  );
  const together = sql`INSERT INTO access_days (businessDate, practice, ${counts})
    SELECT ${date}, practice, ${sums} FROM access_days WHERE businessDate > ${date} GROUP BY practice
    ON CONFLICT (businessDate, practice) DO UPDATE SET ${added}`;
  transaction.run({ compile: () => together.compile(query) });
  transaction.run(query.deleteFrom('access_days').where('businessDate', '>', date));
  transaction.run(
    query.updateTable('complaints').set({ answeredDate: date }).where('answeredDate', '>', date),
  );
}

/** Ends the lines of numbers after a date, and lets others go on from the highest number that each of them gave. */
export function setLines(
  transaction: Transaction,
  date: string,
  lines: readonly { readonly businessDate: string; readonly prefix: string; readonly number: number }[],
): void {
  transaction.run(query.deleteFrom('number_sequences').where('businessDate', '>', date));
  for (const { businessDate, prefix, number: lastNumber } of lines) {
    transaction.run(
      query
        .insertInto('number_sequences')
        .values({ businessDate, prefix, lastNumber })
        .onConflict((conflict) =>
          conflict
            .columns(['businessDate', 'prefix'])
            .doUpdateSet({ lastNumber: sql<number>`max(lastNumber, ${lastNumber})` }),
        ),
    );
  }
}

/**
 * Forgets the sums of dates after one, and of those dates to which something was moved, so that they are summed anew; but not
 * of a date whose tickets were removed meanwhile, since only its sums are left.
 */
export function forgetSums(transaction: Transaction, date: string, moved: readonly string[]): void {
  for (const table of [
    'day_estimates',
    'day_presence',
    'day_sums',
    'summed_days',
    'closing_steps',
  ] as const) {
    transaction.run(query.deleteFrom(table).where('businessDate', '>', date));
    for (const businessDate of moved) {
      transaction.run(query.deleteFrom(table).where('businessDate', '=', businessDate));
    }
  }
}

/** Whether a date was summed and its tickets were removed since. */
export function isPurged(reader: Reader, businessDate: string): boolean {
  const has = (table: 'day_sums' | 'steps') =>
    reader.first(
      query.selectFrom(table).select('businessDate').where('businessDate', '=', businessDate).limit(1),
    ) !== undefined;
  return has('day_sums') && !has('steps');
}
