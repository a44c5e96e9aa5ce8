import { expect, test } from 'vitest';
import { callNext } from '../../electron/actions/desk/call-next';
import { start } from '../../electron/actions/desk/start';
import { letOthersPass, letOthersPassAsHolder } from '../../electron/actions/let-others-pass';
import { hallWithLine } from '../support/hall-with-line';
import type { TicketOptions } from '../support/staff-hall';

function lineOf(...who: (TicketOptions | undefined)[]) {
  const line = hallWithLine(who);
  const { hall, told, token } = line;
  return {
    ...line,
    ahead: (ticketId: number) => told(ticketId).ahead,
    pass: (ticketId: number, count: number) =>
      hall.act({ kind: 'holder' }, (context) =>
        letOthersPassAsHolder(context, { token: token(ticketId), count }),
      ),
    refused: (ticketId: number) =>
      hall.refusal({ kind: 'holder' }, (context) =>
        letOthersPassAsHolder(context, { token: token(ticketId), count: 1 }),
      ).code,
  };
}

test('a visitor steps behind so many, is told the place, and whoever comes later stays behind', () => {
  const { hall, tickets, order, queue, ahead, pass } = lineOf({}, {}, {}, {});
  const [a, b, c, d] = tickets;
  hall.takeChanges();
  pass(a, 2);
  expect(hall.takeChanges()).toEqual([{ kind: 'ticket', ticketId: a, counterId: hall.counterId('A') }]);
  expect(order()).toEqual([b, c, a, d]);
  expect(ahead(a)).toBe(2);
  const later = hall.ticket('A');
  expect(order()).toEqual([b, c, a, d, later]);
  expect(hall.events(a).at(-1)).toMatchObject({ kind: 'let_pass', data: { count: 2, from: 'waiting' } });
  const [, , first] = queue().waiting;
  expect(first?.place.sentence.id).toBe('Memberi giliran kepada orang lain');
});

test('with fewer behind it goes behind these, and with nobody behind it stays', () => {
  const { tickets, order, pass, refused } = lineOf({}, {});
  const [a, b] = tickets;
  pass(a, 3);
  expect(order()).toEqual([b, a]);
  expect(refused(a)).toBe('nobody_behind');
  expect(order()).toEqual([b, a]);
});

test('who has priority lets others with priority pass, and none without', () => {
  const { tickets, order, pass } = lineOf({ priority: 'elderly' }, {}, { priority: 'pregnant' }, {});
  const [old, first, pregnant, second] = tickets;
  pass(old, 1);
  expect(order()).toEqual([pregnant, old, first, second]);
});

test('the fourth time is refused, and so is a number that was called or is printing', () => {
  const { hall, officer, deskId, tickets, pass, refused } = lineOf({}, {}, {}, {}, {});
  const [a, b] = tickets;
  for (let time = 0; time < 3; time += 1) pass(a, 1);
  expect(refused(a)).toBe('pass_limit');
  hall.act(officer, (context) => callNext(context, { deskId }));
  expect(hall.status(b)).toBe('called');
  expect(refused(b)).toBe('illegal_transition');
  expect(refused(hall.ticket('A', { paper: 'pending' }))).toBe('illegal_transition');
});

test('an officer lets a visitor wait again who was called to the own desk and is not ready', () => {
  const { hall, officer, deskId, tickets, order } = lineOf({}, {}, {});
  const [a, b, c] = tickets;
  hall.act(officer, (context) => callNext(context, { deskId }));
  const elsewhere = hall.officerAt(2, 'staff', ['A']);
  const input = { ticketId: a, count: 1 };
  expect(hall.refusal(elsewhere, (context) => letOthersPass(context, input)).code).toBe('desk_not_taken');
  const stranger = hall.addUser('dewi', 'staff', ['L']);
  expect(hall.refusal(stranger, (context) => letOthersPass(context, input)).code).toBe('not_your_counter');
  hall.act(officer, (context) => letOthersPass(context, input));
  expect(order()).toEqual([b, a, c]);
  expect(hall.act(officer, (context) => callNext(context, { deskId }))?.ticketId).toBe(b);
  hall.act(officer, (context) => start(context, { deskId }));
  const served = { ticketId: b, count: 1 };
  expect(hall.refusal(officer, (context) => letOthersPass(context, served)).code).toBe('illegal_transition');
});
