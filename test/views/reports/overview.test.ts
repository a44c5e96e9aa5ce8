import { expect, test } from 'vitest';
import type { Overview } from '../../../electron/contract/overview';
import { overview } from '../../../electron/contract/overview';
import { query } from '../../../electron/store/store';
import { overviewView } from '../../../electron/views/reports/overview/overview-view';
import { sumNextDay } from '../../support/close-days';
import { endOfDay, officersAtDesks } from '../../support/random-day';
import { type StaffHall, staffHall } from '../../support/staff-hall';

/** Visitors of a counter who each waited so many minutes, now. */
function visits(hall: StaffHall, code: string, minutes: readonly number[]): void {
  for (const wait of minutes) {
    const ticketId = hall.ticket(code);
    const calledAt = hall.clock.now() + wait * 60_000;
    hall.store.write((transaction) => {
      transaction.run(
        query
          .updateTable('steps')
          .set({ status: 'done', calledAt, startedAt: calledAt, endedAt: calledAt + 60_000 })
          .where('ticketId', '=', ticketId),
      );
      transaction.run(query.updateTable('tickets').set({ status: 'done' }).where('id', '=', ticketId));
    });
  }
}

function onDay(
  hall: StaffHall,
  date: string,
  more: Partial<Parameters<typeof overviewView>[1]> = {},
): Overview {
  return overview.parse(
    overviewView(hall.view(), { from: date, to: date, against: 'previous', reach: null, ...more }),
  );
}

const many = (minutes: number) => Array.from({ length: 25 }, () => minutes);

test('a day is told with how many were called in time, by hour, beside the same weekday before', () => {
  const hall = staffHall();
  hall.clock.set('2026-11-17T10:00+07:00');
  visits(hall, 'A', many(30));
  endOfDay(hall, '2026-11-18');
  sumNextDay(hall);
  hall.clock.set('2026-11-24T08:30+07:00');
  visits(hall, 'A', many(20));
  hall.clock.set('2026-11-24T10:30+07:00');
  visits(hall, 'L', many(21));

  const day = onDay(hall, '2026-11-24');
  // Twenty minutes are within the target, the twenty-first not.
  expect(day.figures).toEqual({ days: 1, issued: 50, served: 50, called: 50, inTime: 25, usualWait: 1_200 });
  expect(day.before).toEqual({ from: '2026-11-17', to: '2026-11-17' });
  expect(day.figuresBefore).toMatchObject({ served: 25, called: 25, inTime: 0 });
  expect(day.hours).toEqual([
    { hour: '08', called: 25, usualWait: 1_200, usualWaitBefore: null },
    { hour: '10', called: 25, usualWait: 1_260, usualWaitBefore: 1_800 },
  ]);
  expect(day.counters.map(({ code, why, usualWaitBefore }) => [code, why, usualWaitBefore])).toEqual([
    ['L', 'over', null],
    ['A', 'shorter', 1_800],
  ]);
});

test('whoever reaches one counter is told of it alone', () => {
  const hall = staffHall();
  visits(hall, 'A', many(30));
  visits(hall, 'L', many(40));
  const day = onDay(hall, '2026-11-24', { reach: [hall.counterId('L')] });
  expect(day.figures.served).toBe(25);
  expect(day.busyCounters).toBe(1);
  expect(day.counters.map(({ code }) => code)).toEqual(['L']);
  expect(day.presence.counters.map(({ code }) => code)).toEqual(['L']);
});

test('without a period before there is nothing to compare with, and a closed day is told from an empty one', () => {
  const hall = staffHall();
  expect(onDay(hall, '2026-11-24')).toMatchObject({ isClosed: false, figuresBefore: null, counters: [] });
  // A Sunday.
  expect(onDay(hall, '2026-11-22').isClosed).toBe(true);
});

test('days are told as kept, in part, or with nobody there, the most hours lost first', () => {
  const hall = staffHall();
  hall.clock.set('2026-11-25T08:00+07:00');
  hall.ticket('A');
  officersAtDesks(hall);
  hall.clock.set('2026-11-25T14:00+07:00');
  const { dates, counters } = onDay(hall, '2026-11-25').presence;
  expect(dates).toEqual(['2026-11-25']);
  expect(counters.map(({ code, promised, there, days }) => [code, promised, there, days])).toEqual([
    ['IM', 1, 0, ['nobody']],
    ['A', 1, 1, ['there']],
    ['L', 1, 1, ['there']],
  ]);
});
