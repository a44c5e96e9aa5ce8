import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CallingLine } from '../../electron/queue/calling-line';
import { callingOrder, type WaitingTicket } from '../../electron/queue/calling-order';
import { peopleBefore } from '../../electron/queue/pool';

const ticket = fc.record({
  // Few, so that the same ticket comes again, goes, and changes its place.
  ticketId: fc.integer({ min: 1, max: 25 }),
  serviceId: fc.integer({ min: 1, max: 3 }),
  hasPriority: fc.boolean(),
  // Of a clock that is set back now and then, and of one that never is.
  orderedAt: fc.integer({ min: 0, max: 30 }),
  placeReason: fc.constantFrom('arrival', 'arrival', 'transferred', 'returned', 'front', 'back'),
} satisfies Record<keyof WaitingTicket, fc.Arbitrary<unknown>>);
const comings = fc.record({
  steps: fc.array(fc.oneof({ weight: 3, arbitrary: ticket }, fc.integer({ min: 1, max: 25 })), {
    maxLength: 60,
  }),
  clockIsSetBack: fc.boolean(),
});
const rules = fc.record({
  priorityRatio: fc.integer({ min: 1, max: 4 }),
  priorityRun: fc.integer({ min: 0, max: 5 }),
});

test('a line that is kept says what the rules say of all who are in it, whoever comes, goes or is moved', () => {
  fc.assert(
    fc.property(comings, rules, ({ steps, clockIsSetBack }, rule) => {
      const line = new CallingLine<WaitingTicket>();
      const all = new Map<number, WaitingTicket>();
      for (const step of steps) {
        if (typeof step === 'number') {
          line.remove(step);
          all.delete(step);
        } else {
          const isPlaced = step.placeReason === 'arrival' || step.placeReason === 'transferred';
          const put = clockIsSetBack || !isPlaced ? step : { ...step, orderedAt: step.ticketId };
          line.put(put);
          all.set(put.ticketId, put);
        }
        const waiting = [...all.values()];
        const turns = callingOrder(waiting, rule);
        expect([...line.turns(rule)]).toEqual(turns);
        const isOdd = ({ ticketId }: WaitingTicket) => ticketId % 2 === 1;
        expect(line.next(rule, isOdd)).toEqual(callingOrder(waiting.filter(isOdd), rule)[0]);
        const order = turns.map((turn) => turn.ticket);
        for (const { ticketId } of [...waiting, { ticketId: 99 }]) {
          expect(line.peopleBefore(ticketId, rule)).toEqual(peopleBefore(order, ticketId));
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('a line of hundreds counts who stands before each as the rules do, while people come and go all over it', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 300, maxLength: 300 }), rules, (chances, rule) => {
      const line = new CallingLine<WaitingTicket>();
      const all = new Map<number, WaitingTicket>();
      for (const [at, chance] of chances.entries()) {
        for (const ticketId of [2 * at, 2 * at + 1]) {
          const put: WaitingTicket = {
            ticketId,
            serviceId: 1 + (chance % 3),
            hasPriority: chance % 5 === 0,
            // Among those who came long before, or last.
            orderedAt: chance % 7 === 0 ? chance % (at + 1) : at,
            placeReason: chance % 7 === 0 ? 'returned' : 'arrival',
          };
          line.put(put);
          all.set(ticketId, put);
        }
        const gone = chance % 2 === 0 ? chance % (2 * at + 1) : -1;
        line.remove(gone);
        all.delete(gone);
      }
      const order = callingOrder([...all.values()], rule).map((turn) => turn.ticket);
      expect([...line.turns(rule)].map((turn) => turn.ticket)).toEqual(order);
      for (const { ticketId } of order.filter((_each, at) => at % 19 === 0 || at > order.length - 3)) {
        expect(line.peopleBefore(ticketId, rule)).toEqual(peopleBefore(order, ticketId));
      }
    }),
    { numRuns: 20 },
  );
});
