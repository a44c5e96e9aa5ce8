import { expect, test } from 'vitest';
import { changeSettings } from '../../../electron/actions/accounts/change-settings';
import { answerBreak } from '../../../electron/actions/desk/answer-break';
import { askForBreak, withdrawBreak } from '../../../electron/actions/desk/ask-for-break';
import { callNext } from '../../../electron/actions/desk/call-next';
import { finish } from '../../../electron/actions/desk/finish';
import { hold } from '../../../electron/actions/desk/hold';
import { noShow } from '../../../electron/actions/desk/no-show';
import { pauseDesk } from '../../../electron/actions/desk/pause-desk';
import { resumeDesk } from '../../../electron/actions/desk/resume-desk';
import type { UserActor } from '../../../electron/actions/desk/standing';
import { transfer } from '../../../electron/actions/desk/transfer';
import { deskView } from '../../../electron/views/desk-view';
import { staffHall } from '../../support/staff-hall';

function hallWithOfficer() {
  const hall = staffHall();
  const officer = hall.officerAt(1, 'staff', ['A']);
  const supervisor = hall.addUser('joko', 'supervisor');
  const deskId = hall.deskId(1);
  const asked = { deskId, reason: 'Salat', minutes: 15 };
  return {
    hall,
    officer,
    supervisor,
    deskId,
    ask: () => hall.act(officer, (context) => askForBreak(context, asked)),
    answer: (granted: boolean, word?: string) =>
      hall.act(supervisor, (context) => answerBreak(context, { deskId, granted, word })),
    desk: () => deskView(hall.view(), deskId),
    refused: (user: UserActor, verb: (...args: Parameters<typeof answerBreak>) => unknown) =>
      hall.refusal(user, (context) => verb(context, { deskId, granted: true })).code,
  };
}

test('a break that is granted begins at once at a free desk, and says when it ends', () => {
  const { ask, answer, desk, supervisor } = hallWithOfficer();
  ask();
  expect(desk()).toMatchObject({
    pause: null,
    breakAsked: { reason: 'Salat', minutes: 15, since: '2026-11-24T09:00:00+07:00', answer: null },
  });
  answer(true, 'Silakan');
  expect(supervisor.role).toBe('supervisor');
  expect(desk()).toMatchObject({
    breakAsked: null,
    pause: { reason: 'Salat', since: '2026-11-24T09:00:00+07:00', until: '2026-11-24T09:15:00+07:00' },
  });
});

test.each([
  ['finish', finish],
  ['no-show', noShow],
  ['hold', hold],
  ['transfer', transfer],
] as const)('it begins after the present visitor, and its time counts from then: %s', (_name, verb) => {
  const { hall, officer, deskId, ask, answer, desk } = hallWithOfficer();
  hall.ticket('A');
  hall.act(officer, (context) => callNext(context, { deskId }));
  ask();
  answer(true);
  expect(desk()).toMatchObject({ pause: null, breakAsked: { answer: { granted: true, word: null } } });
  hall.clock.advance({ minutes: 4 });
  const input = { deskId, reason: 'Fotokopi', serviceId: hall.serviceId('L'), place: 'back' } as const;
  hall.act(officer, (context) => verb(context, input));
  expect(desk()).toMatchObject({
    breakAsked: null,
    pause: { reason: 'Salat', until: '2026-11-24T09:19:00+07:00' },
  });
  expect(hall.refusal(officer, (context) => callNext(context, { deskId })).code).toBe('desk_paused');
});

test('what is declined is read with its word, and put away or asked anew', () => {
  const { hall, officer, deskId, ask, answer, desk, supervisor } = hallWithOfficer();
  ask();
  answer(false, 'Tunggu sampai sepi');
  expect(desk().breakAsked?.answer).toEqual({
    granted: false,
    word: 'Tunggu sampai sepi',
    by: { id: String(supervisor.userId), displayName: 'joko' },
  });
  expect(desk().pause).toBeNull();
  ask();
  expect(desk().breakAsked?.answer).toBeNull();
  hall.act(officer, (context) => withdrawBreak(context, { deskId }));
  expect(desk().breakAsked).toBeNull();
});

test('a granted break that is taken back does not begin', () => {
  const { hall, officer, deskId, ask, answer, desk } = hallWithOfficer();
  hall.ticket('A');
  hall.act(officer, (context) => callNext(context, { deskId }));
  ask();
  answer(true);
  hall.act(officer, (context) => withdrawBreak(context, { deskId }));
  hall.act(officer, (context) => finish(context, { deskId }));
  expect(desk()).toMatchObject({ pause: null, breakAsked: null });
});

test('only supervisors answer, once; only the officer there asks', () => {
  const { hall, officer, deskId, supervisor, ask, answer, refused } = hallWithOfficer();
  expect(refused(supervisor, answerBreak)).toBe('illegal_transition');
  expect(refused(officer, withdrawBreak)).toBe('illegal_transition');
  ask();
  expect(refused(officer, answerBreak)).toBe('forbidden');
  expect(refused(supervisor, withdrawBreak)).toBe('desk_not_taken');
  answer(false);
  expect(refused(supervisor, answerBreak)).toBe('illegal_transition');
  hall.act(officer, (context) => pauseDesk(context, { deskId, reason: 'Makan' }));
  const asked = { deskId, reason: 'Salat', minutes: 15 };
  expect(hall.refusal(officer, (context) => askForBreak(context, asked)).code).toBe('desk_paused');
});

test('where breaks need asking, an officer does not begin one alone, and a supervisor does', () => {
  const { hall, officer, deskId } = hallWithOfficer();
  hall.act({ kind: 'system' }, (context) => changeSettings(context, { breaksNeedAsking: true }));
  const pause = { deskId, reason: 'Salat' };
  expect(hall.refusal(officer, (context) => pauseDesk(context, pause)).code).toBe('break_not_granted');
  const supervisor = hall.officerAt(2, 'supervisor');
  hall.act(supervisor, (context) => pauseDesk(context, { deskId: hall.deskId(2), reason: 'Salat' }));
  hall.act(supervisor, (context) => resumeDesk(context, { deskId: hall.deskId(2) }));
});
