import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Pairings } from '../../../electron/server/devices/pairings';
import { movableClock } from '../../support/movable-clock';

const display = { kind: 'display', name: 'TV' } as const;

test('however many codes strangers ask for, whoever comes gets one, and keeps it while they go on', () => {
  // Mostly more than there is place for.
  const flood = fc.array(fc.record({ address: fc.nat(250), codes: fc.integer({ min: 3, max: 8 }) }), {
    minLength: 200,
    maxLength: 250,
    size: 'max',
  });
  fc.assert(
    fc.property(flood, flood, (before, after) => {
      const pairings = new Pairings(movableClock('2026-11-24T09:00+07:00'));
      const given: string[] = [];
      const ask = (strangers: typeof before) => {
        for (const { address, codes } of strangers) {
          for (let at = 0; at < codes; at += 1)
            given.push(pairings.begin(display, `192.168.1.${address}`).code);
        }
      };
      ask(before);
      const own = pairings.begin({ kind: 'kiosk', name: 'Kios 2' }, '10.0.0.1');
      ask(after);
      // One address can't have more than five, so a hundred and more that flood at once push out one another.
      expect(pairings.waiting(own.code)).toBe(own);
      expect(given.filter((code) => pairings.waiting(code)).length).toBeLessThan(500);
    }),
    // To shrink as many as fill all places takes minutes.
    { numRuns: 8, endOnFailure: true },
  );
});

test('a page that asks anew and anew has its newest codes only', () => {
  const pairings = new Pairings(movableClock('2026-11-24T09:00+07:00'));
  const codes = Array.from({ length: 8 }, () => pairings.begin(display, '10.0.0.1').code);
  expect(codes.map((code) => pairings.waiting(code) !== undefined)).toEqual([
    ...Array(3).fill(false),
    ...Array(5).fill(true),
  ]);
});
