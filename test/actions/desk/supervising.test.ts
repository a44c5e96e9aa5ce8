import { expect, test } from 'vitest';
import { callNext } from '../../../electron/actions/desk/call-next';
import { cancelTicketByStaff } from '../../../electron/actions/desk/cancel-ticket';
import { hold } from '../../../electron/actions/desk/hold';
import { moveTicket } from '../../../electron/actions/desk/move-ticket';
import { reinstate } from '../../../electron/actions/desk/reinstate';
import { query } from '../../../electron/store/store';
import { staffHall } from '../../support/staff-hall';

test('a cancelled ticket keeps the reason, and its paper is not printed any more', () => {
  const hall = staffHall();
  const supervisor = hall.addUser('supervisor', 'supervisor');
  const ticketId = hall.ticket('A', { paper: 'pending' });
  hall.store.write((transaction) =>
    transaction.run(
      query
        .insertInto('print_jobs')
        .values({ ticketId, deviceId: 'kiosk-1', state: 'queued', createdAt: hall.clock.now() }),
    ),
  );
  hall.act(supervisor, (context) => cancelTicketByStaff(context, { ticketId, reason: 'salah gerai' }));
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'cancelled', endedAt: hall.clock.now() },
    steps: [{ status: 'cancelled', reason: 'salah gerai', endedAt: hall.clock.now() }],
  });
  expect(hall.store.all(query.selectFrom('print_jobs').select(['state', 'endedAt']))).toEqual([
    { state: 'dropped', endedAt: hall.clock.now() },
  ]);
  expect(hall.events(ticketId).at(-1)).toEqual({
    kind: 'cancelled',
    data: { reason: 'salah gerai', from: 'printing' },
  });
});

test('a ticket cancelled by mistake comes back where it was, taken without paper if it had none', () => {
  const hall = staffHall();
  const supervisor = hall.addUser('supervisor', 'supervisor');
  const first = hall.ticket('A', { paper: 'pending' });
  hall.clock.advance({ minutes: 1 });
  hall.ticket('A');
  hall.act(supervisor, (context) => cancelTicketByStaff(context, { ticketId: first, reason: 'keliru' }));
  hall.act(supervisor, (context) => reinstate(context, { ticketId: first }));
  expect(hall.stored(first)).toMatchObject({
    ticket: { status: 'waiting', paper: 'declined', endedAt: null },
    steps: [{ status: 'waiting', placeReason: 'returned', reason: null, endedAt: null }],
  });
  const officer = hall.officerAt(1);
  expect(hall.act(officer, (context) => callNext(context, { deskId: hall.deskId(1) }))?.ticketId).toBe(first);
});

test("yesterday's tickets don't come back", () => {
  const hall = staffHall();
  const supervisor = hall.addUser('supervisor', 'supervisor');
  const ticketId = hall.ticket('A');
  hall.act(supervisor, (context) => cancelTicketByStaff(context, { ticketId, reason: 'keliru' }));
  hall.clock.advance({ days: 1 });
  expect(hall.refusal(supervisor, (context) => reinstate(context, { ticketId })).code).toBe(
    'illegal_transition',
  );
});

test('a ticket is moved within its queue: to the front, the back, and by arrival again', () => {
  const hall = staffHall();
  const supervisor = hall.addUser('supervisor', 'supervisor');
  const [first, second, third] = [1, 2, 3].map(() => {
    hall.clock.advance({ minutes: 1 });
    return hall.ticket('A');
  });
  if (!first || !second || !third) throw new Error('three tickets');
  const move = (ticketId: number, place: 'front' | 'arrival' | 'back') =>
    hall.act(supervisor, (context) => moveTicket(context, { ticketId, place }));
  move(first, 'back');
  move(third, 'front');
  move(second, 'front');
  move(second, 'arrival');
  const officer = hall.officerAt(1);
  const { deskId } = { deskId: hall.deskId(1) };
  const order = [1, 2, 3].map(() => {
    const next = hall.act(officer, (context) => callNext(context, { deskId }));
    hall.act(officer, (context) => hold(context, { deskId, reason: 'uji' }));
    return next?.ticketId;
  });
  expect(order).toEqual([third, second, first]);
});

test('a ticket is moved to another service with its number, and a held one waits again', () => {
  const hall = staffHall();
  const supervisor = hall.addUser('supervisor', 'supervisor');
  const officer = hall.officerAt(1);
  const deskId = hall.deskId(1);
  const ticketId = hall.ticket('A');
  hall.act(officer, (context) => callNext(context, { deskId }));
  hall.act(officer, (context) => hold(context, { deskId, reason: 'uji' }));
  hall.takeChanges();
  hall.act(supervisor, (context) =>
    moveTicket(context, { ticketId, serviceId: hall.serviceId('L'), place: 'arrival' }),
  );
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'waiting', serviceId: hall.serviceId('L'), prefix: 'A', sequence: 1 },
    steps: [
      { status: 'transferred', endedAt: hall.clock.now() },
      { status: 'waiting', placeReason: 'transferred', deskId: null, serviceId: hall.serviceId('L') },
    ],
  });
  expect(hall.takeChanges()).toEqual([
    { kind: 'ticket', ticketId, counterId: hall.counterId('A') },
    { kind: 'ticket', ticketId, counterId: hall.counterId('L') },
  ]);
});

test('a ticket whose paper is not out yet is moved, but not called before it is', () => {
  const hall = staffHall();
  const supervisor = hall.addUser('supervisor', 'supervisor');
  const ticketId = hall.ticket('A', { paper: 'pending' });
  hall.act(supervisor, (context) => moveTicket(context, { ticketId, place: 'front' }));
  hall.act(supervisor, (context) =>
    moveTicket(context, { ticketId, serviceId: hall.serviceId('A', 1), place: 'back' }),
  );
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'printing', serviceId: hall.serviceId('A', 1) },
    steps: [
      { status: 'transferred', placeReason: 'front' },
      { status: 'waiting', placeReason: 'back' },
    ],
  });
  const officer = hall.officerAt(1);
  expect(hall.act(officer, (context) => callNext(context, { deskId: hall.deskId(1) }))).toBeNull();
});
