import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callingOrder, type WaitingTicket } from '../../../electron/queue/calling-order';
import {
  type SimulatedVisitor,
  simulateDay,
  type Visit,
} from '../../../electron/queue/simulation/simulate-day';

const visitor = (at: number, more: Partial<SimulatedVisitor> = {}): SimulatedVisitor => ({
  at,
  serviceId: 1,
  hasPriority: false,
  walkMinutes: 1,
  serviceMinutes: 9,
  comes: true,
  ...more,
});
const allDay = [{ from: 0, to: 1000 }];

test('one desk serves one after another, those with priority first as the ratio says, and goes on when nobody comes', () => {
  const day = simulateDay({
    visitors: [
      visitor(0),
      visitor(1),
      visitor(2, { comes: false }),
      visitor(3, { hasPriority: true }),
      visitor(4, { serviceId: 2 }),
    ],
    desks: [{ id: 7, serviceIds: [1], shifts: allDay }],
    priorityRatio: 2,
    betweenMinutes: 0.5,
  });
  expect(
    day.visits.map(({ ticketId, calledAt, startedAt, endedAt }) => ({
      ticketId,
      calledAt,
      startedAt,
      endedAt,
    })),
  ).toEqual([
    { ticketId: 1, calledAt: 0, startedAt: 1, endedAt: 10 },
    { ticketId: 4, calledAt: 10.5, startedAt: 11.5, endedAt: 20.5 },
    { ticketId: 2, calledAt: 21, startedAt: 22, endedAt: 31 },
    { ticketId: 3, calledAt: 31.5, startedAt: null, endedAt: 32.5 },
  ]);
  expect(day.unserved.map(({ ticketId }) => ticketId)).toEqual([5]);
});

test('a desk calls nobody between its shifts, but finishes whom it serves', () => {
  const { visits } = simulateDay({
    visitors: [visitor(5), visitor(6)],
    desks: [
      {
        id: 7,
        serviceIds: [1],
        shifts: [
          { from: 0, to: 10 },
          { from: 60, to: 90 },
        ],
      },
    ],
    priorityRatio: 2,
    betweenMinutes: 0,
  });
  expect(visits.map(({ calledAt, endedAt }) => ({ calledAt, endedAt }))).toEqual([
    { calledAt: 5, endedAt: 15 },
    { calledAt: 60, endedAt: 70 },
  ]);
});

const anyVisitor = fc
  .record({
    at: fc.integer({ min: 0, max: 300 }),
    serviceId: fc.integer({ min: 1, max: 3 }),
    hasPriority: fc.boolean(),
    serviceMinutes: fc.integer({ min: 1, max: 40 }),
    comes: fc.boolean(),
  })
  .map((drawn) => visitor(drawn.at, drawn));
const anyDesk = fc.record({
  serviceIds: fc.uniqueArray(fc.integer({ min: 1, max: 3 }), { minLength: 1 }),
  leavesAt: fc.integer({ min: 1, max: 500 }),
});

test('on any day each is called once, in turn by the calling rules, by a free and manned desk', () => {
  fc.assert(
    fc.property(
      fc.array(anyVisitor, { maxLength: 40 }),
      fc.array(anyDesk, { minLength: 1, maxLength: 4 }),
      (drawn, drawnDesks) => {
        // Nobody comes at the moment of another's call, so that who stood in line at a call is beyond doubt.
        const visitors = drawn
          .sort((a, b) => a.at - b.at)
          .map((each, at) => ({ ...each, at: each.at + (at + 1) / 1000 }));
        const desks = drawnDesks.map(({ serviceIds, leavesAt }, at) => ({
          id: at + 1,
          serviceIds,
          shifts: [{ from: 0, to: leavesAt }],
        }));
        const { visits, unserved } = simulateDay({ visitors, desks, priorityRatio: 2, betweenMinutes: 0 });
        const everybody = [...visits, ...unserved].map(({ ticketId }) => ticketId).sort((a, b) => a - b);
        expect(everybody).toEqual(visitors.map((_, at) => at + 1));
        for (const desk of desks) {
          const own = visits.filter(({ deskId }) => deskId === desk.id);
          replayDesk(own, visits, visitors, desk);
        }
      },
    ),
  );
});

/** Goes through a desk's calls, and asks the rules at each who should have been called. */
function replayDesk(
  own: readonly Visit[],
  visits: readonly Visit[],
  visitors: readonly SimulatedVisitor[],
  desk: { readonly serviceIds: readonly number[]; readonly shifts: readonly { readonly to: number }[] },
): void {
  let priorityRun = 0;
  for (const [place, visit] of own.entries()) {
    expect(visit.calledAt).toBeGreaterThanOrEqual(own[place - 1]?.endedAt ?? 0);
    expect(visit.calledAt).toBeLessThan(desk.shifts[0]?.to ?? 0);
    // Calls are listed in the order in which they were made, also within one minute.
    const called = new Set(visits.slice(0, visits.indexOf(visit)).map(({ ticketId }) => ticketId));
    const line = visitors.flatMap((each, at): WaitingTicket[] => {
      const ticketId = at + 1;
      return each.at <= visit.calledAt && !called.has(ticketId) && desk.serviceIds.includes(each.serviceId)
        ? [
            {
              ticketId,
              serviceId: each.serviceId,
              hasPriority: each.hasPriority,
              orderedAt: each.at,
              placeReason: 'arrival',
            },
          ]
        : [];
    });
    const [turn] = callingOrder(line, { priorityRatio: 2, priorityRun });
    expect(turn?.ticket.ticketId).toBe(visit.ticketId);
    priorityRun = turn?.priorityRunAfter ?? 0;
  }
}
