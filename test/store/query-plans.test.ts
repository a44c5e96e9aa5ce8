import Database from 'better-sqlite3';
import type { Compilable } from 'kysely';
import { expect, test } from 'vitest';
import { queueNow } from '../../electron/store/kept-queue';
import { recentVisitSeconds } from '../../electron/store/kept-visits';
import { query, type Reader } from '../../electron/store/store';
import { ticketRows } from '../../electron/store/ticket-rows';
import { readPlannedStep, readTicket, readTicketAtDesk } from '../../electron/store/tickets';
import { temporaryStore } from '../support/temporary-store';

/** What SQLite does for each query of a read. */
function plansOf(read: (reader: Reader) => unknown): string[] {
  const { file, touched } = temporaryStore();
  const database = new Database(file, { readonly: true });
  const plans: string[] = [];
  const explain = (compilable: Compilable<unknown>) => {
    const { sql, parameters } = compilable.compile();
    const rows = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...parameters) as { detail: string }[];
    plans.push(...rows.map(({ detail }) => detail));
  };
  const reader: Reader = {
    touched,
    all: (compilable) => {
      explain(compilable);
      return [];
    },
    first: (compilable) => {
      explain(compilable);
      return undefined;
    },
  };
  read(reader);
  database.close();
  return plans;
}

test.each<[string, (reader: Reader) => unknown]>([
  ['a ticket', (reader) => readTicket(reader, 1)],
  ['the ticket at a desk', (reader) => readTicketAtDesk(reader, 1)],
  ["a day's queues", (reader) => queueNow(reader, '2026-11-24')],
  ["a service's newest visits", (reader) => recentVisitSeconds(reader, 1)],
  ['the next service of a visit', (reader) => readPlannedStep(reader, 1)],
  [
    "a day's finished tickets of a service",
    (reader) =>
      reader.all(
        ticketRows
          .where('steps.businessDate', '=', '2026-11-24')
          .where('steps.serviceId', '=', 1)
          .where('steps.status', '=', 'done'),
      ),
  ],
  [
    "a day's newest number",
    (reader) =>
      reader.first(
        query.selectFrom('number_sequences').select('businessDate').orderBy('businessDate', 'desc').limit(1),
      ),
  ],
])('%s is found without reading through the years', (_what, read) => {
  const plans = plansOf(read);
  expect(plans.length).toBeGreaterThan(0);
  // Reading along a key from its end, for one row, is no reading through.
  expect(plans.filter((plan) => plan.startsWith('SCAN') && !plan.includes('number_sequences'))).toEqual([]);
});
