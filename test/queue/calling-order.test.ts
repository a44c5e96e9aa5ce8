import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callingOrder, type WaitingTicket } from '../../electron/queue/calling-order';

const ticket = (ticketId: number, more: Partial<WaitingTicket> = {}): WaitingTicket => ({
  ticketId,
  serviceId: 1,
  hasPriority: false,
  orderedAt: ticketId * 1000,
  placeReason: 'arrival',
  ...more,
});
const priority = (ticketId: number, more: Partial<WaitingTicket> = {}) =>
  ticket(ticketId, { hasPriority: true, ...more });
const order = (waiting: readonly WaitingTicket[], priorityRatio = 2, priorityRun = 0) =>
  callingOrder(waiting, { priorityRatio, priorityRun }).map(({ ticket, reason }) => [
    ticket.ticketId,
    reason,
  ]);

test('first come, first served, whichever service of the desk it is', () => {
  expect(order([ticket(3), ticket(1, { serviceId: 2 }), ticket(2)])).toEqual([
    [1, 'arrival'],
    [2, 'arrival'],
    [3, 'arrival'],
  ]);
});

test('two priority turns to one regular, and the reason says so only where somebody is overtaken', () => {
  expect(order([priority(1), ticket(2), priority(3), ticket(4), priority(5), ticket(6)])).toEqual([
    [1, 'arrival'],
    [3, 'priority_turn'],
    [2, 'arrival'],
    [5, 'priority_turn'],
    [4, 'arrival'],
    [6, 'arrival'],
  ]);
});

test('the run of the desk goes on from its last call, and counts only while a regular visitor waits', () => {
  expect(order([ticket(1), priority(2), priority(3)], 2, 2)[0]).toEqual([1, 'arrival']);
  expect(callingOrder([priority(1), priority(2)], { priorityRatio: 2, priorityRun: 1 })).toMatchObject([
    { priorityRunAfter: 1 },
    { priorityRunAfter: 1 },
  ]);
});

test('who is at the front goes before both classes, in the order of being put there', () => {
  const waiting = [
    priority(1),
    ticket(2),
    ticket(3, { placeReason: 'front', orderedAt: 9_000 }),
    ticket(4, { placeReason: 'front', orderedAt: 8_000 }),
  ];
  expect(order(waiting)).toEqual([
    [4, 'front'],
    [3, 'front'],
    [1, 'arrival'],
    [2, 'arrival'],
  ]);
});

test('a clock that was set back lets nobody go before those who came earlier', () => {
  const waiting = [
    ticket(1, { orderedAt: 5_000 }),
    ticket(2, { orderedAt: 6_000 }),
    ticket(3, { orderedAt: 1_000 }),
    ticket(4, { orderedAt: 7_000 }),
  ];
  expect(order(waiting).map(([id]) => id)).toEqual([1, 2, 3, 4]);
});

const waitingTicket = fc.record({
  serviceId: fc.integer({ min: 1, max: 4 }),
  hasPriority: fc.boolean(),
  orderedAt: fc.integer({ min: 0, max: 20 }),
  placeReason: fc.constantFrom('arrival', 'returned', 'transferred', 'front', 'back'),
} satisfies Record<keyof Omit<WaitingTicket, 'ticketId'>, fc.Arbitrary<unknown>>);
const waitingTickets = fc
  .array(waitingTicket, { maxLength: 30 })
  .map((tickets) => tickets.map((each, index): WaitingTicket => ({ ...each, ticketId: index + 1 })));
const rule = fc.record({
  priorityRatio: fc.integer({ min: 1, max: 5 }),
  priorityRun: fc.integer({ min: 0, max: 7 }),
});

test('everybody who waits is called exactly once, whatever order they were read in', () => {
  fc.assert(
    fc.property(waitingTickets, rule, fc.infiniteStream(fc.nat()), (waiting, theRule, shuffle) => {
      const turns = callingOrder(waiting, theRule);
      expect(turns.map((turn) => turn.ticket.ticketId).sort((a, b) => a - b)).toEqual(
        waiting.map((each) => each.ticketId),
      );
      const shuffled = [...waiting].sort(() => ((shuffle.next().value ?? 0) % 2) - 0.5);
      expect(callingOrder(shuffled, theRule)).toEqual(turns);
    }),
  );
});

test('the order foretold is the order in which they are then called', () => {
  fc.assert(
    fc.property(waitingTickets, rule, (waiting, theRule) => {
      // Ids and times agree here: a clock set back is told by those who still wait, and they go.
      const sorted = [...waiting]
        .sort((a, b) => a.orderedAt - b.orderedAt)
        .map((each, index) => ({ ...each, ticketId: index + 1 }));
      const foretold = callingOrder(sorted, theRule);
      let left: readonly WaitingTicket[] = sorted;
      let priorityRun = theRule.priorityRun;
      const called = foretold.map(() => {
        const [turn] = callingOrder(left, { ...theRule, priorityRun });
        left = left.filter((each) => each !== turn?.ticket);
        priorityRun = turn?.priorityRunAfter ?? 0;
        return turn;
      });
      expect(called).toEqual(foretold);
    }),
  );
});

/**
 * Several desks with different services call in any order while people of both classes keep coming. However they
 * mix, a regular visitor is called after at most (regular visitors before it + 1) × (ratio + 1) calls of any one
 * desk that serves it.
 */
test('nobody starves: a regular wait is bounded by the ratio at every desk that serves it', () => {
  const desks = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }), {
    minLength: 1,
    maxLength: 4,
  });
  const acts = fc.array(
    fc.oneof(
      fc.record({ come: fc.integer({ min: 1, max: 4 }), hasPriority: fc.boolean() }),
      fc.record({ come: fc.integer({ min: 1, max: 4 }), hasPriority: fc.constant(true) }),
      fc.record({ callAt: fc.nat({ max: 3 }) }),
    ),
    { minLength: 20, maxLength: 200 },
  );
  let longest = 0;
  fc.assert(
    fc.property(desks, acts, fc.integer({ min: 1, max: 4 }), (servicesOf, allActs, priorityRatio) => {
      const runs = servicesOf.map(() => 0);
      let waiting: WaitingTicket[] = [];
      /** For each regular visitor and desk that serves it: calls still allowed before it must be called there. */
      const allowance = new Map<number, number[]>();
      let lastId = 0;
      for (const act of allActs) {
        if ('come' in act) {
          lastId += 1;
          const comer = ticket(lastId, { serviceId: act.come, hasPriority: act.hasPriority });
          if (!comer.hasPriority) {
            allowance.set(
              lastId,
              servicesOf.map((services) => {
                const before = waiting.filter(
                  (other) => !other.hasPriority && services.includes(other.serviceId),
                ).length;
                return (before + 1) * (priorityRatio + 1);
              }),
            );
          }
          waiting.push(comer);
          continue;
        }
        const at = act.callAt % servicesOf.length;
        const services = servicesOf[at] ?? [];
        const mine = waiting.filter((each) => services.includes(each.serviceId));
        const [turn] = callingOrder(mine, { priorityRatio, priorityRun: runs[at] ?? 0 });
        if (!turn) continue;
        runs[at] = turn.priorityRunAfter;
        waiting = waiting.filter((each) => each !== turn.ticket);
        for (const each of mine) {
          const allowed = allowance.get(each.ticketId);
          if (!allowed) continue;
          allowed[at] = (allowed[at] ?? 0) - 1;
          expect(allowed[at]).toBeGreaterThanOrEqual(each === turn.ticket ? 0 : 1);
          longest = Math.max(longest, priorityRatio + 1);
        }
      }
    }),
    { numRuns: 500 },
  );
  expect(longest).toBeGreaterThan(1);
});
