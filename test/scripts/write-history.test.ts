import { expect, test } from 'vitest';
import { importConfiguration } from '../../electron/store/import-configuration';
import { query, type Store } from '../../electron/store/store';
import { writeHistory } from '../../scripts/simulate/write-history';
import { smallHall } from '../support/small-hall';
import { temporaryStore } from '../support/temporary-store';

function filledStore(seed = 1): Store {
  const store = temporaryStore();
  importConfiguration(store, smallHall, 0);
  // Monday 9 to Sunday 22 November 2026.
  writeHistory(store, { until: '2026-11-22', days: 14, seed });
  return store;
}

const ticketsOf = (store: Store) =>
  store.all(
    query
      .selectFrom('tickets')
      .innerJoin('steps', 'steps.id', 'tickets.stepId')
      .select([
        'tickets.id',
        'tickets.businessDate',
        'tickets.prefix',
        'tickets.sequence',
        'tickets.issuedAt',
        'tickets.status as ticketStatus',
        'steps.status',
        'steps.deskId',
        'steps.userId',
        'steps.calledAt',
        'steps.startedAt',
        'steps.endedAt',
      ])
      .orderBy('tickets.id'),
  );

test('history is what the hall could have lived: open days, whole numbers, one visitor a desk at a time', () => {
  const store = filledStore();
  const tickets = ticketsOf(store);
  expect([...new Set(tickets.map(({ businessDate }) => businessDate))]).toEqual([
    ...['09', '10', '11', '12', '13'].map((day) => `2026-11-${day}`),
    ...['16', '17', '18', '19', '20'].map((day) => `2026-11-${day}`),
  ]);
  // The passport desk comes on Wednesdays only, and gives 15 numbers.
  const passports = tickets.filter(({ prefix }) => prefix === 'IM');
  expect(new Set(passports.map(({ businessDate }) => businessDate))).toEqual(
    new Set(['2026-11-11', '2026-11-18']),
  );

  const last = new Map<string, number>();
  const freeAt = new Map<number, number>();
  for (const ticket of tickets) {
    const key = `${ticket.businessDate} ${ticket.prefix}`;
    expect(ticket.sequence).toBe((last.get(key) ?? 0) + 1);
    last.set(key, ticket.sequence);
    expect(ticket.ticketStatus).toBe(ticket.status);
  }
  const called = tickets.filter(({ deskId }) => deskId !== null);
  for (const { deskId, ...step } of called.sort((a, b) => (a.calledAt ?? 0) - (b.calledAt ?? 0))) {
    expect(step.calledAt).toBeGreaterThanOrEqual(freeAt.get(deskId ?? 0) ?? 0);
    expect(step.calledAt).toBeGreaterThanOrEqual(step.issuedAt);
    expect(step.endedAt).toBeGreaterThan(step.calledAt ?? Infinity);
    expect(step.startedAt === null).toBe(step.status === 'no_show');
    expect(step.userId).not.toBeNull();
    freeAt.set(deskId ?? 0, step.endedAt ?? 0);
  }
  const events = store.all(
    query
      .selectFrom('events')
      .select((row) => ['kind', row.fn.countAll<number>().as('count')])
      .groupBy('kind')
      .orderBy('kind'),
  );
  const count = (kind: string) => events.find((event) => event.kind === kind)?.count ?? 0;
  expect(count('issued')).toBe(tickets.length);
  expect(count('called')).toBe(called.length);
  expect(count('finished') + count('no_show')).toBe(called.length);
  expect(count('desk_taken')).toBe(count('desk_left'));
  expect(count('desk_paused')).toBe(count('desk_resumed'));
});

test('the same seed gives the same past, and a day that has tickets is left as it is', () => {
  const store = filledStore(7);
  const before = ticketsOf(store);
  expect(ticketsOf(filledStore(7))).toEqual(before);
  expect(ticketsOf(filledStore(8))).not.toEqual(before);
  expect(writeHistory(store, { until: '2026-11-22', days: 14, seed: 9 })).toEqual({ days: 0, tickets: 0 });
  expect(ticketsOf(store)).toEqual(before);
});
