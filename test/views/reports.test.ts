import fc from 'fast-check';
import { expect, test } from 'vitest';
import { goLive } from '../../electron/actions/go-live';
import { summaryGroupings } from '../../electron/contract/reports';
import { query } from '../../electron/store/store';
import { presenceView } from '../../electron/views/reports/presence-view';
import { summaryView } from '../../electron/views/reports/summary-view';
import { purgeDays, sumNextDay } from '../support/close-days';
import { endOfDay, liveThrough, officersAtDesks, randomDay } from '../support/random-day';
import { recount } from '../support/recount';
import { type StaffHall, staffHall } from '../support/staff-hall';

const week = { from: '2026-11-23', to: '2026-11-29', reach: null };

/** The summary's rows by key, without names. */
function summary(hall: StaffHall, by: (typeof summaryGroupings)[number], period = week) {
  const rows = summaryView(hall.view(), { ...period, by });
  return Object.fromEntries(
    rows.map(({ key, name: _name, counterCode: _code, ...figures }) => [key, figures]),
  );
}

function sumAll(hall: StaffHall): string[] {
  const dates: string[] = [];
  for (;;) {
    const date = sumNextDay(hall);
    if (date === null) return dates;
    dates.push(date);
  }
}

test('every figure is what a plain recount of the events finds, today, summed, and with both together', async () => {
  await fc.assert(
    fc.asyncProperty(randomDay, randomDay, async (first, second) => {
      const hall = staffHall();
      const officers = officersAtDesks(hall);
      const expectRecounted = async () => {
        for (const by of summaryGroupings) {
          const expected = recount(hall.store, by, (id) => hall.hall().service.get(id)?.counterId);
          expect(summary(hall, by), by).toEqual(expected);
        }
      };
      hall.clock.set('2026-11-24T08:00+07:00');
      liveThrough(hall, officers, first);
      await expectRecounted();
      endOfDay(hall, '2026-11-25');
      await expectRecounted();
      const hadTickets = hall.store.all(query.selectFrom('tickets').select('id')).length > 0;
      expect(sumAll(hall)).toEqual(hadTickets ? ['2026-11-24'] : []);
      await expectRecounted();
      hall.clock.set('2026-11-25T08:00+07:00');
      liveThrough(hall, officers, second);
      await expectRecounted();
      hall.store.close();
    }),
    { numRuns: 12 },
  );
});

test('a day is summed once it is over and nobody of it is left, and its figures stay when its tickets go', async () => {
  const hall = staffHall();
  const officers = officersAtDesks(hall);
  for (const code of ['A', 'A', 'L']) hall.ticket(code);
  liveThrough(hall, officers, [
    { verb: 'callNext', seconds: 300, choice: 0, other: 0 },
    { verb: 'start', seconds: 20, choice: 0, other: 0 },
  ]);
  hall.clock.set('2026-11-25T01:00+07:00');
  expect(sumNextDay(hall)).toBeNull();
  endOfDay(hall, '2026-11-25');
  const before = summary(hall, 'service');
  expect(sumAll(hall)).toEqual(['2026-11-24']);
  expect(summary(hall, 'service')).toEqual(before);
  const presence = presenceView(hall.view(), week);
  expect(presence).not.toEqual([]);

  const keepMonths = (months: number | null) =>
    hall.store.write((transaction) => {
      transaction.run(query.deleteFrom('settings').where('key', '=', 'keepTicketsMonths'));
      transaction.run(
        query.insertInto('settings').values({ key: 'keepTicketsMonths', valueJson: JSON.stringify(months) }),
      );
      transaction.announce({ kind: 'configuration' });
    });
  hall.clock.set('2027-01-24T09:00+07:00');
  expect(purgeDays(hall)).toBe(0);
  keepMonths(3);
  expect(purgeDays(hall)).toBe(0);
  keepMonths(1);
  const kept = hall.ticket('A');
  purgeDays(hall);
  expect(hall.store.all(query.selectFrom('tickets').select('id'))).toEqual([{ id: kept }]);
  expect(hall.store.all(query.selectFrom('steps').select('ticketId'))).toEqual([{ ticketId: kept }]);
  expect(hall.store.all(query.selectFrom('events').select(['businessDate', 'kind']))).toEqual([
    { businessDate: '2027-01-24', kind: 'issued' },
  ]);
  expect(hall.store.all(query.selectFrom('calls').selectAll())).toEqual([]);
  expect(summary(hall, 'service')).toEqual(before);
  expect(presenceView(hall.view(), week)).toEqual(presence);
});

test('tickets of a day that was not summed are never purged', () => {
  const hall = staffHall();
  const ticketId = hall.ticket('A');
  hall.store.write((transaction) => {
    transaction.run(query.insertInto('settings').values({ key: 'keepTicketsMonths', valueJson: '1' }));
    transaction.announce({ kind: 'configuration' });
  });
  hall.clock.set('2027-06-01T09:00+07:00');
  expect(purgeDays(hall)).toBe(0);
  expect(hall.status(ticketId)).toBe('waiting');
});

test('going live takes the practice numbers out of the sums as well', async () => {
  const hall = staffHall();
  const practise = (practice: boolean) =>
    hall.store.write((transaction) => {
      transaction.run(query.deleteFrom('settings').where('key', '=', 'practice'));
      transaction.run(
        query.insertInto('settings').values({ key: 'practice', valueJson: JSON.stringify(practice) }),
      );
      transaction.announce({ kind: 'configuration' });
    });
  hall.ticket('A');
  practise(true);
  hall.ticket('A');
  hall.ticket('L');
  endOfDay(hall, '2026-11-25');
  sumAll(hall);
  expect(summary(hall, 'period')).toMatchObject({ period: { issued: 3 } });
  hall.act(hall.addUser('admin', 'admin'), goLive);
  expect(summary(hall, 'period')).toMatchObject({ period: { issued: 1 } });
  expect(sumAll(hall)).toEqual(['2026-11-24']);
  expect(summary(hall, 'period')).toMatchObject({ period: { issued: 1, cancelled: 1 } });
});

test("presence is the desks' sign-ins against the promised hours, breaks left out, today up to now", () => {
  const hall = staffHall();
  const at = (time: string) => hall.clock.set(`2026-11-24T${time}+07:00`);
  at('07:50');
  hall.ticket('A');
  at('08:30');
  const officers = officersAtDesks(hall);
  const act = (time: string, verb: 'pause' | 'resume' | 'leave', choice: number) => {
    at(time);
    liveThrough(hall, officers, [{ verb, seconds: 0, choice, other: 0 }]);
  };
  // Desks 1 and 2 are of counter A, desk 4 of counter L.
  act('09:00', 'pause', 0);
  act('09:30', 'leave', 1);
  act('10:00', 'resume', 0);
  act('11:00', 'leave', 2);
  at('11:30');
  const presence = () =>
    Object.fromEntries(
      presenceView(hall.view(), week).map(({ counterCode, name: _n, counterId: _id, agency: _a, ...row }) => [
        counterCode,
        row,
      ]),
    );
  const minutes = (count: number) => count * 60;
  expect(presence()).toMatchObject({
    A: {
      ...{ days: 1, daysAbsent: 0, promised: minutes(210), present: minutes(180) },
      // From half past nine on the only desk with somebody was paused.
      ...{ paused: minutes(30), late: minutes(30) },
    },
    L: {
      days: 1,
      daysAbsent: 0,
      promised: minutes(210),
      present: minutes(150),
      paused: 0,
      late: minutes(30),
    },
  });
  endOfDay(hall, '2026-11-25');
  sumAll(hall);
  // The whole day, 08–12 and 13–15: those of A never left, those of L did at eleven.
  expect(presence()).toMatchObject({
    A: {
      ...{ days: 1, daysAbsent: 0, promised: minutes(360), present: minutes(330) },
      ...{ paused: minutes(30), late: minutes(30) },
    },
    L: {
      days: 1,
      daysAbsent: 0,
      promised: minutes(360),
      present: minutes(150),
      paused: 0,
      late: minutes(30),
    },
  });
});

test('an institution that nobody came for was absent, late all day', () => {
  const hall = staffHall();
  hall.clock.set('2026-11-25T08:00+07:00');
  hall.ticket('A');
  endOfDay(hall, '2026-11-26');
  sumAll(hall);
  const absent = presenceView(hall.view(), week).find(({ counterCode }) => counterCode === 'IM');
  expect(absent).toMatchObject({ days: 1, daysAbsent: 1, present: 0, promised: 18_000, late: 18_000 });
});
