import { expect, test } from 'vitest';
import { claimPriority } from '../../electron/actions/claim-priority';
import { callNext } from '../../electron/actions/desk/call-next';
import type { Priority } from '../../electron/contract/tickets';
import { staffHall } from '../support/staff-hall';
import { kiosk } from '../support/test-hall';

function hallWithTicket(priority?: Priority) {
  const hall = staffHall();
  const ticketId = hall.ticket('A', { paper: 'pending', ...(priority ? { priority } : {}) });
  const input = { token: String(hall.stored(ticketId).ticket.token), priority: 'elderly' as const };
  return {
    hall,
    ticketId,
    claim: () => hall.act(kiosk, (context) => claimPriority(context, input)),
    refused: () => hall.refusal(kiosk, (context) => claimPriority(context, input)).code,
  };
}

test('whoever took a number by one tap goes first by saying so while it is shown', () => {
  const { hall, ticketId, claim, refused } = hallWithTicket();
  claim();
  expect(hall.stored(ticketId).ticket).toMatchObject({ status: 'printing', priority: 'elderly' });
  expect(hall.events(ticketId).at(-1)).toEqual({
    kind: 'priority_changed',
    data: { priorityBefore: null, priority: 'elderly' },
  });
  expect(refused()).toBe('already_exists');
});

test('two minutes later it is an officer who gives it, and so once it was called', () => {
  const late = hallWithTicket();
  late.hall.clock.advance({ minutes: 2, seconds: 1 });
  expect(late.refused()).toBe('illegal_transition');
  const called = staffHall();
  const officer = called.officerAt(1);
  const ticketId = called.ticket('A');
  called.act(officer, (context) => callNext(context, { deskId: called.deskId(1) }));
  const input = { token: String(called.stored(ticketId).ticket.token), priority: 'infant' as const };
  expect(called.refusal(kiosk, (context) => claimPriority(context, input)).code).toBe('illegal_transition');
});
