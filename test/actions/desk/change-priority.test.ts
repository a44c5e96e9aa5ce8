import { expect, test } from 'vitest';
import { callNext } from '../../../electron/actions/desk/call-next';
import { changePriority } from '../../../electron/actions/desk/change-priority';
import { moveTicket } from '../../../electron/actions/desk/move-ticket';
import type { UserActor } from '../../../electron/actions/desk/standing';
import type { Priority } from '../../../electron/contract/tickets';
import { readTicketContent } from '../../../electron/printing/ticket-content';
import { query } from '../../../electron/store/store';
import { boardView } from '../../../electron/views/board-view';
import { queueView } from '../../../electron/views/queue-view';
import { type StaffHall, staffHall } from '../../support/staff-hall';

/** A hall with an officer of counter A and three regular visitors, a minute apart. */
function threeWait() {
  const hall = staffHall();
  const officer = hall.officerAt(1, 'staff', ['A']);
  const tickets = [1, 2, 3].map(() => {
    hall.clock.advance({ minutes: 1 });
    return hall.ticket('A');
  }) as [number, number, number];
  return { hall, officer, tickets };
}

const change = (ticketId: number, priority: Priority | null) => ({ ticketId, priority, reason: 'terlihat' });
const give = (hall: StaffHall, who: UserActor, ticketId: number, priority: Priority | null) =>
  hall.act(who, (context) => changePriority(context, change(ticketId, priority)));
const refused = (hall: StaffHall, who: UserActor, ticketId: number, priority: Priority | null) =>
  hall.refusal(who, (context) => changePriority(context, change(ticketId, priority))).code;
const order = (hall: StaffHall) =>
  queueView(hall.view(), hall.counterId('A')).waiting.map(({ id }) => Number(id));

test('priority given after the number was issued is kept with its reason, and shown where it counts', () => {
  const { hall, officer, tickets } = threeWait();
  const [first, second, third] = tickets;
  expect(readTicketContent(hall.view(), third, false)?.priority).toBe(false);
  give(hall, officer, third, 'elderly');
  expect(order(hall)).toEqual([third, first, second]);
  expect(hall.events(third).at(-1)).toEqual({
    kind: 'priority_changed',
    data: { priorityBefore: null, priority: 'elderly', reason: 'terlihat' },
  });
  expect(readTicketContent(hall.view(), third, false)?.priority).toBe(true);
  hall.act(officer, (context) => callNext(context, { deskId: hall.deskId(1) }));
  expect(boardView(hall.view()).calls).toMatchObject([{ number: 'A-003', priority: true }]);
});

test('priority that is taken away gives the place of its arrival', () => {
  const { hall, officer, tickets } = threeWait();
  const [first, second, third] = tickets;
  const early = hall.ticket('A', { priority: 'pregnant' });
  expect(order(hall)).toEqual([early, first, second, third]);
  give(hall, officer, early, null);
  expect(order(hall)).toEqual([first, second, third, early]);
});

test('a number with priority that is moved to the back stands there, until priority is given anew', () => {
  const { hall, tickets } = threeWait();
  const supervisor = hall.addUser('supervisor', 'supervisor');
  const [first, second, third] = tickets;
  const elderly = hall.ticket('A', { priority: 'elderly' });
  hall.act(supervisor, (context) => moveTicket(context, { ticketId: elderly, place: 'back' }));
  expect(order(hall)).toEqual([first, second, third, elderly]);
  give(hall, supervisor, elderly, 'disability');
  expect(order(hall)).toEqual([elderly, first, second, third]);
});

test('who may not, what is so already, what the service does not know, and who was called, are refused', () => {
  const { hall, officer, tickets } = threeWait();
  const [first, second] = tickets;
  const stranger = hall.addUser('stranger', 'staff', ['L']);
  expect(refused(hall, stranger, first, 'elderly')).toBe('not_your_counter');
  expect(refused(hall, officer, 999, 'elderly')).toBe('not_found');
  expect(refused(hall, officer, first, null)).toBe('already_exists');
  hall.store.write((transaction) => {
    transaction.run(
      query
        .updateTable('services')
        .set({ prioritiesJson: '["disability"]' })
        .where('id', '=', hall.serviceId('A')),
    );
    transaction.announce({ kind: 'configuration' });
  });
  expect(refused(hall, officer, first, 'elderly')).toBe('priority_unknown');
  hall.act(officer, (context) => callNext(context, { deskId: hall.deskId(1) }));
  expect(refused(hall, officer, first, 'disability')).toBe('illegal_transition');
  give(hall, officer, second, 'disability');
});
