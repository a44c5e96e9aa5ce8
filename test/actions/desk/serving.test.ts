import { expect, test } from 'vitest';
import { addService } from '../../../electron/actions/desk/add-service';
import { callNext } from '../../../electron/actions/desk/call-next';
import { finish } from '../../../electron/actions/desk/finish';
import { hold } from '../../../electron/actions/desk/hold';
import { noShow } from '../../../electron/actions/desk/no-show';
import { reinstate } from '../../../electron/actions/desk/reinstate';
import { removeService } from '../../../electron/actions/desk/remove-service';
import { start } from '../../../electron/actions/desk/start';
import { transfer } from '../../../electron/actions/desk/transfer';
import { walkIn } from '../../../electron/actions/desk/walk-in';
import { type StaffHall, staffHall } from '../../support/staff-hall';

/** A hall with an officer at desk 1 of counter A, who has called one visitor. */
function called(): {
  hall: StaffHall;
  officer: ReturnType<StaffHall['officerAt']>;
  deskId: number;
  ticketId: number;
} {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const deskId = hall.deskId(1);
  const ticketId = hall.ticket('A');
  hall.clock.advance({ minutes: 10 });
  hall.act(officer, (context) => callNext(context, { deskId }));
  hall.takeChanges();
  return { hall, officer, deskId, ticketId };
}

test('a visitor is served and done, with the times of each', () => {
  const { hall, officer, deskId, ticketId } = called();
  const calledAt = hall.clock.now();
  hall.clock.advance({ seconds: 40 });
  const startedAt = hall.clock.now();
  hall.act(officer, (context) => start(context, { deskId }));
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'serving', endedAt: null },
    steps: [{ status: 'serving', calledAt, startedAt, endedAt: null }],
  });
  hall.clock.advance({ minutes: 7 });
  const endedAt = hall.clock.now();
  hall.act(officer, (context) => finish(context, { deskId, note: 'KTP selesai besok' }));
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'done', endedAt },
    steps: [{ status: 'done', calledAt, startedAt, endedAt, note: 'KTP selesai besok', deskId }],
  });
  expect(hall.events(ticketId).map((event) => event.kind)).toEqual([
    'issued',
    'called',
    'started',
    'finished',
  ]);
  const counterId = hall.counterId('A');
  expect(hall.takeChanges()).toEqual([
    { kind: 'ticket', ticketId, counterId },
    { kind: 'desk', deskId, counterId },
    { kind: 'ticket', ticketId, counterId },
    { kind: 'desk', deskId, counterId },
  ]);
});

test('a visitor who was called may be finished without having been started', () => {
  const { hall, officer, deskId, ticketId } = called();
  hall.act(officer, (context) => finish(context, { deskId }));
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'done' },
    steps: [{ status: 'done', startedAt: null, note: null }],
  });
});

test('a visit with services added goes on at each in turn, by the time on the paper', () => {
  const { hall, officer, deskId, ticketId } = called();
  const issuedAt = hall.stored(ticketId).ticket.issuedAt;
  hall.ticket('L');
  for (const code of ['L', 'IM']) {
    hall.act(officer, (context) => addService(context, { deskId, serviceId: hall.serviceId(code) }));
  }
  expect(hall.status(ticketId)).toBe('called');
  hall.takeChanges();
  hall.act(officer, (context) => finish(context, { deskId }));
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'waiting', serviceId: hall.serviceId('L'), sequence: 1, prefix: 'A', endedAt: null },
    steps: [
      { status: 'done', serviceId: hall.serviceId('A') },
      {
        status: 'waiting',
        serviceId: hall.serviceId('L'),
        fromServiceId: hall.serviceId('A'),
        placeReason: 'transferred',
        orderedAt: issuedAt,
        arrivedAt: hall.clock.now(),
        deskId: null,
      },
      { status: 'planned', serviceId: hall.serviceId('IM') },
    ],
  });
  expect(hall.takeChanges()).toContainEqual({ kind: 'ticket', ticketId, counterId: hall.counterId('L') });

  const second = hall.officerAt(4);
  expect(hall.act(second, (context) => callNext(context, { deskId: hall.deskId(4) }))?.ticketId).toBe(
    ticketId,
  );
  hall.act(second, (context) => finish(context, { deskId: hall.deskId(4) }));
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'waiting', serviceId: hall.serviceId('IM') },
    steps: [
      { status: 'done' },
      { status: 'done' },
      { status: 'waiting', fromServiceId: hall.serviceId('L') },
    ],
  });
});

test('a visit that is finished after its business date ends there, whatever was added to it', () => {
  const { hall, officer, deskId, ticketId } = called();
  hall.act(officer, (context) => addService(context, { deskId, serviceId: hall.serviceId('L') }));
  hall.clock.advance({ days: 1 });
  hall.act(officer, (context) => finish(context, { deskId }));
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'done' },
    steps: [{ status: 'done' }, { status: 'cancelled', reason: 'end_of_day' }],
  });
});

test('a transfer ends one step and begins another, with the same number, at the place that was chosen', () => {
  const place = (chosen: 'front' | 'arrival' | 'back') => {
    const { hall, officer, deskId, ticketId } = called();
    const others = [hall.ticket('L'), hall.ticket('L'), hall.ticket('L')];
    hall.act(officer, (context) =>
      transfer(context, { deskId, serviceId: hall.serviceId('L'), place: chosen, note: 'bawa meterai' }),
    );
    expect(hall.stored(ticketId)).toMatchObject({
      ticket: { status: 'waiting', prefix: 'A', sequence: 1, serviceId: hall.serviceId('L') },
      steps: [
        { status: 'transferred', deskId, endedAt: hall.clock.now(), note: null },
        {
          status: 'waiting',
          deskId: null,
          note: 'bawa meterai',
          placeReason: chosen === 'arrival' ? 'transferred' : chosen,
          fromServiceId: hall.serviceId('A'),
        },
      ],
    });
    const second = hall.officerAt(4);
    const order = [1, 2, 3, 4].map(() => {
      const next = hall.act(second, (context) => callNext(context, { deskId: hall.deskId(4) }));
      hall.act(second, (context) => finish(context, { deskId: hall.deskId(4) }));
      return next?.ticketId;
    });
    return order.map((each) => (each === ticketId ? 'transferred' : others.indexOf(each ?? 0)));
  };
  expect(place('front')).toEqual(['transferred', 0, 1, 2]);
  expect(place('arrival')).toEqual(['transferred', 0, 1, 2]);
  expect(place('back')).toEqual([0, 1, 2, 'transferred']);
});

test('a no-show comes back behind the next three of its class, then has its turn', () => {
  const { hall, officer, deskId, ticketId } = called();
  hall.act(officer, (context) => noShow(context, { deskId }));
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'no_show', endedAt: hall.clock.now() },
    steps: [{ status: 'no_show', deskId, endedAt: hall.clock.now() }],
  });
  const others = [1, 2, 3, 4, 5].map(() => {
    hall.clock.advance({ seconds: 20 });
    return hall.ticket('A');
  });
  hall.act(officer, (context) => reinstate(context, { ticketId }));
  expect(hall.stored(ticketId)).toMatchObject({
    ticket: { status: 'waiting', endedAt: null },
    steps: [
      { status: 'waiting', placeReason: 'returned', deskId: null, calledAt: null, recalls: 0, endedAt: null },
    ],
  });
  const order = [1, 2, 3, 4, 5, 6].map(() => {
    const next = hall.act(officer, (context) => callNext(context, { deskId }));
    hall.act(officer, (context) => finish(context, { deskId }));
    return next?.ticketId;
  });
  expect(order).toEqual([others[0], others[1], others[2], ticketId, others[3], others[4]]);
});

test('who was held comes back by the time on the paper', () => {
  const { hall, officer, deskId, ticketId } = called();
  const waiting = hall.ticket('A');
  hall.act(officer, (context) => hold(context, { deskId, reason: 'fotokopi' }));
  hall.act(officer, (context) => reinstate(context, { ticketId }));
  expect(hall.stored(ticketId).steps).toMatchObject([
    { status: 'waiting', placeReason: 'returned', reason: null, heldAt: null, deskId: null },
  ]);
  expect(hall.act(officer, (context) => callNext(context, { deskId }))?.ticketId).toBe(ticketId);
  expect(hall.status(waiting)).toBe('waiting');
});

test('a walk-in waits at once without paper, and counts towards the quota', () => {
  const hall = staffHall();
  const officer = hall.officerAt(1);
  const serviceId = hall.serviceId('A', 1);
  const { ticketId } = hall.act(officer, (context) => walkIn(context, { serviceId, priority: 'pregnant' }));
  expect(hall.stored(ticketId).ticket).toMatchObject({
    status: 'waiting',
    paper: 'none',
    priority: 'pregnant',
    prefix: 'A',
    sequence: 1,
    deviceId: null,
    practice: 0,
  });
  for (let more = 0; more < 9; more += 1) hall.act(officer, (context) => walkIn(context, { serviceId }));
  const before = hall.everything();
  expect(hall.refusal(officer, (context) => walkIn(context, { serviceId })).code).toBe('quota_full');
  expect(hall.everything()).toBe(before);
});

test('a service that was added is taken off again, and the visit ends here', () => {
  const { hall, officer, deskId, ticketId } = called();
  const serviceId = hall.serviceId('L');
  hall.act(officer, (context) => addService(context, { deskId, serviceId }));
  hall.act(officer, (context) => removeService(context, { deskId, serviceId }));
  const again = hall.refusal(officer, (context) => removeService(context, { deskId, serviceId }));
  expect(again.code).toBe('not_found');
  hall.act(officer, (context) => finish(context, { deskId }));
  expect(hall.stored(ticketId)).toMatchObject({ ticket: { status: 'done' }, steps: [{ status: 'done' }] });
  expect(hall.events(ticketId).map(({ kind }) => kind)).toContain('service_removed');
});
