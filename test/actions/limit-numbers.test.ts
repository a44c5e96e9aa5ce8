import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeService } from '../../electron/actions/admin/services';
import type { UserActor } from '../../electron/actions/desk/standing';
import { walkIn } from '../../electron/actions/desk/walk-in';
import { issueTicket } from '../../electron/actions/issue-ticket';
import { limitNumbers } from '../../electron/actions/limit-numbers';
import { hallCounterView } from '../../electron/views/counter-view';
import { ticketView } from '../../electron/views/ticket-view';
import { endOfDay } from '../support/random-day';
import { type StaffHall, staffHall } from '../support/staff-hall';
import { kiosk } from '../support/test-hall';

let hall: StaffHall;
let supervisor: UserActor;
beforeEach(() => {
  hall = staffHall();
  supervisor = hall.addUser('joko', 'supervisor');
});
afterEach(() => hall.store.close());

const serviceId = () => hall.serviceId('L');
const limit = (left: number | null, id = serviceId()) =>
  hall.act(supervisor, (context) => limitNumbers(context, { serviceId: id, left }));
const request = () =>
  ({ serviceId: serviceId(), priority: null, language: 'id', printerReady: true }) as const;
const tap = () => hall.act(kiosk, (context) => issueTicket(context, request()));
const refused = () => hall.refusal(kiosk, (context) => issueTicket(context, request())).code;
const shown = () => {
  const [service] = hallCounterView(hall.view(), hall.counterId('L')).services;
  return { status: service?.status, quotaLeft: service?.quotaLeft, limited: service?.limited };
};

test('a supervisor says how many numbers more are given today; then kiosk and desk give none', () => {
  tap();
  expect(limit(2)).toEqual({ leftBefore: null });
  expect(shown()).toEqual({ status: 'open', quotaLeft: 2, limited: true });
  tap();
  const { ticketId } = tap();
  expect(shown()).toEqual({ status: 'quota_full', quotaLeft: 0, limited: true });
  expect(refused()).toBe('quota_full');
  expect(hall.refusal(supervisor, (context) => walkIn(context, { serviceId: serviceId() })).code).toBe(
    'quota_full',
  );
  // Whoever has a number keeps it.
  expect(ticketView(hall.view(), ticketId).status).toBe('printing');
  expect(limit(1)).toEqual({ leftBefore: 0 });
  tap();
  expect(refused()).toBe('quota_full');
  limit(null);
  expect(shown()).toEqual({ status: 'open', quotaLeft: null, limited: false });
  tap();
});

test('none at all may be given from now on, before the first as well', () => {
  limit(0);
  expect(refused()).toBe('quota_full');
  // Another service is another matter, and stays limited beside it.
  limit(3, hall.serviceId('A'));
  expect(refused()).toBe('quota_full');
});

test('the quota holds beside it, whichever is less', () => {
  hall.act(supervisor, (context) => changeService(context, serviceId(), { quotaPerDay: 2 }));
  limit(5);
  expect(shown()).toEqual({ status: 'open', quotaLeft: 2, limited: true });
  limit(1);
  expect(shown().quotaLeft).toBe(1);
  limit(null);
  expect(shown()).toEqual({ status: 'open', quotaLeft: 2, limited: false });
});

test('with the next business date it is over', () => {
  limit(0);
  endOfDay(hall, '2026-11-25');
  hall.clock.set('2026-11-25T09:00+07:00');
  expect(shown()).toEqual({ status: 'open', quotaLeft: null, limited: false });
  tap();
  limit(4, hall.serviceId('A'));
  expect(hall.hall().settings.numberLimits).toEqual([
    { serviceId: hall.serviceId('A'), date: '2026-11-25', numbers: 4 },
  ]);
});

test('an officer may not, and there is nothing to limit at a service that is not there', () => {
  const officer = hall.officerAt(4);
  expect(
    hall.refusal(officer, (context) => limitNumbers(context, { serviceId: serviceId(), left: 1 })).code,
  ).toBe('forbidden');
  expect(hall.refusal(supervisor, (context) => limitNumbers(context, { serviceId: 999, left: 1 })).code).toBe(
    'not_found',
  );
});
