import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersUnheard } from '../../electron/store/backups/raise-unheard';

const minute = 60_000;
const heardAt = 1_800_000_000_000;
const unheard = (silentMs: number) => ({ silentMs, heardAt, now: heardAt + silentMs });

test('a quiet line goes on twenty numbers higher, a busy one by twice what came in as long a time', () => {
  expect(numbersUnheard([], unheard(5_000))).toBe(20);
  const twiceAMinute = Array.from({ length: 120 }, (_each, at) => heardAt - at * (minute / 2));
  expect(numbersUnheard(twiceAMinute, unheard(5_000))).toBe(20);
  expect(numbersUnheard(twiceAMinute, unheard(10 * minute))).toBe(50);
  // A silence of hours is not all like its busiest minute.
  const rush = Array.from({ length: 30 }, (_each, at) => heardAt - at * 1_000);
  expect(numbersUnheard(rush, unheard(5_000))).toBe(70);
  expect(numbersUnheard(rush, unheard(3 * 60 * minute))).toBe(830);
});

test('whatever came, a line that went on no faster than in its busiest minute is covered for ten minutes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 59 * minute }), { maxLength: 300 }),
      fc.integer({ min: 0, max: 10 * minute }),
      (ago, silentMs) => {
        const given = ago.map((each) => heardAt - each);
        const perMinute = new Map<number, number>();
        for (const each of ago) {
          const at = Math.floor(each / minute);
          perMinute.set(at, (perMinute.get(at) ?? 0) + 1);
        }
        const most = Math.max(0, ...perMinute.values()) * (silentMs / minute);
        expect(numbersUnheard(given, unheard(silentMs))).toBeGreaterThanOrEqual(most);
      },
    ),
  );
});
