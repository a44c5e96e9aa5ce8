import fc from 'fast-check';
import { expect, test } from 'vitest';
import { estimateWait, serviceTime } from '../../electron/queue/estimate';

test('few observations leave the usual minutes nearly as they are, many outweigh them', () => {
  expect(serviceTime(10, [])).toEqual({ minutes: 10, observed: 0 });
  expect(serviceTime(10, [240]).minutes).toBeCloseTo(9, 5);
  expect(serviceTime(10, Array(20).fill(240)).minutes).toBeCloseTo(5.2, 5);
});

test('a service that was left open over lunch does not count as hours', () => {
  expect(serviceTime(10, [4 * 3600]).minutes).toBeCloseTo((10 * 5 + 40) / 6, 5);
});

const ten = serviceTime(10, []);
const people = (count: number) => [{ time: ten, people: count }];

test('nobody at a desk leaves the wait unknown', () => {
  expect(estimateWait({ ahead: people(3), desks: 0, busyDesks: 0, own: ten })).toBeNull();
});

test('a free desk calls at once who has nobody ahead', () => {
  expect(estimateWait({ ahead: [], desks: 1, busyDesks: 0, own: ten })).toEqual({ low: 0, high: 1 });
  expect(estimateWait({ ahead: people(1), desks: 3, busyDesks: 1, own: ten })).toEqual({ low: 0, high: 1 });
});

test('more desks shorten it, more people lengthen it, and it comes in fives', () => {
  expect(estimateWait({ ahead: people(5), desks: 1, busyDesks: 1, own: ten })).toEqual({ low: 30, high: 90 });
  expect(estimateWait({ ahead: people(5), desks: 3, busyDesks: 3, own: ten })).toEqual({ low: 10, high: 30 });
});

const time = fc.record({
  minutes: fc.double({ min: 0.1, max: 120, noNaN: true }),
  observed: fc.nat({ max: 20 }),
});
const queue = fc.record({
  ahead: fc.array(fc.record({ time, people: fc.integer({ min: 1, max: 80 }) }), { maxLength: 5 }),
  desks: fc.integer({ min: 1, max: 20 }),
  busyDesks: fc.nat({ max: 20 }),
  own: time,
});

test('the range is whole, not empty, never below nothing, and in fives above ten', () => {
  fc.assert(
    fc.property(queue, (given) => {
      const range = estimateWait({ ...given, busyDesks: Math.min(given.busyDesks, given.desks) });
      if (!range) throw new Error('a manned desk has a wait');
      expect(Number.isInteger(range.low) && Number.isInteger(range.high)).toBe(true);
      expect(range.low).toBeGreaterThanOrEqual(0);
      expect(range.high).toBeGreaterThan(range.low);
      if (range.low > 10) expect(range.low % 5).toBe(0);
    }),
  );
});

test('simulated waits end within the range about eight times in ten', () => {
  // A queue of its own, served by desks whose service times spread like the field's (gamma, deviation 0.58).
  let state = 42;
  const random = () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return (state + 1) / 4294967297;
  };
  const service = () => -(10 / 3) * Math.log(random() * random() * random());
  let within = 0;
  const runs = 2000;
  const range = estimateWait({
    ahead: [{ time: { minutes: 10, observed: 20 }, people: 8 }],
    desks: 2,
    busyDesks: 2,
    own: ten,
  });
  if (!range) throw new Error('a manned desk has a wait');
  for (let run = 0; run < runs; run += 1) {
    const freeAt = [service() * random(), service() * random()];
    for (let person = 0; person < 8; person += 1) {
      freeAt.sort((a, b) => a - b);
      freeAt[0] = (freeAt[0] ?? 0) + service();
    }
    const wait = Math.min(...freeAt);
    if (wait >= range.low && wait <= range.high) within += 1;
  }
  expect(within / runs).toBeGreaterThan(0.75);
});
