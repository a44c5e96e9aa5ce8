import { expect, test } from 'vitest';
import type { Actor } from '../../electron/actions/action';
import { callNext } from '../../electron/actions/desk/call-next';
import { start } from '../../electron/actions/desk/start';
import { takeDesk } from '../../electron/actions/desk/take-desk';
import { endDay } from '../../electron/actions/end-day';
import { goLive } from '../../electron/actions/go-live';
import { readHall } from '../../electron/store/hall';
import { query } from '../../electron/store/store';
import { stored, take, takePrinted } from '../support/issue';
import { smallHall } from '../support/small-hall';
import { type TestHall, testHall } from '../support/test-hall';

const system: Actor = { kind: 'system' };
const admin: Actor = { kind: 'user', userId: 1, role: 'admin', counterIds: null };
const user = (hall: TestHall, number: number): Actor => {
  const { userId, deskId } = hall.manDesk(number);
  hall.store.write((transaction) =>
    transaction.run(
      query.updateTable('desks').set({ userId: null, signedInAt: null }).where('id', '=', deskId),
    ),
  );
  const actor: Actor = { kind: 'user', userId, role: 'staff', counterIds: null };
  hall.act(actor, (context) => takeDesk(context, { deskId }));
  return actor;
};

test('when the date ends, who waits is cancelled, who sits at a desk is served until three hours later', () => {
  const hall = testHall();
  const serviceId = hall.serviceId('A');
  const first = user(hall, 1);
  const second = user(hall, 2);
  const serving = takePrinted(hall, serviceId).ticketId;
  const called = takePrinted(hall, serviceId).ticketId;
  const waiting = takePrinted(hall, serviceId).ticketId;
  const printing = take(hall, serviceId).ticketId;
  hall.act(first, (context) => callNext(context, { deskId: hall.deskId(1) }));
  hall.act(first, (context) => start(context, { deskId: hall.deskId(1) }));
  hall.act(second, (context) => callNext(context, { deskId: hall.deskId(2) }));
  const statuses = () => [serving, called, waiting, printing].map((id) => stored(hall, id).status);

  hall.clock.set('2026-11-24T23:59:59+07:00');
  expect(hall.act(system, endDay)).toEqual({ ended: 0, desksFreed: 0 });

  hall.clock.set('2026-11-25T00:00+07:00');
  expect(hall.act(system, endDay)).toEqual({ ended: 2, desksFreed: 0 });
  expect(statuses()).toEqual(['serving', 'called', 'cancelled', 'cancelled']);
  expect(
    hall.store.all(query.selectFrom('steps').select(['status', 'reason']).where('ticketId', '>', called)),
  ).toEqual([
    { status: 'cancelled', reason: 'end_of_day' },
    { status: 'cancelled', reason: 'end_of_day' },
  ]);
  expect(
    hall.store.first(query.selectFrom('print_jobs').select('state').where('ticketId', '=', printing)),
  ).toEqual({ state: 'dropped' });

  hall.clock.set('2026-11-25T03:00+07:00');
  hall.takeChanges();
  expect(hall.act(system, endDay)).toEqual({ ended: 2, desksFreed: 2 });
  expect(statuses()).toEqual(['done', 'no_show', 'cancelled', 'cancelled']);
  expect(hall.takeChanges().map((change) => change.kind)).toEqual([
    'ticket',
    'desk',
    'ticket',
    'desk',
    'desk',
    'desk',
  ]);
  expect(hall.store.all(query.selectFrom('desks').select('userId').where('userId', 'is not', null))).toEqual(
    [],
  );
  expect(hall.act(system, endDay)).toEqual({ ended: 0, desksFreed: 0 });
});

test("a desk taken today stays taken, and today's tickets stay", () => {
  const hall = testHall();
  hall.clock.set('2026-11-24T07:00+07:00');
  user(hall, 1);
  hall.clock.set('2026-11-24T09:00+07:00');
  takePrinted(hall, hall.serviceId('A'));
  expect(hall.act(system, endDay)).toEqual({ ended: 0, desksFreed: 0 });
});

test('going live removes what practice left, begins numbers at 1, and keeps call sequences rising', () => {
  const hall = testHall({ ...smallHall, settings: { practice: true } });
  const officer = user(hall, 1);
  take(hall, hall.serviceId('L'));
  const ticketId = takePrinted(hall, hall.serviceId('A')).ticketId;
  const call = () => hall.act(officer, (context) => callNext(context, { deskId: hall.deskId(1) }));
  expect(call()).toEqual({ ticketId, sequence: 1 });
  hall.store.write((transaction) =>
    transaction.run(
      query.insertInto('idempotency_keys').values({
        caller: 'kiosk-1',
        route: 'issueTicket',
        key: 'practice',
        bodyHash: '',
        status: 201,
        answerJson: '{}',
        createdAt: 0,
      }),
    ),
  );

  expect(hall.refusal(officer, goLive).code).toBe('forbidden');
  expect(hall.act(admin, goLive)).toEqual({ removed: 2 });

  const counted = [
    'tickets',
    'steps',
    'print_jobs',
    'calls',
    'number_sequences',
    'idempotency_keys',
  ] as const;
  for (const table of counted) expect(hall.store.all(query.selectFrom(table).selectAll())).toEqual([]);
  expect(hall.store.all(query.selectFrom('events').select(['kind', 'dataJson']))).toEqual([
    { kind: 'desk_taken', dataJson: null },
    { kind: 'went_live', dataJson: '{"removed":2}' },
  ]);
  expect(hall.hall().settings.practice).toBe(false);
  expect(readHall(hall.store).settings.practice).toBe(false);

  const live = takePrinted(hall, hall.serviceId('A')).ticketId;
  expect(stored(hall, live)).toMatchObject({ sequence: 1, practice: 0 });
  expect(call()).toEqual({ ticketId: live, sequence: 2 });
  expect(hall.refusal(admin, goLive).code).toBe('illegal_transition');
});

test("practice in the middle of a live day leaves that day's numbers taken", () => {
  const hall = testHall();
  const setPractice = (practice: boolean) =>
    hall.store.write((transaction) => {
      transaction.run(
        query
          .updateTable('settings')
          .set({ valueJson: JSON.stringify(practice) })
          .where('key', '=', 'practice'),
      );
      transaction.announce({ kind: 'configuration' });
    });
  take(hall, hall.serviceId('A'));
  take(hall, hall.serviceId('A'));
  setPractice(true);
  take(hall, hall.serviceId('A'));
  take(hall, hall.serviceId('L'));
  expect(hall.act(admin, goLive)).toEqual({ removed: 2 });
  expect(hall.store.all(query.selectFrom('number_sequences').selectAll())).toEqual([
    { businessDate: '2026-11-24', prefix: 'A', lastNumber: 2 },
  ]);
  expect(stored(hall, take(hall, hall.serviceId('A')).ticketId).sequence).toBe(3);
});
