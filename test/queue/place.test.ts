import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callingOrder, type WaitingTicket } from '../../electron/queue/calling-order';
import { missedCallWait, type Placement, placeAmong } from '../../electron/queue/place';

const now = 100_000;
const waitingTicket = fc.record({
  ticketId: fc.integer({ min: 2, max: 100_000 }),
  hasPriority: fc.boolean(),
  placeReason: fc.constantFrom('arrival' as const, 'returned' as const, 'front' as const, 'back' as const),
  // Seconds apart, as visitors are: no two at the same millisecond. Some times are ahead of the clock.
  orderedAt: fc.integer({ min: 1, max: 150 }).map((second) => second * 1000),
});
const line = fc
  .uniqueArray(waitingTicket, { maxLength: 20, selector: (each) => each.orderedAt })
  .map((all) =>
    all
      .sort((a, b) => a.orderedAt - b.orderedAt)
      .map((each, index): WaitingTicket => ({ ...each, ticketId: index + 2, serviceId: 1 })),
  );

/** How many of the line go before a ticket that is put there: all, and of its class behind the front. */
function putInto(waiting: readonly WaitingTicket[], hasPriority: boolean, placement: Placement) {
  const orderedAt = placeAmong(waiting, { hasPriority, issuedAt: 500 }, placement, now);
  const put: WaitingTicket = {
    ticketId: 1,
    serviceId: 1,
    hasPriority,
    orderedAt,
    placeReason: placement === 'after_missed_call' ? 'returned' : placement,
  };
  const order = callingOrder([...waiting, put], { priorityRatio: 2, priorityRun: 0 });
  const before = order
    .slice(
      0,
      order.findIndex(({ ticket }) => ticket === put),
    )
    .map(({ ticket }) => ticket);
  const isFirst = (each: Pick<WaitingTicket, 'hasPriority' | 'placeReason'>) =>
    each.hasPriority && each.placeReason !== 'back';
  const sameClass = (each: WaitingTicket) => each.placeReason !== 'front' && isFirst(each) === isFirst(put);
  return {
    before: before.length,
    ofClass: before.filter(sameClass).length,
    frontInLine: waiting.filter((each) => each.placeReason === 'front').length,
    classInLine: waiting.filter(sameClass).length,
  };
}
const property = (placement: Placement, check: (put: ReturnType<typeof putInto>) => void) =>
  fc.assert(
    fc.property(line, fc.boolean(), (waiting, hasPriority) => {
      check(putInto(waiting, hasPriority, placement));
    }),
  );

test('the front is before all, behind those put there already', () => {
  property('front', ({ before, frontInLine }) => expect(before).toBe(frontInLine));
});

test('the back is behind every regular one, whoever is put there, also where a clock was set back', () => {
  property('back', ({ ofClass, classInLine }) => expect(ofClass).toBe(classInLine));
});

test('a number with priority that is put at the back has no turn before others any more', () => {
  const waiting = [2, 3, 4].map(
    (ticketId): WaitingTicket => ({
      ...{ ticketId, serviceId: 1, hasPriority: false, orderedAt: ticketId * 1000, placeReason: 'arrival' },
    }),
  );
  expect(putInto(waiting, true, 'arrival').before).toBe(0);
  expect(putInto(waiting, true, 'back').before).toBe(3);
});

test("by arrival is where the ticket's issue puts it", () => {
  property('arrival', ({ ofClass }) => expect(ofClass).toBe(0));
});

test('who missed a call goes behind the next three of its class, or behind all where fewer wait', () => {
  property('after_missed_call', ({ ofClass, classInLine }) =>
    expect(ofClass).toBe(Math.min(missedCallWait, classInLine)),
  );
});
