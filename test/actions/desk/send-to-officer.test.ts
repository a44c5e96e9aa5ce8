import { expect, test } from 'vitest';
import { call } from '../../../electron/actions/desk/call';
import { callNext } from '../../../electron/actions/desk/call-next';
import { leaveDesk } from '../../../electron/actions/desk/leave-desk';
import { moveTicket } from '../../../electron/actions/desk/move-ticket';
import { noShow } from '../../../electron/actions/desk/no-show';
import { pauseDesk } from '../../../electron/actions/desk/pause-desk';
import { reinstate } from '../../../electron/actions/desk/reinstate';
import { resumeDesk } from '../../../electron/actions/desk/resume-desk';
import type { UserActor } from '../../../electron/actions/desk/standing';
import { takeDesk } from '../../../electron/actions/desk/take-desk';
import { transfer } from '../../../electron/actions/desk/transfer';
import { deskSnapshotView } from '../../../electron/views/desk-view';
import { officersView } from '../../../electron/views/officers-view';
import { staffHall } from '../../support/staff-hall';

/** Officers one and two serve counter A; one has called a visitor. */
function hallOfTwo() {
  const hall = staffHall();
  const [one, two] = [hall.officerAt(1), hall.officerAt(2)];
  const [deskOne, deskTwo] = [hall.deskId(1), hall.deskId(2)];
  const ticketId = hall.ticket('A');
  hall.act(one, (context) => callNext(context, { deskId: deskOne }));
  const send = (serviceId: number, userId: number) => ({
    deskId: deskOne,
    serviceId,
    userId,
    place: 'arrival' as const,
  });
  return {
    hall,
    one,
    two,
    deskOne,
    deskTwo,
    ticketId,
    send: (serviceId = hall.serviceId('A'), userId = two.userId) =>
      hall.act(one, (context) => transfer(context, send(serviceId, userId))),
    refusedSend: (serviceId: number, userId: number) =>
      hall.refusal(one, (context) => transfer(context, send(serviceId, userId))).code,
    next: (who: UserActor, deskId: number) =>
      hall.act(who, (context) => callNext(context, { deskId }))?.ticketId ?? null,
    waiting: (deskId: number) =>
      deskSnapshotView(hall.view(), deskId, null).queue.waiting.map(({ id, sentTo }) => [
        Number(id),
        sentTo?.displayName ?? null,
      ]),
  };
}

test('who is sent to an officer is called by that officer alone, in the order of the rules', () => {
  const { hall, one, two, deskOne, deskTwo, ticketId, send, next, waiting } = hallOfTwo();
  const later = hall.ticket('A');
  send();
  expect(hall.events(ticketId).at(-1)).toMatchObject({
    kind: 'transferred',
    data: { toServiceId: hall.serviceId('A'), toUserId: two.userId },
  });
  expect(waiting(deskOne)).toEqual([[later, null]]);
  expect(waiting(deskTwo)).toEqual([
    [ticketId, 'officer-2'],
    [later, null],
  ]);
  const refusal = hall.refusal(one, (context) => call(context, { deskId: deskOne, ticketId }));
  expect(refusal.code).toBe('for_another_officer');
  expect(next(one, deskOne)).toBe(later);
  expect(next(two, deskTwo)).toBe(ticketId);
});

test.each(['rests', 'leaves'])('once that officer %s, everybody who serves it may call', (what) => {
  const { hall, one, two, deskOne, deskTwo, ticketId, send, next } = hallOfTwo();
  send();
  expect(next(one, deskOne)).toBeNull();
  if (what === 'leaves') hall.act(two, (context) => leaveDesk(context, { deskId: deskTwo }));
  else hall.act(two, (context) => pauseDesk(context, { deskId: deskTwo, reason: 'Salat' }));
  expect(next(one, deskOne)).toBe(ticketId);
});

test('back at work before anybody called, the officer has the visitor again', () => {
  const { hall, one, two, deskOne, deskTwo, ticketId, send, next, waiting } = hallOfTwo();
  send();
  hall.act(two, (context) => pauseDesk(context, { deskId: deskTwo, reason: 'Salat' }));
  expect(waiting(deskOne)).toEqual([[ticketId, 'officer-2']]);
  hall.act(two, (context) => resumeDesk(context, { deskId: deskTwo }));
  expect(next(one, deskOne)).toBeNull();
  // Elsewhere they are no longer at work for this service.
  hall.act(two, (context) => takeDesk(context, { deskId: hall.deskId(4) }));
  expect(next(one, deskOne)).toBe(ticketId);
});

test('a call, or a supervisor who moves the number, ends that it is for one officer', () => {
  const { hall, one, two, deskOne, deskTwo, ticketId, send, next } = hallOfTwo();
  send();
  expect(next(two, deskTwo)).toBe(ticketId);
  hall.act(two, (context) => noShow(context, { deskId: deskTwo }));
  hall.act(two, (context) => reinstate(context, { ticketId }));
  expect(next(one, deskOne)).toBe(ticketId);
  send();
  const supervisor = hall.addUser('joko', 'supervisor');
  hall.act(supervisor, (context) => moveTicket(context, { ticketId, place: 'front' }));
  expect(next(one, deskOne)).toBe(ticketId);
});

test('nobody is sent to an officer who sits at no desk for that service', () => {
  const { hall, two, deskTwo, refusedSend } = hallOfTwo();
  const away = hall.addUser('sari');
  expect(refusedSend(hall.serviceId('A'), away.userId)).toBe('officer_away');
  expect(refusedSend(hall.serviceId('L'), two.userId)).toBe('officer_away');
  expect(refusedSend(hall.serviceId('A'), 999)).toBe('officer_away');
  hall.act(two, (context) => leaveDesk(context, { deskId: deskTwo }));
  expect(refusedSend(hall.serviceId('A'), two.userId)).toBe('officer_away');
});

test('who is at work is listed with desk and counter, and whether they rest', () => {
  const { hall, two, deskTwo } = hallOfTwo();
  hall.act(two, (context) => pauseDesk(context, { deskId: deskTwo, reason: 'Salat' }));
  expect(
    officersView(hall.view(), null).map(({ displayName, desk, counter, isResting }) => [
      displayName,
      desk.label,
      counter.code,
      isResting,
    ]),
  ).toEqual([
    ['officer-1', '1', 'A', false],
    ['officer-2', '2', 'A', true],
  ]);
});
