import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../electron/actions/action';
import { pauseCounter } from '../../electron/actions/pause-counter';
import { query } from '../../electron/store/store';
import { type TestHall, testHall } from '../support/test-hall';

let hall: TestHall;
let supervisor: Actor;
let counterId: number;

beforeEach(() => {
  hall = testHall();
  const { userId } = hall.manDesk(1);
  supervisor = { kind: 'user', userId, role: 'supervisor', counterIds: null };
  counterId = hall.counterId('A');
});
afterEach(() => hall.store.close());

const isPaused = () => hall.hall().counter.get(counterId)?.paused;
const auditRows = () =>
  hall.store.all(query.selectFrom('audit').select(['action', 'subject', 'beforeJson', 'afterJson']));

test('a supervisor closes a counter and opens it again, and both are on record', () => {
  hall.act(supervisor, (context) => pauseCounter(context, { counterId, paused: true }));
  expect(isPaused()).toBe(true);
  hall.act(supervisor, (context) => pauseCounter(context, { counterId, paused: false }));
  expect(isPaused()).toBe(false);
  const subject = `counter:${counterId}`;
  expect(auditRows()).toEqual([
    { action: 'counter_paused', subject, beforeJson: '{"paused":false}', afterJson: '{"paused":true}' },
    { action: 'counter_resumed', subject, beforeJson: '{"paused":true}', afterJson: '{"paused":false}' },
  ]);
});

test('closing what is closed changes nothing', () => {
  hall.act(supervisor, (context) => pauseCounter(context, { counterId, paused: true }));
  hall.takeChanges();
  hall.act(supervisor, (context) => pauseCounter(context, { counterId, paused: true }));
  expect(hall.takeChanges()).toEqual([]);
  expect(auditRows()).toHaveLength(1);
});

test('an officer may not close a counter, and nobody one that is not there', () => {
  const officer: Actor = { kind: 'user', userId: 1, role: 'staff', counterIds: null };
  expect(hall.refusal(officer, (context) => pauseCounter(context, { counterId, paused: true })).code).toBe(
    'forbidden',
  );
  expect(
    hall.refusal(supervisor, (context) => pauseCounter(context, { counterId: 999, paused: true })).code,
  ).toBe('not_found');
  expect(isPaused()).toBe(false);
});
