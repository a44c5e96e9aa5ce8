import { expect, test } from 'vitest';
import { call } from '../../../electron/actions/desk/call';
import { callNext } from '../../../electron/actions/desk/call-next';
import { finish } from '../../../electron/actions/desk/finish';
import { hold } from '../../../electron/actions/desk/hold';
import { recall } from '../../../electron/actions/desk/recall';
import type { UserActor } from '../../../electron/actions/desk/standing';
import { start } from '../../../electron/actions/desk/start';
import { query } from '../../../electron/store/store';
import { type StaffHall, staffHall } from '../../support/staff-hall';

const next = (hall: StaffHall, user: UserActor, deskNumber: number) =>
  hall.act(user, (context) => callNext(context, { deskId: hall.deskId(deskNumber) }))?.ticketId ?? null;
const finishAt = (hall: StaffHall, user: UserActor, deskNumber: number) =>
  hall.act(user, (context) => finish(context, { deskId: hall.deskId(deskNumber) }));

test('the next call takes who came first, writes the call down and tells all who watch', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const first = hall.ticket('A');
  hall.clock.advance({ minutes: 5 });
  hall.ticket('A');
  hall.clock.advance({ minutes: 5 });
  hall.takeChanges();
  const deskId = hall.deskId(1);
  const counterId = hall.counterId('A');
  expect(hall.act(officer, (context) => callNext(context, { deskId }))).toEqual({
    ticketId: first,
    sequence: 1,
  });

  const { ticket, steps } = hall.stored(first);
  expect(ticket).toMatchObject({ status: 'called', endedAt: null });
  expect(steps).toMatchObject([
    { status: 'called', deskId, userId: officer.userId, calledAt: hall.clock.now(), recalls: 0 },
  ]);
  expect(hall.store.all(query.selectFrom('calls').selectAll())).toEqual([
    {
      sequence: 1,
      at: hall.clock.now(),
      businessDate: '2026-11-24',
      ticketId: first,
      deskId,
      counterId,
      number: 'A-001',
      language: 'id',
      recall: 0,
    },
  ]);
  expect(hall.events(first)).toEqual([
    { kind: 'issued', data: null },
    { kind: 'called', data: { sequence: 1, inOrder: true, from: 'waiting' } },
  ]);
  expect(hall.takeChanges()).toEqual([
    { kind: 'call', sequence: 1 },
    { kind: 'ticket', ticketId: first, counterId },
    { kind: 'desk', deskId, counterId },
  ]);
});

test('where nobody waits for the desk, the next call answers null and changes nothing', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  hall.ticket('L');
  hall.ticket('A', { paper: 'pending' });
  const before = hall.everything();
  expect(next(hall, officer, 1)).toBeNull();
  expect(hall.everything()).toBe(before);
});

test('two priority turns to one regular, remembered by the desk from call to call', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const regular = [hall.ticket('A'), hall.ticket('A', { place: 1 }), hall.ticket('A')];
  const priority = [1, 2, 3, 4, 5].map(() => hall.ticket('A', { priority: 'elderly' }));
  const called: (number | null)[] = [];
  for (let turn = 0; turn < 8; turn += 1) {
    called.push(next(hall, officer, 1));
    finishAt(hall, officer, 1);
  }
  expect(called).toEqual([
    priority[0],
    priority[1],
    regular[0],
    priority[2],
    priority[3],
    regular[1],
    priority[4],
    regular[2],
  ]);
});

test("yesterday's tickets are not called", () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const yesterday = hall.ticket('A');
  hall.clock.advance({ days: 1 });
  expect(next(hall, officer, 1)).toBeNull();
  expect(
    hall.refusal(officer, (context) => call(context, { deskId: hall.deskId(1), ticketId: yesterday })).code,
  ).toBe('illegal_transition');
});

test('a waiting ticket is called out of order, and a held one again', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const deskId = hall.deskId(1);
  hall.ticket('A');
  const second = hall.ticket('A');
  hall.act(officer, (context) => call(context, { deskId, ticketId: second }));
  hall.act(officer, (context) => start(context, { deskId }));
  hall.act(officer, (context) => hold(context, { deskId, reason: 'fotokopi KK' }));
  expect(hall.stored(second).steps).toMatchObject([
    { status: 'held', deskId, userId: officer.userId, reason: 'fotokopi KK', heldAt: hall.clock.now() },
  ]);
  hall.act(officer, (context) => call(context, { deskId, ticketId: second }));
  expect(hall.stored(second).steps).toMatchObject([
    { status: 'called', deskId, reason: null, heldAt: null, startedAt: null },
  ]);
});

test('a call is repeated as often as the hall allows, and a new call may be repeated again', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const deskId = hall.deskId(1);
  const ticketId = hall.ticket('A');
  next(hall, officer, 1);
  const again = () => hall.act(officer, (context) => recall(context, { deskId })).sequence;
  expect([again(), again(), again()]).toEqual([2, 3, 4]);
  expect(hall.refusal(officer, (context) => recall(context, { deskId })).code).toBe('recall_limit');
  hall.act(officer, (context) => hold(context, { deskId, reason: 'menunggu berkas' }));
  hall.act(officer, (context) => call(context, { deskId, ticketId }));
  expect(again()).toBe(6);
  expect(
    hall.store.all(query.selectFrom('calls').select(['sequence', 'recall']).orderBy('sequence')),
  ).toEqual([
    { sequence: 1, recall: 0 },
    { sequence: 2, recall: 1 },
    { sequence: 3, recall: 1 },
    { sequence: 4, recall: 1 },
    { sequence: 5, recall: 0 },
    { sequence: 6, recall: 1 },
  ]);
});
