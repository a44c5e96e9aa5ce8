import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changeDesk } from '../../electron/actions/admin/desks';
import { countersToMeasure } from '../../electron/actions/days/measure-estimates';
import { query } from '../../electron/store/store';
import { estimateView } from '../../electron/views/reports/estimate-view';
import { ticketView } from '../../electron/views/ticket-view';
import { measureDays, sumNextDay } from '../support/close-days';
import { endOfDay, liveThrough, officersAtDesks, type RandomAct, randomDay } from '../support/random-day';
import { runCount } from '../support/run-count';
import { type StaffHall, staffHall } from '../support/staff-hall';

const system = { kind: 'system' } as const;
const week = { from: '2026-11-23', to: '2026-11-29', reach: null };

function closeDays(hall: StaffHall): void {
  while (sumNextDay(hall) !== null);
  measureDays(hall);
}

/** The hall, which writes down what its page tells each visitor who takes a number. */
function listening(hall: StaffHall, told: Map<number, Told>): StaffHall {
  return {
    ...hall,
    ticket: (code, options) => {
      const ticketId = hall.ticket(code, options);
      const { ahead, estimate, service } = ticketView(hall.view(), ticketId);
      const { hall: configured } = hall.view();
      const serviceId = Number(service.id);
      const counter = configured.counter.get(configured.service.get(serviceId)?.counterId ?? 0);
      const desks = counter?.desks.filter(({ serviceIds }) => serviceIds.includes(serviceId)).length ?? 0;
      const usual = configured.service.get(serviceId)?.usualMinutes ?? 0;
      told.set(ticketId, { estimate, simple: (ahead * usual) / Math.max(1, desks) });
      return ticketId;
    },
  };
}
interface Told {
  readonly estimate: { readonly low: number; readonly high: number } | null;
  readonly simple: number;
}

/** What was told beside what came: of everybody whose first step out of the line was a call. */
function recount(hall: StaffHall, told: ReadonlyMap<number, Told>) {
  const sums = { told: 0, untold: 0, held: 0, error: 0, simpleError: 0 };
  for (const [ticketId, { estimate, simple }] of told) {
    const events = hall.store.all(
      query.selectFrom('events').selectAll().where('ticketId', '=', ticketId).orderBy('id'),
    );
    const [issued, left] = events.filter(({ kind }) => kind !== 'paper');
    if (!issued || left?.kind !== 'called') continue;
    const minutes = (left.at - issued.at) / 60_000;
    if (!estimate) {
      sums.untold += 1;
      continue;
    }
    sums.told += 1;
    sums.held += estimate.low <= minutes && minutes <= estimate.high ? 1 : 0;
    sums.error += Math.round(Math.abs((estimate.low + estimate.high) / 2 - minutes) * 60);
    sums.simpleError += Math.round(Math.abs(simple - minutes) * 60);
  }
  return sums;
}

/** Desk 1 of A serves L too. */
function shareFirstDesk(hall: StaffHall): void {
  hall.act(system, (context) =>
    changeDesk(context, hall.deskId(1), { otherCounterIds: [String(hall.counterId('L'))] }),
  );
}

const act = (verb: RandomAct['verb'], seconds: number, choice = 0): RandomAct => ({
  ...{ verb, seconds, choice, other: 0 },
});
const takeDesks = [0, 1, 2].map((choice) => act('take', 1, choice));
/** One desk works, and two come in the time of each visit. */
const busyDay = Array.from({ length: 12 }, () => [
  act('issue', 90),
  act('callNext', 1),
  act('start', 20),
  act('issue', 90),
  act('finish', 240),
]).flat();

test('what is measured of days that are over is what the page had told, beside the waits that came', () => {
  let measured = 0;
  fc.assert(
    fc.property(fc.boolean(), randomDay, randomDay, (isShared, first, second) => {
      const hall = staffHall();
      if (isShared) shareFirstDesk(hall);
      const told = new Map<number, Told>();
      const heard = listening(hall, told);
      const officers = officersAtDesks(hall);
      hall.clock.set('2026-11-24T08:00+07:00');
      liveThrough(heard, officers, first);
      endOfDay(hall, '2026-11-25');
      hall.clock.set('2026-11-25T08:00+07:00');
      liveThrough(heard, officers, [...takeDesks, ...second]);
      endOfDay(hall, '2026-11-26');
      closeDays(hall);
      const expected = recount(hall, told);
      measured += expected.told;
      const { told: seen, untold, held, error, simpleError } = expected;
      const row = {
        ...{ key: 'period', name: null, counterCode: null, told: seen, untold, held },
        heldShare: seen === 0 ? null : Math.round((held / seen) * 1000) / 1000,
        meanError: seen === 0 ? null : Math.round(error / seen),
        simpleMeanError: seen === 0 ? null : Math.round(simpleError / seen),
      };
      const found = estimateView(hall.view(), { ...week, by: 'period' });
      expect(found).toMatchObject(seen + untold === 0 ? [] : [row]);
      for (const by of ['day', 'counter'] as const) {
        const rows = estimateView(hall.view(), { ...week, by });
        expect(rows.reduce((sum, each) => sum + each.told, 0)).toBe(seen);
        expect(rows.reduce((sum, each) => sum + each.held, 0)).toBe(held);
      }
      hall.store.close();
    }),
    {
      numRuns: runCount(15),
      examples: [
        [false, busyDay, busyDay],
        [true, busyDay, busyDay],
      ],
    },
  );
  expect(measured).toBeGreaterThan(10);
});

test('a day is measured once, and not before it is over', () => {
  const hall = staffHall();
  officersAtDesks(hall);
  hall.ticket('A');
  closeDays(hall);
  expect(estimateView(hall.view(), { ...week, by: 'day' })).toEqual([]);
  endOfDay(hall, '2026-11-25');
  closeDays(hall);
  expect(hall.act(system, (context) => countersToMeasure(context, '2026-11-24'))).toEqual([]);
  const rows = hall.store.all(query.selectFrom('day_estimates').select(['businessDate', 'told']));
  expect(rows).toEqual([{ businessDate: '2026-11-24', told: 0 }]);
});
