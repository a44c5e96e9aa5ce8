import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeSettings } from '../../electron/actions/accounts/change-settings';
import { callNext } from '../../electron/actions/desk/call-next';
import { finish } from '../../electron/actions/desk/finish';
import { leaveDesk } from '../../electron/actions/desk/leave-desk';
import type { UserActor } from '../../electron/actions/desk/standing';
import { takeDesk } from '../../electron/actions/desk/take-desk';
import { walkIn } from '../../electron/actions/desk/walk-in';
import { issueTicket } from '../../electron/actions/issue-ticket';
import { chanceWithin } from '../../electron/queue/chance-today';
import { dayAhead } from '../../electron/queue/day-ahead';
import { query } from '../../electron/store/store';
import { forecastForNext } from '../../electron/store/wait-now';
import { menuView } from '../../electron/views/menu-view';
import { ticketView } from '../../electron/views/ticket-view';
import { runCount } from '../support/run-count';
import { type StaffHall, staffHall } from '../support/staff-hall';
import { kiosk } from '../support/test-hall';

let hall: StaffHall;
beforeEach(() => {
  hall = staffHall();
});
afterEach(() => hall.store.close());

const system = { kind: 'system' } as const;
const byExpectedCall = (of: StaffHall) =>
  of.act(system, (context) => changeSettings(context, { numbersEnd: 'expected_call' }));
const request = (of: StaffHall) =>
  ({ serviceId: of.serviceId('L'), priority: null, language: 'id', printerReady: true }) as const;
const tap = (of: StaffHall) => of.act(kiosk, (context) => issueTicket(context, request(of)));
const refused = (of: StaffHall) => of.refusal(kiosk, (context) => issueTicket(context, request(of)));
const water = () => menuView(hall.view()).find(({ code }) => code === 'L')?.services[0];

/** A line behind one desk that lasts longer than the day, which still has half an hour. */
function longLine(): UserActor {
  const officer = hall.officerAt(4);
  for (let each = 0; each < 13; each += 1) hall.ticket('L');
  hall.act(officer, (context) => callNext(context, { deskId: hall.deskId(4) }));
  hall.clock.set('2026-11-24T14:30+07:00');
  return officer;
}

test('by fixed minutes a number is given until then, however long the line', () => {
  longLine();
  expect(water()).toMatchObject({ status: 'open', servedToday: { band: 'unlikely' } });
  tap(hall);
});

test('by the expected call none is given whose call would come after closing, and says when it opens again', () => {
  const officer = longLine();
  byExpectedCall(hall);
  expect(water()).toMatchObject({
    status: 'quota_full',
    state: 'day_full',
    reason: { id: 'Antrean hari ini penuh' },
    opensAt: '2026-11-25T08:00:00+07:00',
  });
  const { code, details } = refused(hall);
  expect([code, details]).toEqual(['day_full', { opensAt: '2026-11-25T08:00:00+07:00' }]);
  // A refusal spends no number.
  expect(
    hall.store.first(query.selectFrom('tickets').select((row) => row.fn.countAll().as('count'))),
  ).toEqual({
    count: 13,
  });
  // Whoever waits is not told that it is full, and the officer may still add who stands there.
  const added = hall.act(officer, (context) => walkIn(context, { serviceId: hall.serviceId('L') }));
  expect(ticketView(hall.view(), added.ticketId).status).toBe('waiting');
});

test('numbers are given again once the line has grown shorter', () => {
  const officer = longLine();
  byExpectedCall(hall);
  expect(refused(hall).code).toBe('day_full');
  for (let each = 0; each < 12; each += 1) {
    hall.act(officer, (context) => finish(context, { deskId: hall.deskId(4) }));
    hall.act(officer, (context) => callNext(context, { deskId: hall.deskId(4) }));
  }
  tap(hall);
});

test('of whom nothing can be foreseen gets a number: nobody is there yet, or the hall only practises', () => {
  const officer = longLine();
  byExpectedCall(hall);
  hall.act(officer, (context) => finish(context, { deskId: hall.deskId(4) }));
  hall.act(officer, (context) => leaveDesk(context, { deskId: hall.deskId(4) }));
  tap(hall);
  hall.act(officer, (context) => takeDesk(context, { deskId: hall.deskId(4) }));
  expect(refused(hall).code).toBe('day_full');
  hall.act(system, (context) => changeSettings(context, { practice: true }));
  tap(hall);
});

const anyAfternoon = fc.array(
  fc.record({
    what: fc.constantFrom('tap', 'tap', 'tap', 'call', 'finish', 'come', 'leave'),
    minutes: fc.integer({ min: 0, max: 12 }),
  }),
  { minLength: 20, maxLength: 90 },
);

test('no number is given that the rule says can’t be served, and none is refused that can', () => {
  let given = 0;
  let withheld = 0;
  fc.assert(
    fc.property(anyAfternoon, (afternoon) => {
      const own = staffHall();
      byExpectedCall(own);
      const officer = own.officerAt(4);
      own.clock.set('2026-11-24T12:30+07:00');
      const deskId = own.deskId(4);
      for (const { what, minutes } of afternoon) {
        own.clock.set(new Date(own.clock.now() + minutes * 60_000).toISOString());
        const desk = own.view();
        const acts = {
          call: () => own.act(officer, (context) => callNext(context, { deskId })),
          finish: () => own.act(officer, (context) => finish(context, { deskId })),
          come: () => own.act(officer, (context) => takeDesk(context, { deskId })),
          leave: () => own.act(officer, (context) => leaveDesk(context, { deskId })),
        };
        if (what !== 'tap') {
          try {
            acts[what]();
          } catch {
            // Nobody to call, or nobody there: nothing happens.
          }
          continue;
        }
        const service = desk.hall.service.get(own.serviceId('L'));
        if (!service) throw new Error('no service');
        const { closesIn } = dayAhead(desk.hall, service, desk.now);
        const forecast = forecastForNext(desk.reader, desk.hall, service, desk);
        const chance = forecast && closesIn !== null ? chanceWithin(forecast, closesIn) : null;
        const isServable = chance === null || chance >= 0.5;
        const outcome = outcomeOf(own);
        if (outcome === 'given') given += 1;
        if (outcome === 'day_full') withheld += 1;
        if (!isServable) expect(outcome).not.toBe('given');
        else expect(outcome).not.toBe('day_full');
      }
      own.store.close();
    }),
    { numRuns: runCount(25) },
  );
  expect(given).toBeGreaterThan(0);
  expect(withheld).toBeGreaterThan(0);
});

function outcomeOf(own: StaffHall): string {
  try {
    tap(own);
    return 'given';
  } catch (error) {
    return (error as { code?: string }).code ?? 'failed';
  }
}
