import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysAhead, planLeadBack, trueMoment, type WrongTicket } from '../../electron/queue/lead-back';

const today = '2026-11-24';
const dates = ['2026-11-22', '2026-11-23', today];

const wrong = fc.record({
  prefix: fc.constantFrom('A', 'B'),
  sequence: fc.integer({ min: 1, max: 12 }),
  businessDate: fc.constantFrom('2027-11-23', '2027-11-24'),
  isAlive: fc.boolean(),
  on: fc.constantFrom(...dates),
});
const given = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...dates), fc.constantFrom('A', 'B'), fc.integer({ min: 1, max: 12 })),
  { selector: (each) => each.join(' '), maxLength: 20 },
);

test('whoever was dated wrongly, each number stands once on each date, who waits keeps it, and none below is given again', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(wrong, {
        selector: ({ businessDate, prefix, sequence }) => `${businessDate} ${prefix} ${sequence}`,
        maxLength: 25,
      }),
      given,
      (drawn, right) => {
        const tickets = drawn.map((each, at): WrongTicket => ({ ...each, id: 100 + at, issuedAt: 0 }));
        const trueDates = new Map(drawn.map(({ on }, at) => [100 + at, on]));
        const dateOf = ({ id }: { readonly id: number }) => trueDates.get(id) ?? today;
        const numbersOf = (date: string, prefix: string) => {
          const numbers = right.flatMap(([on, letters, number]) =>
            on === date && letters === prefix ? [number] : [],
          );
          return { numbers: new Set(numbers), last: Math.max(0, ...numbers) };
        };
        const plan = planLeadBack(tickets, today, dateOf, numbersOf);
        const moved = plan.moves.map(({ id, businessDate, sequence }) => {
          const ticket = tickets.find((each) => each.id === id);
          if (!ticket) throw new Error(`nobody has ${id}`);
          expect(businessDate).toBe(dateOf(ticket));
          if (ticket.isAlive && businessDate === today) expect(sequence).toBe(ticket.sequence);
          const last = plan.last.find(
            (each) => each.businessDate === businessDate && each.prefix === ticket.prefix,
          );
          expect(last?.number).toBeGreaterThanOrEqual(sequence);
          return `${businessDate} ${ticket.prefix} ${sequence}`;
        });
        const all = [...moved, ...right.map((each) => each.join(' '))];
        expect(new Set(all).size).toBe(all.length);
        expect(plan.moves.length + plan.clashing.length).toBe(tickets.length);
        for (const { id, prefix, sequence, isAlive } of plan.clashing) {
          expect([isAlive, trueDates.get(id)]).toEqual([true, today]);
          // Rightly given, or somebody's who is still in the hall as well: nobody who left holds it.
          const other = plan.moves.find(
            (each) =>
              each.businessDate === today &&
              each.sequence === sequence &&
              tickets.find((ticket) => ticket.id === each.id)?.prefix === prefix,
          );
          const holder = tickets.find((each) => each.id === other?.id);
          if (holder) expect(holder.isAlive).toBe(true);
          else expect(right.map((each) => each.join(' '))).toContain(`${today} ${prefix} ${sequence}`);
        }
      },
    ),
  );
});

test('a stamp of the future is put back by whole days to before what was written after it', () => {
  const now = Date.parse('2026-11-24T09:20:00Z');
  const wrongly = Date.parse('2027-11-24T09:15:00Z');
  const ahead = daysAhead(wrongly, now);
  expect(new Date(trueMoment(wrongly, now, ahead)).toISOString()).toBe('2026-11-24T09:15:00.000Z');
  expect(trueMoment(now - 60_000, now, ahead)).toBe(now - 60_000);
  expect(trueMoment(wrongly, now, 0)).toBe(now);
});
