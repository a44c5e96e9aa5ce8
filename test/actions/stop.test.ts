import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../electron/actions/action';
import { pauseDesk } from '../../electron/actions/desk/pause-desk';
import { issueTicket } from '../../electron/actions/issue-ticket';
import { resume, type Stoppable, stop } from '../../electron/actions/stop';
import { hallView } from '../../electron/views/counter-view';
import { holderTicketView } from '../../electron/views/ticket-view';
import { takePrinted } from '../support/issue';
import { kiosk, type TestHall, testHall } from '../support/test-hall';

let hall: TestHall;
let supervisor: Actor;
let counter: Stoppable;
let service: Stoppable;

beforeEach(() => {
  hall = testHall();
  const { userId } = hall.manDesk(1);
  supervisor = { kind: 'user', userId, role: 'supervisor', counterIds: null };
  counter = { kind: 'counter', id: hall.counterId('A') };
  service = { kind: 'service', id: hall.serviceId('A') };
});
afterEach(() => hall.store.close());

const whole: Stoppable = { kind: 'hall' };
const tap = (serviceId: number) =>
  hall.refusal(kiosk, (context) =>
    issueTicket(context, { serviceId, priority: null, language: 'id', printerReady: true }),
  ).code;
const broken = { id: 'Alat rusak', en: 'Equipment is broken', jv: 'Piranti risak' };

test('a supervisor stops a counter and opens it again, and both say what changed', () => {
  const stopped = hall.act(supervisor, (context) => stop(context, counter));
  expect(tap(hall.serviceId('A'))).toBe('service_paused');
  const opened = hall.act(supervisor, (context) => resume(context, counter));
  takePrinted(hall, hall.serviceId('A'));
  const subject = `counter:${hall.counterId('A')}`;
  expect(stopped).toEqual({ subject, before: { paused: false }, after: { paused: true } });
  expect(opened).toEqual({ subject, before: { paused: true }, after: { paused: false } });
});

test('one service stops alone, and the whole hall with all', () => {
  hall.act(supervisor, (context) => stop(context, service));
  expect(tap(hall.serviceId('A'))).toBe('service_paused');
  takePrinted(hall, hall.serviceId('A', 1));
  hall.act(supervisor, (context) => stop(context, whole, { reason: broken }));
  expect(tap(hall.serviceId('A', 1))).toBe('service_paused');
  expect(tap(hall.serviceId('L'))).toBe('service_paused');
  expect(hallView(hall.view(), null).stop).toEqual({
    since: '2026-11-24T09:00:00+07:00',
    until: null,
    reason: broken,
  });
  hall.act(supervisor, (context) => resume(context, whole));
  takePrinted(hall, hall.serviceId('L'));
  // What was stopped by itself stays so.
  expect(tap(hall.serviceId('A'))).toBe('service_paused');
});

test('whoever waits is told why and until when, told anew when that changes, and that it goes on', () => {
  const { token } = takePrinted(hall, hall.serviceId('A'));
  const told = () => {
    const standing = holderTicketView(hall.view(), token).standing;
    return [standing?.state, standing?.cause?.id, standing?.reason?.id];
  };
  hall.act(supervisor, (context) =>
    stop(context, service, { reason: broken, until: '2026-11-24T10:00:00+07:00' }),
  );
  expect(told()).toEqual(['stopped', 'Alat rusak', 'Berhenti sampai sekitar 10.00']);
  hall.act(supervisor, (context) =>
    stop(context, service, { reason: broken, until: '2026-11-24T11:00:00+07:00' }),
  );
  expect(told()[2]).toBe('Berhenti sampai sekitar 11.00');
  hall.clock.set('2026-11-24T11:00+07:00');
  expect(told()).toEqual(['stopped', 'Alat rusak', 'Berhenti sebentar']);
  hall.act(supervisor, (context) => resume(context, service));
  expect(told()).toEqual(['serving', undefined, undefined]);
});

test('stopping what is stopped, or opening what is open, changes nothing', () => {
  hall.act(supervisor, (context) => resume(context, counter));
  hall.act(supervisor, (context) => stop(context, counter, { reason: broken }));
  hall.takeChanges();
  expect(hall.act(supervisor, (context) => stop(context, counter))).toBeUndefined();
  expect(hall.takeChanges()).toEqual([]);
  expect(hall.hall().counter.get(hall.counterId('A'))?.stop?.reason).toEqual(broken);
});

test('an officer may stop nothing, nobody what is not there, and no end may be over', () => {
  const officer: Actor = { kind: 'user', userId: 1, role: 'staff', counterIds: null };
  for (const what of [counter, service, whole]) {
    expect(hall.refusal(officer, (context) => stop(context, what)).code).toBe('forbidden');
    expect(hall.refusal(officer, (context) => resume(context, what)).code).toBe('forbidden');
  }
  for (const kind of ['counter', 'service'] as const) {
    expect(hall.refusal(supervisor, (context) => stop(context, { kind, id: 999 })).code).toBe('not_found');
  }
  const late = { until: '2026-11-24T09:00:00+07:00' };
  expect(hall.refusal(supervisor, (context) => stop(context, counter, late)).code).toBe('invalid_request');
});

test('an officer says when the break ends: visitors are told, and no end may be over or hours away', () => {
  const { token } = takePrinted(hall, hall.serviceId('A'));
  const deskId = hall.deskId(1);
  const pauseUntil = (until: string) => (context: Parameters<typeof pauseDesk>[0]) =>
    pauseDesk(context, { deskId, reason: 'Salat', until });
  expect(hall.refusal(supervisor, pauseUntil('2026-11-24T09:00:00+07:00')).code).toBe('invalid_request');
  expect(hall.refusal(supervisor, pauseUntil('2026-11-24T13:00:01+07:00')).code).toBe('invalid_request');
  hall.act(supervisor, pauseUntil('2026-11-24T02:15:00Z'));
  const { standing } = holderTicketView(hall.view(), token);
  expect([standing?.status, standing?.state, standing?.reason?.id, standing?.until]).toEqual([
    'open',
    'break',
    'Istirahat sampai 09.15',
    '2026-11-24T09:15:00+07:00',
  ]);
});
