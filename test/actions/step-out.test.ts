import { expect, test } from 'vitest';
import { call } from '../../electron/actions/desk/call';
import { callNext } from '../../electron/actions/desk/call-next';
import { hold } from '../../electron/actions/desk/hold';
import { comeBack, stepOut } from '../../electron/actions/step-out';
import { hallWithLine } from '../support/hall-with-line';
import type { TicketOptions } from '../support/staff-hall';

function lineOf(...who: (TicketOptions | undefined)[]) {
  const line = hallWithLine(who);
  const { hall, token } = line;
  const act = (verb: typeof stepOut) => (ticketId: number) =>
    hall.act({ kind: 'holder' }, (context) => verb(context, { token: token(ticketId) }));
  const refusal = (verb: typeof stepOut) => (ticketId: number) =>
    hall.refusal({ kind: 'holder' }, (context) => verb(context, { token: token(ticketId) })).code;
  return {
    ...line,
    out: act(stepOut),
    back: act(comeBack),
    outRefused: refusal(stepOut),
    backRefused: refusal(comeBack),
  };
}

test('who goes out is not called, is told until when the place is kept, and comes back to it', () => {
  const { hall, officer, deskId, tickets, order, queue, told, out, back } = lineOf({}, {}, {}, {});
  const [a, b, c, d] = tickets;
  hall.takeChanges();
  out(c);
  expect(hall.takeChanges()).toEqual([{ kind: 'ticket', ticketId: c, counterId: hall.counterId('A') }]);
  expect(order()).toEqual([a, b, d]);
  expect(told(c)).toMatchObject({ status: 'held', steppedOut: { until: '2026-11-24T09:34:00+07:00' } });
  expect(queue().held.map(({ id, note }) => [Number(id), note])).toEqual([[c, 'Keluar sebentar']]);
  hall.act(officer, (context) => callNext(context, { deskId }));
  hall.clock.advance({ minutes: 30 });
  back(c);
  expect(order()).toEqual([b, c, d]);
  expect(told(c)).toMatchObject({ status: 'waiting', steppedOut: null, ahead: 1 });
  expect(queue().waiting[1]?.place.sentence.id).toBe('Kembali setelah keluar sebentar');
  expect(hall.events(c).slice(-2)).toMatchObject([
    { kind: 'held', data: { reason: 'Keluar sebentar' } },
    { kind: 'reinstated', data: { from: 'stepped_out', placeReason: 'returned' } },
  ]);
});

test('who would be first by now lets the next one go first, who is getting up already', () => {
  const { tickets, order, out, back } = lineOf({}, {}, {});
  const [a, b, c] = tickets;
  out(a);
  back(a);
  expect(order()).toEqual([b, a, c]);
});

test('alone in line, the place is as it was', () => {
  const { tickets, order, out, back } = lineOf({});
  const [a] = tickets;
  out(a);
  back(a);
  expect(order()).toEqual([a]);
});

test('after half an hour the place is lost: behind all who wait by then, before whoever comes later', () => {
  const { hall, tickets, order, out, back } = lineOf({}, {}, {});
  const [a, b, c] = tickets;
  out(a);
  hall.clock.advance({ minutes: 30, seconds: 1 });
  const later = hall.ticket('A');
  back(a);
  expect(order()).toEqual([b, c, later, a]);
  hall.clock.advance({ minutes: 1 });
  const last = hall.ticket('A');
  expect(order()).toEqual([b, c, later, a, last]);
});

test('who goes first keeps that: behind the next of their own, before all others', () => {
  const { tickets, order, out, back } = lineOf({}, { priority: 'elderly' }, { priority: 'elderly' });
  const [a, b, c] = tickets;
  out(b);
  back(b);
  expect(order()).toEqual([c, b, a]);
});

test('only who waits goes out, twice at most, and only who is out comes back', () => {
  const { hall, officer, deskId, tickets, out, back, outRefused, backRefused } = lineOf({}, {});
  const [a, b] = tickets;
  expect(backRefused(a)).toBe('illegal_transition');
  out(a);
  expect(outRefused(a)).toBe('illegal_transition');
  back(a);
  out(a);
  back(a);
  expect(outRefused(a)).toBe('step_out_limit');
  hall.act(officer, (context) => call(context, { deskId, ticketId: b }));
  expect(outRefused(b)).toBe('illegal_transition');
  // What an officer puts aside is the officer's to bring back.
  hall.act(officer, (context) => hold(context, { deskId, reason: 'Fotokopi' }));
  expect(backRefused(b)).toBe('illegal_transition');
  expect(
    hall.refusal({ kind: 'holder' }, (context) => stepOut(context, { token: 'x'.repeat(22) })).code,
  ).toBe('not_found');
});

test('an officer may call who is out, and a number that is out ends with the day', () => {
  const { hall, officer, deskId, tickets, told, out, backRefused } = lineOf({}, {});
  const [a, b] = tickets;
  out(a);
  out(b);
  hall.act(officer, (context) => call(context, { deskId, ticketId: a }));
  expect(told(a)).toMatchObject({ status: 'called', steppedOut: null });
  hall.clock.set('2026-11-25T08:00+07:00');
  expect(backRefused(b)).toBe('illegal_transition');
});
