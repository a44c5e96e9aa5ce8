import { expect, test } from 'vitest';
import { askToBeFetched, askToBeFetchedAsHolder } from '../../electron/actions/ask-to-be-fetched';
import { callNext } from '../../electron/actions/desk/call-next';
import { finish } from '../../electron/actions/desk/finish';
import { start } from '../../electron/actions/desk/start';
import { takeBack } from '../../electron/actions/desk/take-back';
import { boardView } from '../../electron/views/board-view';
import { hallView } from '../../electron/views/counter-view';
import { queueView } from '../../electron/views/queue-view';
import { accessView } from '../../electron/views/reports/access-view';
import { holderTicketView } from '../../electron/views/ticket-view';
import { staffHall } from '../support/staff-hall';
import { kiosk } from '../support/test-hall';

const day = { from: '2026-11-24', to: '2026-11-24' };

function hallWithTicket() {
  const hall = staffHall();
  const officer = hall.officerAt(1, 'staff', ['A']);
  const ticketId = hall.ticket('A');
  const token = String(hall.stored(ticketId).ticket.token);
  const desk = { deskId: hall.deskId(1) };
  return {
    hall,
    officer,
    ticketId,
    token,
    desk,
    mark: (fetchMe: boolean, who = officer) =>
      hall.act(who, (context) => askToBeFetched(context, { ticketId, fetchMe })),
    asked: () => accessView(hall.view(), day).map(({ fetchAsked }) => fetchAsked),
    marks: () =>
      hall
        .events(ticketId)
        .filter(({ kind }) => kind === 'fetch_changed')
        .map(({ data }) => data),
  };
}

test('an officer marks who is to be fetched and takes it back; each is kept, and the day counts the number once', () => {
  const { hall, ticketId, mark, asked, marks } = hallWithTicket();
  mark(true);
  mark(true);
  const [waiting] = queueView(hall.view(), hall.counterId('A')).waiting;
  expect(waiting).toMatchObject({ id: String(ticketId), fetchMe: true, fetchAskedBy: 'officer' });
  expect(asked()).toEqual([1]);
  mark(false);
  expect(queueView(hall.view(), hall.counterId('A')).waiting[0]).toMatchObject({
    fetchMe: false,
    fetchAskedBy: null,
  });
  expect(asked()).toEqual([]);
  expect(marks()).toEqual([
    { fetchMe: true, by: 'officer' },
    { fetchMe: false, by: 'officer' },
  ]);
});

test('a number that was called may still be marked, and stands so on the board; one that is served may not', () => {
  const { hall, officer, desk, token, ticketId, mark } = hallWithTicket();
  hall.act(officer, (context) => callNext(context, desk));
  expect(boardView(hall.view()).calls[0]?.fetchMe).toBe(false);
  mark(true);
  expect(boardView(hall.view()).calls[0]?.fetchMe).toBe(true);
  hall.act(officer, (context) => start(context, desk));
  const input = { ticketId, fetchMe: false };
  expect(hall.refusal(officer, (context) => askToBeFetched(context, input)).code).toBe('illegal_transition');
  const own = { token, fetchMe: false };
  expect(hall.refusal(kiosk, (context) => askToBeFetchedAsHolder(context, own)).code).toBe(
    'illegal_transition',
  );
});

test('an officer of another counter may not mark it, and who holds it may, by phone', () => {
  const { hall, token, ticketId, mark, asked } = hallWithTicket();
  const stranger = hall.officerAt(4, 'staff', ['L']);
  const input = { ticketId, fetchMe: true };
  expect(hall.refusal(stranger, (context) => askToBeFetched(context, input)).code).toBe('not_your_counter');
  expect(hall.refusal(kiosk, (context) => askToBeFetched(context, input)).code).toBe('forbidden');
  hall.act(kiosk, (context) => askToBeFetchedAsHolder(context, { token, fetchMe: true }));
  expect(holderTicketView(hall.view(), token).fetchMe).toBe(true);
  expect(queueView(hall.view(), hall.counterId('A')).waiting[0]?.fetchAskedBy).toBe('phone');
  expect(asked()).toEqual([1]);
  mark(false);
  expect(holderTicketView(hall.view(), token).fetchMe).toBe(false);
});

test('supervisors see who is to be fetched as far as they reach, who was called first, and from when that is too long', () => {
  const { hall, officer, desk, mark, ticketId } = hallWithTicket();
  mark(true);
  hall.clock.advance({ minutes: 5 });
  const later = hall.ticket('L');
  const supervisor = hall.addUser('supervisor', 'supervisor');
  hall.act(supervisor, (context) => askToBeFetched(context, { ticketId: later, fetchMe: true }));
  const shown = (reach: readonly number[] | null = null) =>
    hallView(hall.view(), reach).toFetch.map(({ number, desk: label, since, lateFrom }) => [
      number,
      label,
      (Date.parse(lateFrom) - Date.parse(since)) / 60_000,
    ]);
  expect(shown()).toEqual([
    ['A-001', null, 60],
    ['LB-001', null, 60],
  ]);
  expect(shown([hall.counterId('L')])).toEqual([['LB-001', null, 60]]);
  const water = hall.officerAt(4, 'staff', ['L']);
  hall.act(water, (context) => callNext(context, { deskId: hall.deskId(4) }));
  expect(shown()).toEqual([
    ['LB-001', '4', 2],
    ['A-001', null, 60],
  ]);
  hall.act(officer, (context) => callNext(context, desk));
  hall.act(officer, (context) => start(context, desk));
  expect(hall.status(ticketId)).toBe('serving');
  expect(shown()).toEqual([['LB-001', '4', 2]]);
});

test('a mark made meanwhile is no step of the visit: an end can still be taken back', () => {
  const { hall, officer, desk, mark, ticketId } = hallWithTicket();
  hall.act(officer, (context) => callNext(context, desk));
  mark(true);
  hall.act(officer, (context) => finish(context, desk));
  hall.act(officer, (context) => takeBack(context, { ticketId }));
  expect(hall.status(ticketId)).toBe('called');
});
