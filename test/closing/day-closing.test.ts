import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { closingReason } from '../../electron/closing/closing-reason';
import { closeDays } from '../../electron/closing/day-closing';
import type { Finding } from '../../electron/contract/admin-hall';
import { createLog } from '../../electron/log';
import { type ClosingStep, pauseAfter } from '../../electron/queue/closing-step';
import { failedSteps } from '../../electron/store/closing-steps';
import { query } from '../../electron/store/store';
import { summaryView } from '../../electron/views/reports/summary-view';
import { adminRequests } from '../support/admin-requests';
import { damage, livePastDates, pastDates, setSetting, startClosing } from '../support/failing-days';
import { runCount } from '../support/run-count';
import { runningServer } from '../support/running-server';
import { type StaffHall, staffHall } from '../support/staff-hall';
import { temporaryFolder } from '../support/temporary-store';

const second = pastDates[1];
const minute = 60_000;

const datesIn = (hall: StaffHall, table: 'summed_days' | 'day_estimates' | 'tickets') => [
  ...new Set(hall.store.all(query.selectFrom(table).select('businessDate')).map((row) => row.businessDate)),
];
const filesIn = (dataDir: string) => {
  const folder = join(dataDir, 'reports');
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.xlsx'))
    .map((name) => name.slice('antre-'.length, -'.xlsx'.length))
    .sort();
};
const failuresOf = (hall: StaffHall) =>
  failedSteps(hall.store).map(({ businessDate, step, failures }) => `${businessDate} ${step} ${failures}`);

test('a day that throws while it is summed fails alone, is shown, is tried again ever more rarely, and heals', async () => {
  const hall = staffHall();
  livePastDates(hall);
  const server = await runningServer({ hall });
  const { dataDir } = server;
  const findings = async () =>
    ((await adminRequests(server).get('/findings')).json as Finding[]).filter(
      ({ kind }) => kind === 'day_closing',
    );
  const others = pastDates.filter((date) => date !== second);
  const mend = damage(hall, dataDir, second, 'sum');
  const closing = startClosing(hall, dataDir);
  await closing.due();
  for (const table of ['summed_days', 'day_estimates'] as const) expect(datesIn(hall, table)).toEqual(others);
  expect(filesIn(dataDir)).toEqual(others);
  const occurred = { at: '2026-11-28T04:00:00+07:00', since: '2026-11-28T04:00:00+07:00', count: 1 };
  const error = 'RangeError: sums with NaN, which is no whole number of 32 bits';
  expect(await findings()).toEqual([
    {
      subject: `day:${second}`,
      name: null,
      kind: 'day_closing',
      detail: 'sum',
      occurred: { ...occurred, error },
    },
  ]);
  // Reports read the steps of the day that isn't summed.
  const period = { from: pastDates[0], to: pastDates[3], by: 'day', reach: null } as const;
  const issued = async () => summaryView(hall.view(), period).map((row) => [row.key, row.issued]);
  expect(await issued()).toEqual(pastDates.map((date) => [date, 2]));

  const tries: number[] = [];
  const began = hall.time.now();
  for (let at = 1; at <= 24 * 60; at += 1) {
    hall.clock.advance({ minutes: 1 });
    const before = failedSteps(hall.store)[0]?.failures;
    await closing.due();
    if (failedSteps(hall.store)[0]?.failures !== before) tries.push((hall.time.now() - began) / minute);
  }
  expect(tries).toEqual([2, 6, 14, 30, 62, 126, 254, 510, 870, 1_230]);
  expect((await findings())[0]?.occurred).toMatchObject({ since: occurred.since, count: 11 });

  await closing.stop();
  await startClosing(hall, dataDir).due();
  expect(failuresOf(hall)).toEqual([`${second} sum 12`]);
  mend();
  await startClosing(hall, dataDir).due();
  expect(await findings()).toEqual([]);
  expect(datesIn(hall, 'summed_days')).toEqual(pastDates);
  expect(filesIn(dataDir)).toEqual(pastDates);
  expect(await issued()).toEqual(pastDates.map((date) => [date, 2]));
});

test('nothing is purged of a day that is not summed, and what cannot be purged keeps no other day', async () => {
  const hall = staffHall();
  livePastDates(hall);
  const dataDir = temporaryFolder();
  hall.store.write((transaction) => {
    for (const businessDate of pastDates) {
      transaction.run(query.insertInto('events').values({ at: 1, businessDate, kind: 'desk_taken' }));
    }
  });
  setSetting(hall, 'keepTicketsMonths', 1);
  const mends = [damage(hall, dataDir, second, 'sum'), damage(hall, dataDir, pastDates[3], 'purge')];
  hall.clock.set('2027-02-01T09:00+07:00');
  const closing = startClosing(hall, dataDir);
  await closing.due();
  expect(datesIn(hall, 'tickets')).toEqual([second, pastDates[3]]);
  expect(failuresOf(hall)).toEqual([`${second} sum 1`, `${pastDates[3]} purge 1`]);
  const deskEvents = query.selectFrom('events').select('businessDate').where('kind', '=', 'desk_taken');
  // Who sat at a desk at midnight is known from the day before.
  expect(hall.store.all(deskEvents).map((row) => row.businessDate)).toEqual([pastDates[0], second]);
  for (const mend of mends) mend();
  hall.clock.advance({ minutes: 2 });
  await closing.due();
  expect([datesIn(hall, 'tickets'), failuresOf(hall), hall.store.all(deskEvents)]).toEqual([[], [], []]);
});

test('a disk that takes no more is no fault of a day', async () => {
  const hall = staffHall();
  livePastDates(hall);
  let isFull = true;
  const saved: string[] = [];
  const closing = closeDays({
    actionRunner: hall.actionRunner,
    log: createLog('silent'),
    saveReport: async (date) => {
      if (isFull) throw Object.assign(new Error('no space'), { code: 'ENOSPC' });
      saved.push(date);
    },
  });
  await closing.due();
  expect(failuresOf(hall)).toEqual([]);
  isFull = false;
  await closing.due();
  expect(saved).toEqual(pastDates);
});

test('what failed of a day that is there no more is forgotten', async () => {
  const hall = staffHall();
  livePastDates(hall);
  const dataDir = temporaryFolder();
  damage(hall, dataDir, second, 'sum');
  const closing = startClosing(hall, dataDir);
  await closing.due();
  hall.store.write((transaction) => {
    const tickets = query.selectFrom('tickets').select('id').where('businessDate', '=', second);
    for (const table of ['calls', 'events', 'steps'] as const) {
      transaction.run(query.deleteFrom(table).where('ticketId', 'in', tickets));
    }
    transaction.run(query.deleteFrom('tickets').where('businessDate', '=', second));
  });
  await closing.due();
  expect(failuresOf(hall)).toEqual([]);
});

test('the reason that is kept is short and quotes no row', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      let thrown: unknown;
      try {
        JSON.parse(`{"note": Budi Santoso ${text}`);
      } catch (error) {
        thrown = error;
      }
      const reason = closingReason(thrown);
      expect(reason.length).toBeLessThanOrEqual(300);
      expect(reason).not.toContain('Budi');
    }),
    { numRuns: 50 },
  );
  expect(closingReason(new Error('no K7PQ2M9X'))).toBe('Error: no …');
  expect(Array.from({ length: 12 }, (_, at) => pauseAfter(at + 1)).at(-1)).toBe(360 * minute);
});

type Act =
  | { readonly kind: 'due' }
  /** Antre ends after so many turns of its loop, and starts again. */
  | { readonly kind: 'restart'; readonly after: number }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'mend'; readonly which: number };

const anyFault = fc.record({
  date: fc.constantFrom(...pastDates),
  step: fc.constantFrom<ClosingStep[]>('sum', 'measure', 'save'),
});
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.constant({ kind: 'due' as const }),
  fc.record({ kind: fc.constant('restart' as const), after: fc.nat(40) }),
  fc.record({ kind: fc.constant('wait' as const), minutes: fc.nat(600) }),
  fc.record({ kind: fc.constant('mend' as const), which: fc.nat(5) }),
);

test('whatever fails, is mended, and in whatever moment Antre ends, each day is closed once, and healthy days at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(anyFault, { maxLength: 6, selector: ({ date, step }) => `${date} ${step}` }),
      fc.array(anyAct, { maxLength: 8 }),
      async (faults, acts) => {
        const hall = staffHall();
        livePastDates(hall);
        const dataDir = temporaryFolder();
        const database = new Database(hall.store.file);
        database.exec(`CREATE TABLE closed (what TEXT) STRICT;
          CREATE TRIGGER a AFTER INSERT ON summed_days BEGIN INSERT INTO closed VALUES ('sum ' || new.businessDate); END;
          CREATE TRIGGER b AFTER INSERT ON day_estimates
          BEGIN INSERT INTO closed VALUES ('measure ' || new.businessDate || ' ' || new.counterId); END`);
        const closed = () =>
          (database.prepare('SELECT what FROM closed').all() as { what: string }[]).map(({ what }) => what);
        let open = faults.map((fault) => ({
          ...fault,
          mend: damage(hall, dataDir, fault.date, fault.step),
        }));
        let closing = startClosing(hall, dataDir);
        const restart = async () => {
          await closing.stop();
          closing = startClosing(hall, dataDir);
        };
        for (const act of acts) {
          if (act.kind === 'wait') hall.clock.advance({ minutes: act.minutes });
          if (act.kind === 'mend') {
            const mended = open[act.which];
            mended?.mend();
            open = open.filter((each) => each !== mended);
          }
          if (act.kind === 'restart') {
            void closing.due();
            for (let turn = 0; turn < act.after; turn += 1) await nextTurn();
            await restart();
          }
          if (act.kind !== 'due') continue;
          await closing.due();
          const failing = new Set(faults.map(({ date }) => date));
          const healthy = pastDates.filter((date) => !failing.has(date));
          expect(datesIn(hall, 'summed_days')).toEqual(expect.arrayContaining(healthy));
          expect(datesIn(hall, 'day_estimates')).toEqual(expect.arrayContaining(healthy));
          expect(filesIn(dataDir)).toEqual(expect.arrayContaining(healthy));
          for (const { businessDate, step } of failedSteps(hall.store)) {
            expect(faults).toContainEqual({ date: businessDate, step });
          }
        }
        for (const { mend } of open) mend();
        await restart();
        await closing.due();
        expect(failedSteps(hall.store)).toEqual([]);
        expect(filesIn(dataDir)).toEqual(pastDates);
        const counters = ['A', 'L'].map((code) => hall.counterId(code));
        const all = pastDates.flatMap((date) => [
          `sum ${date}`,
          ...counters.map((counterId) => `measure ${date} ${counterId}`),
        ]);
        expect(closed().sort()).toEqual(all.sort());
        expect(hall.store.all(query.selectFrom('closing_steps').selectAll())).toEqual([]);
        database.close();
        hall.store.close();
      },
    ),
    { numRuns: runCount(4) },
  );
});
