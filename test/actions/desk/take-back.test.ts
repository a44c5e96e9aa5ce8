import { expect, test } from 'vitest';
import { changeSettings } from '../../../electron/actions/accounts/change-settings';
import { addService } from '../../../electron/actions/desk/add-service';
import { callNext } from '../../../electron/actions/desk/call-next';
import { finish } from '../../../electron/actions/desk/finish';
import { leaveDesk } from '../../../electron/actions/desk/leave-desk';
import { noShow } from '../../../electron/actions/desk/no-show';
import { pauseDesk } from '../../../electron/actions/desk/pause-desk';
import { reinstate } from '../../../electron/actions/desk/reinstate';
import type { UserActor } from '../../../electron/actions/desk/standing';
import { start } from '../../../electron/actions/desk/start';
import { takeBack } from '../../../electron/actions/desk/take-back';
import { recentVisitSeconds } from '../../../electron/store/kept-visits';
import { deskSnapshotView } from '../../../electron/views/desk-view';
import { queueView } from '../../../electron/views/queue-view';
import { type StaffHall, staffHall } from '../../support/staff-hall';

/** A hall whose officer at desk 1 of counter A has served a visitor for four minutes and finished. */
function finished(): { hall: StaffHall; officer: UserActor; deskId: number; ticketId: number } {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const deskId = hall.deskId(1);
  const ticketId = hall.ticket('A');
  hall.clock.advance({ minutes: 10 });
  hall.act(officer, (context) => callNext(context, { deskId }));
  hall.act(officer, (context) => start(context, { deskId }));
  hall.clock.advance({ minutes: 4 });
  hall.act(officer, (context) => finish(context, { deskId }));
  return { hall, officer, deskId, ticketId };
}

const back = (hall: StaffHall, who: UserActor, ticketId: number) =>
  hall.act(who, (context) => takeBack(context, { ticketId }));
const refused = (hall: StaffHall, who: UserActor, ticketId: number) =>
  hall.refusal(who, (context) => takeBack(context, { ticketId })).code;
const lastEnded = (hall: StaffHall, deskId: number) => deskSnapshotView(hall.view(), deskId, null).lastEnded;

test('a mistaken finish is taken back: the visitor is served at that desk again, and the service goes on', () => {
  const { hall, officer, deskId, ticketId } = finished();
  const startedAt = hall.stored(ticketId).steps[0]?.startedAt;
  const serviceId = hall.serviceId('A');
  expect(recentVisitSeconds(hall.store, serviceId)).toEqual([240]);
  hall.clock.advance({ minutes: 2 });
  expect(lastEnded(hall, deskId)).toMatchObject({ ticketId: String(ticketId), how: 'finished' });
  hall.takeChanges();
  expect(back(hall, officer, ticketId)).toEqual({ ticketId });
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'serving', endedAt: null },
    steps: [{ status: 'serving', startedAt, endedAt: null, deskId }],
  });
  const counterId = hall.counterId('A');
  expect(hall.takeChanges()).toEqual([
    { kind: 'ticket', ticketId, counterId },
    { kind: 'desk', deskId, counterId },
  ]);
  // As if it had not been finished: nothing of the day, of the estimate, or to take back.
  expect(recentVisitSeconds(hall.store, serviceId)).toEqual([]);
  expect(deskSnapshotView(hall.view(), deskId, null)).toMatchObject({
    lastEnded: null,
    today: { served: 0 },
  });
  hall.clock.advance({ minutes: 3 });
  hall.act(officer, (context) => finish(context, { deskId }));
  expect(recentVisitSeconds(hall.store, serviceId)).toEqual([540]);
  expect(deskSnapshotView(hall.view(), deskId, null).today).toMatchObject({ served: 1, serviceSeconds: 540 });
});

test('a mistaken no-show is called again with the repeats that it had', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const deskId = hall.deskId(1);
  const ticketId = hall.ticket('A');
  hall.act(officer, (context) => callNext(context, { deskId }));
  const calledAt = hall.clock.now();
  hall.clock.advance({ minutes: 1 });
  hall.act(officer, (context) => noShow(context, { deskId }));
  back(hall, officer, ticketId);
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'called' },
    steps: [{ status: 'called', calledAt, startedAt: null, endedAt: null, deskId }],
  });
  expect(hall.events(ticketId).at(-1)).toMatchObject({ kind: 'taken_back', data: { what: 'no_show' } });
});

test.each(['busy', 'paused', 'left'])('where the desk is %s, it waits before everybody', (desk) => {
  const { hall, officer, deskId, ticketId } = finished();
  const orderedAt = hall.stored(ticketId).steps[0]?.orderedAt;
  const elderly = hall.ticket('A', { priority: 'elderly' });
  const regular = hall.ticket('A');
  if (desk === 'busy') hall.act(officer, (context) => callNext(context, { deskId }));
  if (desk === 'paused') hall.act(officer, (context) => pauseDesk(context, { deskId, reason: 'salat' }));
  if (desk === 'left') hall.act(officer, (context) => leaveDesk(context, { deskId }));
  back(hall, officer, ticketId);
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'waiting', endedAt: null },
    steps: [{ status: 'waiting', orderedAt, placeReason: 'front', calledAt: null, deskId: null }],
  });
  const waiting = queueView(hall.view(), hall.counterId('A')).waiting.map(({ id }) => Number(id));
  expect(waiting).toEqual(desk === 'busy' ? [ticketId, regular] : [ticketId, elderly, regular]);
});

test('a visit that went on to an added service comes back, and goes on there later', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const deskId = hall.deskId(1);
  const ticketId = hall.ticket('A');
  const [here, there] = [hall.serviceId('A'), hall.serviceId('L')];
  hall.act(officer, (context) => callNext(context, { deskId }));
  hall.act(officer, (context) => addService(context, { deskId, serviceId: there }));
  hall.act(officer, (context) => finish(context, { deskId }));
  expect(lastEnded(hall, deskId)).toMatchObject({ ticketId: String(ticketId) });
  back(hall, officer, ticketId);
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'called', serviceId: here },
    steps: [
      { status: 'called', serviceId: here, deskId },
      { status: 'planned', serviceId: there },
    ],
  });
  hall.act(officer, (context) => finish(context, { deskId }));
  expect(hall.stored(ticketId)).toMatchObject({ ticket: { status: 'waiting', serviceId: there } });
});

test('it is theirs who made the mistake, or a supervisor, within the time that the hall gives', () => {
  const { hall, officer, deskId, ticketId } = finished();
  const colleague = hall.officerAt(2);
  const supervisor = hall.addUser('supervisor', 'supervisor');
  expect(refused(hall, colleague, ticketId)).toBe('forbidden');
  back(hall, supervisor, ticketId);
  hall.act(officer, (context) => finish(context, { deskId }));
  hall.clock.advance({ minutes: 5 });
  expect(lastEnded(hall, deskId)).not.toBeNull();
  hall.clock.advance({ milliseconds: 1 });
  expect(lastEnded(hall, deskId)).toBeNull();
  expect(refused(hall, officer, ticketId)).toBe('too_late');
  expect(refused(hall, officer, 999)).toBe('not_found');
});

test('a hall may allow none to be taken back', () => {
  const { hall, officer, deskId, ticketId } = finished();
  const admin = hall.addUser('admin', 'admin');
  hall.act(admin, (context) => changeSettings(context, { takeBackMinutes: 0 }));
  expect(lastEnded(hall, deskId)).toBeNull();
  expect(refused(hall, officer, ticketId)).toBe('too_late');
});

test('what has gone on since is not taken back', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const deskId = hall.deskId(1);
  const ticketId = hall.ticket('A');
  expect(refused(hall, officer, ticketId)).toBe('illegal_transition');
  hall.act(officer, (context) => callNext(context, { deskId }));
  hall.act(officer, (context) => noShow(context, { deskId }));
  hall.act(officer, (context) => reinstate(context, { ticketId }));
  expect(refused(hall, officer, ticketId)).toBe('illegal_transition');
});
