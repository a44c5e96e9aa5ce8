import { expect, test } from 'vitest';
import { callNext } from '../../../electron/actions/desk/call-next';
import { finish } from '../../../electron/actions/desk/finish';
import { leaveDesk } from '../../../electron/actions/desk/leave-desk';
import { pauseDesk } from '../../../electron/actions/desk/pause-desk';
import { resumeDesk } from '../../../electron/actions/desk/resume-desk';
import { takeDesk } from '../../../electron/actions/desk/take-desk';
import { query } from '../../../electron/store/store';
import { type StaffHall, staffHall } from '../../support/staff-hall';

const desk = (hall: StaffHall, number: number) =>
  hall.store.first(
    query
      .selectFrom('desks')
      .select(['userId', 'signedInAt', 'pausedAt', 'pauseReason'])
      .where('id', '=', hall.deskId(number)),
  );
const deskEvents = (hall: StaffHall) =>
  hall.store.all(
    query
      .selectFrom('events')
      .select(['kind', 'deskId', 'userId', 'dataJson'])
      .where('ticketId', 'is', null)
      .orderBy('id'),
  );
const nobody = { userId: null, signedInAt: null, pausedAt: null, pauseReason: null };

test('a desk is taken, paused with a reason, resumed and left, each on record', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const deskId = hall.deskId(1);
  const counterId = hall.counterId('A');
  const signedInAt = hall.clock.now();
  expect(desk(hall, 1)).toEqual({ ...nobody, userId: officer.userId, signedInAt });
  hall.clock.advance({ hours: 3 });
  hall.act(officer, (context) => pauseDesk(context, { deskId, reason: 'Istirahat' }));
  expect(desk(hall, 1)).toEqual({
    userId: officer.userId,
    signedInAt,
    pausedAt: hall.clock.now(),
    pauseReason: 'Istirahat',
  });
  const pausedAt = hall.clock.now();
  hall.clock.advance({ hours: 1 });
  hall.act(officer, (context) => resumeDesk(context, { deskId }));
  expect(desk(hall, 1)).toEqual({ ...nobody, userId: officer.userId, signedInAt });
  hall.act(officer, (context) => leaveDesk(context, { deskId }));
  expect(desk(hall, 1)).toEqual(nobody);
  const by = { deskId, userId: officer.userId };
  expect(deskEvents(hall)).toEqual([
    { kind: 'desk_taken', ...by, dataJson: null },
    { kind: 'desk_paused', ...by, dataJson: '{"reason":"Istirahat"}' },
    { kind: 'desk_resumed', ...by, dataJson: JSON.stringify({ pausedAt }) },
    { kind: 'desk_left', ...by, dataJson: null },
  ]);
  const change = { kind: 'desk', deskId, counterId };
  expect(hall.takeChanges().filter((each) => each.kind === 'desk')).toEqual([change, change, change, change]);
});

test("one's own desk taken again changes nothing", () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const before = hall.everything();
  hall.act(officer, (context) => takeDesk(context, { deskId: hall.deskId(1) }));
  expect(hall.everything()).toBe(before);
});

test('who takes another desk leaves the one before, unless a visitor is there', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  hall.ticket('A');
  hall.act(officer, (context) => callNext(context, { deskId: hall.deskId(1) }));
  expect(hall.refusal(officer, (context) => takeDesk(context, { deskId: hall.deskId(2) })).code).toBe(
    'desk_busy',
  );
  hall.act(officer, (context) => finish(context, { deskId: hall.deskId(1) }));
  hall.act(officer, (context) => takeDesk(context, { deskId: hall.deskId(2) }));
  expect(desk(hall, 1)).toEqual(nobody);
  expect(desk(hall, 2)).toEqual({ ...nobody, userId: officer.userId, signedInAt: hall.clock.now() });
  expect(deskEvents(hall).map((event) => [event.kind, event.deskId])).toEqual([
    ['desk_taken', hall.deskId(1)],
    ['desk_left', hall.deskId(1)],
    ['desk_taken', hall.deskId(2)],
  ]);
});

test('a taken desk is taken from nobody but by a supervisor, who goes on with the visitor there', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const deskId = hall.deskId(1);
  const ticketId = hall.ticket('A');
  hall.act(officer, (context) => callNext(context, { deskId }));
  const colleague = hall.addUser('colleague');
  expect(hall.refusal(colleague, (context) => takeDesk(context, { deskId })).code).toBe('desk_taken');

  const supervisor = hall.addUser('supervisor', 'supervisor');
  hall.act(supervisor, (context) => takeDesk(context, { deskId }));
  expect(hall.refusal(officer, (context) => finish(context, { deskId })).code).toBe('desk_not_taken');
  hall.act(supervisor, (context) => finish(context, { deskId }));
  expect(hall.status(ticketId)).toBe('done');
  expect(deskEvents(hall).at(-1)).toEqual({
    kind: 'desk_taken',
    deskId,
    userId: supervisor.userId,
    dataJson: JSON.stringify({ relievedUserId: officer.userId }),
  });
});

test('a desk that was paused by the one before is not paused for the one who takes it', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  hall.act(officer, (context) => pauseDesk(context, { deskId: hall.deskId(1), reason: 'Istirahat' }));
  hall.act(officer, (context) => leaveDesk(context, { deskId: hall.deskId(1) }));
  const colleague = hall.addUser('colleague');
  hall.act(colleague, (context) => takeDesk(context, { deskId: hall.deskId(1) }));
  expect(desk(hall, 1)).toEqual({ ...nobody, userId: colleague.userId, signedInAt: hall.clock.now() });
});
