import { describe, expect, test } from 'vitest';
import { leaveDesk } from '../../electron/actions/desk/leave-desk';
import { pauseDesk } from '../../electron/actions/desk/pause-desk';
import { resumeDesk } from '../../electron/actions/desk/resume-desk';
import { issueTicket } from '../../electron/actions/issue-ticket';
import type { Refusal } from '../../electron/queue/refusal';
import { query } from '../../electron/store/store';
import { ticketById } from '../../electron/store/ticket-rows';
import { stored, take } from '../support/issue';
import { smallHall } from '../support/small-hall';
import { kiosk, type TestHall, testHall } from '../support/test-hall';

const tables = ['tickets', 'steps', 'events', 'print_jobs', 'number_sequences'] as const;
const everything = (hall: TestHall) =>
  Object.fromEntries(tables.map((table) => [table, hall.store.all(query.selectFrom(table).selectAll())]));

const refused = (hall: TestHall, serviceId: number, printerReady = true): Refusal => {
  const before = everything(hall);
  const refusal = hall.refusal(kiosk, (context) =>
    issueTicket(context, { serviceId, priority: null, language: 'id', printerReady }),
  );
  expect(everything(hall)).toEqual(before);
  return refusal;
};

test('a number that was just given is told as the store would read it', () => {
  const hall = testHall();
  for (const visitor of [{}, { priority: 'elderly', fetchMe: true }] as const) {
    const { ticketId, row } = hall.act(kiosk, (context) =>
      issueTicket(context, {
        ...{ serviceId: hall.serviceId('A'), priority: null, language: 'jv', printerReady: true },
        ...visitor,
      }),
    );
    expect(row).toEqual(hall.store.first(ticketById({ ticketId })));
  }
});

test('a number is a ticket, its step, its event, its paper, and news of it', () => {
  const hall = testHall();
  const serviceId = hall.serviceId('A');
  hall.takeChanges();
  const { ticketId, token } = take(hall, serviceId, { priority: 'elderly' });

  expect(token).toMatch(/^[A-Za-z0-9_-]{22,64}$/);
  const now = hall.clock.now();
  expect(everything(hall)).toEqual({
    tickets: [
      {
        id: ticketId,
        token,
        businessDate: '2026-11-24',
        prefix: 'A',
        sequence: 1,
        practice: 0,
        status: 'printing',
        paper: 'pending',
        priority: 'elderly',
        language: 'id',
        deviceId: 'kiosk-1',
        issuedAt: now,
        stepId: 1,
        serviceId,
        firstServiceId: serviceId,
        byPhone: 0,
        fetchMe: 0,
        fetchAskedBy: null,
        endedAt: null,
      },
    ],
    steps: [
      expect.objectContaining({
        id: 1,
        ticketId,
        serviceId,
        businessDate: '2026-11-24',
        status: 'waiting',
        arrivedAt: now,
        orderedAt: now,
        placeReason: 'arrival',
      }),
    ],
    events: [expect.objectContaining({ kind: 'issued', at: now, ticketId, stepId: 1 })],
    print_jobs: [expect.objectContaining({ ticketId, deviceId: 'kiosk-1', state: 'queued', copy: 0 })],
    number_sequences: [{ businessDate: '2026-11-24', prefix: 'A', lastNumber: 1 }],
  });
  expect(hall.takeChanges()).toEqual([
    { kind: 'ticket', ticketId, counterId: hall.counterId('A') },
    { kind: 'print_job', deviceId: 'kiosk-1' },
  ]);
});

describe('numbers', () => {
  const numberOf = (hall: TestHall, code: string, place = 0) =>
    stored(hall, take(hall, hall.serviceId(code, place)).ticketId).sequence;

  test('services that share a prefix share its numbers, others have their own', () => {
    const hall = testHall();
    expect([
      numberOf(hall, 'A'),
      numberOf(hall, 'A', 1),
      numberOf(hall, 'L'),
      numberOf(hall, 'A'),
      numberOf(hall, 'L'),
    ]).toEqual([1, 2, 1, 3, 2]);
  });

  test('fifty at once on one service are consecutive', () => {
    const hall = testHall();
    const numbers = Array.from({ length: 50 }, () => numberOf(hall, 'A'));
    expect(numbers).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  });

  test('they go on past 999, a void one leaves its gap', () => {
    const hall = testHall();
    hall.store.write((transaction) =>
      transaction.run(
        query
          .insertInto('number_sequences')
          .values({ businessDate: '2026-11-24', prefix: 'A', lastNumber: 998 }),
      ),
    );
    expect(numberOf(hall, 'A')).toBe(999);
    const { ticketId } = take(hall, hall.serviceId('A'));
    hall.store.write((transaction) =>
      transaction.run(query.updateTable('tickets').set({ status: 'void' }).where('id', '=', ticketId)),
    );
    expect(numberOf(hall, 'A')).toBe(1001);
  });

  const allDay = structuredClone(smallHall);
  allDay.hours = {
    week: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens: '00:00', closes: '24:00', breaks: [] })),
    lastTicketMinutesBefore: 0,
  };
  const dated = (hall: TestHall) => {
    const ticket = stored(hall, take(hall, hall.serviceId('A')).ticketId);
    return `${ticket.businessDate} ${ticket.sequence}`;
  };

  test("they begin again at midnight of the site's zone", () => {
    const hall = testHall(allDay);
    hall.clock.set('2026-11-24T23:59:59.999+07:00');
    expect(dated(hall)).toBe('2026-11-24 1');
    hall.clock.set('2026-11-25T00:00+07:00');
    expect(dated(hall)).toBe('2026-11-25 1');
    // Midnight UTC is seven in the morning here.
    hall.clock.set('2026-11-25T00:00Z');
    expect(dated(hall)).toBe('2026-11-25 2');
  });

  test('a clock that jumps back gives no number again, and no earlier date', () => {
    const hall = testHall(allDay);
    hall.clock.set('2026-11-25T00:10+07:00');
    expect(dated(hall)).toBe('2026-11-25 1');
    hall.clock.set('2026-11-24T22:00+07:00');
    expect(dated(hall)).toBe('2026-11-25 2');
    hall.clock.set('2026-11-26T08:00+07:00');
    expect(dated(hall)).toBe('2026-11-26 1');
  });
});

describe('the quota', () => {
  test('twenty taps on a quota of ten give exactly ten', () => {
    const hall = testHall();
    const serviceId = hall.serviceId('A', 1);
    const outcomes = Array.from({ length: 20 }, () => {
      try {
        take(hall, serviceId);
        return 'issued';
      } catch (error) {
        return error instanceof Error ? error.message : 'unknown';
      }
    });
    expect(outcomes).toEqual([...Array(10).fill('issued'), ...Array(10).fill('quota_full')]);
    expect(refused(hall, serviceId).details).toEqual({ opensAt: '2026-11-25T08:00:00+07:00' });
  });

  test("a void number doesn't count, a cancelled one does, the neighbour's don't", () => {
    const hall = testHall();
    const serviceId = hall.serviceId('A', 1);
    take(hall, hall.serviceId('A'));
    const taken = Array.from({ length: 10 }, () => take(hall, serviceId).ticketId);
    const set = (ticketId: number | undefined, status: 'void' | 'cancelled') =>
      hall.store.write((transaction) =>
        transaction.run(
          query
            .updateTable('tickets')
            .set({ status })
            .where('id', '=', ticketId ?? 0),
        ),
      );
    set(taken[0], 'cancelled');
    expect(refused(hall, serviceId).code).toBe('quota_full');
    set(taken[1], 'void');
    take(hall, serviceId);
    expect(refused(hall, serviceId).code).toBe('quota_full');
  });
});

describe('refusals change nothing', () => {
  test('a service that is not there', () => {
    const hall = testHall();
    expect(refused(hall, 999)).toMatchObject({ code: 'not_found', details: {} });
  });

  test('a closed service says when it opens, a break too', () => {
    const hall = testHall();
    expect(refused(hall, hall.serviceId('IM'))).toMatchObject({
      code: 'service_closed',
      details: { opensAt: '2026-11-25T08:00:00+07:00' },
    });
    hall.clock.set('2026-11-24T12:00+07:00');
    expect(refused(hall, hall.serviceId('A'))).toMatchObject({
      code: 'service_closed',
      details: { opensAt: '2026-11-24T13:00:00+07:00' },
    });
  });

  test('one whose officers did not come, and no longer once one has', () => {
    const hall = testHall({ ...smallHall, settings: { practice: false } });
    hall.clock.set('2026-11-24T08:29+07:00');
    take(hall, hall.serviceId('A'));
    hall.clock.set('2026-11-24T08:30+07:00');
    expect(refused(hall, hall.serviceId('A'))).toMatchObject({
      code: 'service_paused',
      details: { opensAt: null },
    });
    // A desk of another counter serves nobody here.
    hall.manDesk(4);
    expect(refused(hall, hall.serviceId('A')).code).toBe('service_paused');
    hall.manDesk(2);
    take(hall, hall.serviceId('A'));
  });

  test('none while its officers are on a short break, and one whose officers stay away', () => {
    const hall = testHall({ ...smallHall, settings: { practice: false } });
    const { deskId, userId } = hall.manDesk(1);
    const officer = { kind: 'user', userId, role: 'staff', counterIds: null } as const;
    hall.act(officer, (context) => pauseDesk(context, { deskId, reason: 'Makan' }));
    hall.clock.advance({ minutes: 29 });
    take(hall, hall.serviceId('A'));
    hall.clock.advance({ minutes: 1 });
    expect(refused(hall, hall.serviceId('A')).code).toBe('service_paused');
    hall.act(officer, (context) => resumeDesk(context, { deskId }));
    take(hall, hall.serviceId('A'));
    hall.act(officer, (context) => leaveDesk(context, { deskId }));
    hall.clock.advance({ minutes: 29 });
    take(hall, hall.serviceId('A'));
    hall.clock.advance({ minutes: 1 });
    expect(refused(hall, hall.serviceId('A')).code).toBe('service_paused');
  });

  test('a paused one', () => {
    const hall = testHall();
    hall.store.write((transaction) => {
      transaction.run(query.updateTable('services').set({ paused: 1 }).where('id', '=', hall.serviceId('L')));
      transaction.announce({ kind: 'configuration' });
    });
    expect(refused(hall, hall.serviceId('L'))).toMatchObject({
      code: 'service_paused',
      details: { opensAt: null },
    });
  });

  test('a printer that cannot print, where paperless tickets are switched off', () => {
    const hall = testHall({ ...smallHall, settings: { ...smallHall.settings, paperlessAllowed: false } });
    expect(refused(hall, hall.serviceId('A'), false).code).toBe('printer_unavailable');
    take(hall, hall.serviceId('A'));
    const lenient = testHall();
    take(lenient, lenient.serviceId('A'), { printerReady: false });
  });

  test('whoever is no kiosk', () => {
    const hall = testHall();
    const input = {
      serviceId: hall.serviceId('A'),
      priority: null,
      language: 'id',
      printerReady: true,
    } as const;
    expect(hall.refusal({ kind: 'holder' }, (context) => issueTicket(context, input)).code).toBe('forbidden');
  });
});

test('the same key gives the same ticket and one paper', () => {
  const hall = testHall();
  const request = (key: string, serviceId: number) =>
    hall.actionRunner.perform(
      kiosk,
      { caller: 'kiosk-1', route: 'issueTicket', key, body: { serviceId } },
      (context) => ({
        status: 201,
        body: issueTicket(context, { serviceId, priority: null, language: 'id', printerReady: true }),
      }),
    );
  const first = request('a-key-of-the-tap', hall.serviceId('A'));
  expect(request('a-key-of-the-tap', hall.serviceId('A'))).toEqual(first);
  expect(() => request('a-key-of-the-tap', hall.serviceId('L'))).toThrow('idempotency_conflict');
  expect(() => request('a-closed-service', hall.serviceId('IM'))).toThrow('service_closed');
  hall.clock.set('2026-11-25T09:00+07:00');
  expect(() => request('a-closed-service', hall.serviceId('IM'))).toThrow('service_closed');
  expect(everything(hall)).toMatchObject({ tickets: [{ sequence: 1 }], print_jobs: [{ state: 'queued' }] });
});

test('in practice the hours are ignored and the ticket says so', () => {
  const hall = testHall({ ...smallHall, settings: { practice: true } });
  hall.clock.set('2026-11-22T02:00+07:00');
  expect(stored(hall, take(hall, hall.serviceId('IM')).ticketId).practice).toBe(1);
});
