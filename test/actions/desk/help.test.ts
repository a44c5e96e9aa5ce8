import { expect, test } from 'vitest';
import { answerHelp } from '../../../electron/actions/desk/answer-help';
import { askForHelp } from '../../../electron/actions/desk/ask-for-help';
import { endHelp } from '../../../electron/actions/desk/end-help';
import { leaveDesk } from '../../../electron/actions/desk/leave-desk';
import { pauseDesk } from '../../../electron/actions/desk/pause-desk';
import type { UserActor } from '../../../electron/actions/desk/standing';
import { takeDesk } from '../../../electron/actions/desk/take-desk';
import { query } from '../../../electron/store/store';
import { deskView } from '../../../electron/views/desk-view';
import { staffHall } from '../../support/staff-hall';

function hallWithOfficer() {
  const hall = staffHall();
  const officer = hall.officerAt(1, 'staff', ['A']);
  const supervisor = hall.addUser('joko', 'supervisor');
  const deskId = hall.deskId(1);
  const by = (verb: typeof askForHelp) => ({
    act: (user: UserActor) => hall.act(user, (context) => verb(context, { deskId })),
    refusal: (user: UserActor) => hall.refusal(user, (context) => verb(context, { deskId })).code,
  });
  const events = () =>
    hall.store
      .all(query.selectFrom('events').select(['kind', 'userId']).where('kind', 'like', 'help%').orderBy('id'))
      .map(({ kind, userId }) => [kind, userId]);
  return {
    hall,
    officer,
    supervisor,
    deskId,
    ask: by(askForHelp),
    answer: by(answerHelp),
    end: by(endHelp),
    events,
    help: () => deskView(hall.view(), deskId).help,
  };
}

test('an officer calls for help, a supervisor comes, and either ends it', () => {
  const { officer, supervisor, ask, answer, end, help, events, hall, deskId } = hallWithOfficer();
  hall.takeChanges();
  ask.act(officer);
  expect(hall.takeChanges()).toEqual([{ kind: 'desk', deskId, counterId: hall.counterId('A') }]);
  expect(help()).toEqual({ since: '2026-11-24T09:00:00+07:00', coming: null });
  answer.act(supervisor);
  expect(help()?.coming).toEqual({ id: String(supervisor.userId), displayName: 'joko' });
  end.act(officer);
  expect(help()).toBeNull();
  ask.act(officer);
  expect(help()?.coming).toBeNull();
  end.act(supervisor);
  expect(help()).toBeNull();
  expect(events()).toEqual([
    ['help_asked', officer.userId],
    ['help_answered', supervisor.userId],
    ['help_ended', officer.userId],
    ['help_asked', officer.userId],
    ['help_ended', supervisor.userId],
  ]);
});

test('the same once more changes nothing, and who says so last is who comes', () => {
  const { officer, supervisor, ask, answer, help, events, hall } = hallWithOfficer();
  ask.act(officer);
  hall.clock.advance({ minutes: 2 });
  ask.act(officer);
  answer.act(supervisor);
  answer.act(supervisor);
  expect(help()).toEqual({
    since: '2026-11-24T09:00:00+07:00',
    coming: { id: String(supervisor.userId), displayName: 'joko' },
  });
  const other = hall.addUser('wati', 'admin');
  answer.act(other);
  expect(help()?.coming?.displayName).toBe('wati');
  expect(events().map(([kind]) => kind)).toEqual(['help_asked', 'help_answered', 'help_answered']);
});

test('it is called from one’s own desk alone, answered by supervisors, and ended only while it goes on', () => {
  const { officer, supervisor, ask, answer, end, hall } = hallWithOfficer();
  expect(ask.refusal(supervisor)).toBe('desk_not_taken');
  expect(answer.refusal(supervisor)).toBe('illegal_transition');
  expect(end.refusal(officer)).toBe('illegal_transition');
  ask.act(officer);
  expect(answer.refusal(officer)).toBe('forbidden');
  expect(end.refusal(hall.addUser('sari', 'staff', ['A']))).toBe('desk_not_taken');
  expect(end.refusal(hall.addUser('dewi', 'staff', ['L']))).toBe('not_your_counter');
});

test('it is called on a break too, and ends as the desk is left or taken by another', () => {
  const { officer, supervisor, ask, help, hall, deskId } = hallWithOfficer();
  hall.act(officer, (context) => pauseDesk(context, { deskId, reason: 'Salat' }));
  ask.act(officer);
  expect(help()).not.toBeNull();
  hall.act(officer, (context) => leaveDesk(context, { deskId }));
  expect(help()).toBeNull();
  hall.act(officer, (context) => takeDesk(context, { deskId }));
  ask.act(officer);
  hall.act(supervisor, (context) => takeDesk(context, { deskId }));
  expect(help()).toBeNull();
});
