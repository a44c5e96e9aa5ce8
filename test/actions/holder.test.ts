import { expect, test } from 'vitest';
import type { Actor } from '../../electron/actions/action';
import { cancelTicket } from '../../electron/actions/cancel-ticket';
import { goPaperless } from '../../electron/actions/go-paperless';
import type { PrintJobState } from '../../electron/store/schema';
import { query } from '../../electron/store/store';
import { stored, take, takePrinted } from '../support/issue';
import { smallHall } from '../support/small-hall';
import { type TestHall, testHall } from '../support/test-hall';

const holder: Actor = { kind: 'holder' };
const job = (hall: TestHall, ticketId: number) =>
  hall.store.first(query.selectFrom('print_jobs').select('state').where('ticketId', '=', ticketId))?.state;
const setJob = (hall: TestHall, ticketId: number, state: PrintJobState) =>
  hall.store.write((transaction) =>
    transaction.run(query.updateTable('print_jobs').set({ state }).where('ticketId', '=', ticketId)),
  );
const setStatus = (hall: TestHall, ticketId: number, status: 'called' | 'held' | 'void') =>
  hall.store.write((transaction) =>
    transaction.run(query.updateTable('tickets').set({ status }).where('id', '=', ticketId)),
  );
const step = (hall: TestHall, ticketId: number) =>
  hall.store.first(
    query.selectFrom('steps').select(['status', 'reason', 'endedAt']).where('ticketId', '=', ticketId),
  );

test('a number kept without paper waits, and its paper is not printed', () => {
  const hall = testHall();
  const { ticketId, token } = take(hall, hall.serviceId('A'));
  hall.act(holder, (context) => goPaperless(context, { token }));
  expect(stored(hall, ticketId)).toMatchObject({ status: 'waiting', paper: 'declined' });
  expect(job(hall, ticketId)).toBe('dropped');
  expect(
    hall.store.all(query.selectFrom('events').select(['kind', 'dataJson']).where('kind', '=', 'paper')),
  ).toEqual([{ kind: 'paper', dataJson: '{"paper":"declined"}' }]);
});

test('what is being sent at that moment is left to the worker', () => {
  const hall = testHall();
  const { ticketId, token } = take(hall, hall.serviceId('A'));
  setJob(hall, ticketId, 'sending');
  hall.act(holder, (context) => goPaperless(context, { token }));
  expect(job(hall, ticketId)).toBe('sending');
});

test('it is refused where paper is out already, for a void number, and where the hall does not allow it', () => {
  const hall = testHall();
  const printed = takePrinted(hall, hall.serviceId('A'));
  const refusal = (token: string, of = hall) =>
    of.refusal(holder, (context) => goPaperless(context, { token })).code;
  expect(refusal(printed.token)).toBe('illegal_transition');
  const gone = take(hall, hall.serviceId('A'));
  setStatus(hall, gone.ticketId, 'void');
  expect(refusal(gone.token)).toBe('illegal_transition');
  expect(refusal('x'.repeat(22))).toBe('not_found');
  const strict = testHall({ ...smallHall, settings: { ...smallHall.settings, paperlessAllowed: false } });
  expect(refusal(take(strict, strict.serviceId('A')).token, strict)).toBe('forbidden');
});

test('a number given back is cancelled, with its paper', () => {
  const hall = testHall();
  const { ticketId, token } = take(hall, hall.serviceId('A'));
  hall.takeChanges();
  hall.act(holder, (context) => cancelTicket(context, { token }));
  const now = hall.clock.now();
  expect(stored(hall, ticketId)).toMatchObject({ status: 'cancelled', endedAt: now });
  expect(step(hall, ticketId)).toEqual({ status: 'cancelled', reason: 'holder', endedAt: now });
  expect(job(hall, ticketId)).toBe('dropped');
  expect(hall.takeChanges()).toEqual([{ kind: 'ticket', ticketId, counterId: hall.counterId('A') }]);
  expect(stored(hall, take(hall, hall.serviceId('A')).ticketId).sequence).toBe(2);
});

test('what is called, over, or of yesterday is not given back', () => {
  const hall = testHall();
  const refusal = (token: string) => hall.refusal(holder, (context) => cancelTicket(context, { token })).code;
  const called = takePrinted(hall, hall.serviceId('A'));
  setStatus(hall, called.ticketId, 'called');
  expect(refusal(called.token)).toBe('illegal_transition');
  const twice = takePrinted(hall, hall.serviceId('A'));
  hall.act(holder, (context) => cancelTicket(context, { token: twice.token }));
  expect(refusal(twice.token)).toBe('illegal_transition');
  const yesterday = takePrinted(hall, hall.serviceId('A'));
  hall.clock.set('2026-11-25T09:00+07:00');
  expect(refusal(yesterday.token)).toBe('illegal_transition');
});
