import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forecastWait, rangeOf, serviceTime, type WorkingDesk } from '../../electron/queue/estimate';

test('few observations leave the usual minutes nearly as they are, many outweigh them', () => {
  expect(serviceTime(10, [])).toEqual({ minutes: 10, observed: 0 });
  expect(serviceTime(10, [240]).minutes).toBeCloseTo(9, 5);
  expect(serviceTime(10, Array(20).fill(240)).minutes).toBeCloseTo(5.2, 5);
});

test('a service that was left open over lunch does not count as hours', () => {
  expect(serviceTime(10, [4 * 3600]).minutes).toBeCloseTo((10 * 5 + 40) / 6, 5);
});

const estimateWait = (queue: Parameters<typeof forecastWait>[0]) => {
  const forecast = forecastWait(queue);
  return forecast && rangeOf(forecast);
};

const free: WorkingDesk = { serviceIds: [1], visit: null };
const busy = (minutes: number): WorkingDesk => ({ serviceIds: [1], visit: { serviceId: 1, minutes } });
/** A service of ten usual minutes, on a day without breaks, unless told otherwise. */
const wait = (
  people: number,
  desks: readonly WorkingDesk[],
  more: Partial<Parameters<typeof forecastWait>[0]> = {},
) =>
  estimateWait({
    serviceId: 1,
    ahead: new Map([[1, people]]),
    desks,
    time: () => serviceTime(10, []),
    breaks: [],
    ...more,
  });

test('nobody at a desk that serves it leaves the wait unknown', () => {
  expect(wait(3, [])).toBeNull();
  expect(wait(3, [{ serviceIds: [2], visit: null }])).toBeNull();
});

test('a free desk calls at once who has nobody ahead', () => {
  expect(wait(0, [free])).toEqual({ low: 0, high: 1 });
  expect(wait(1, [busy(5), free, free])).toEqual({ low: 0, high: 1 });
});

test('more desks shorten it, more people lengthen it, and it comes in fives', () => {
  expect(wait(5, [busy(0)])).toEqual({ low: 40, high: 90 });
  expect(wait(10, [busy(0)])).toEqual({ low: 80, high: 160 });
  expect(wait(5, [busy(0), busy(0), busy(0)])).toEqual({ low: 10, high: 35 });
});

test('a visit under way that has lasted long has less left', () => {
  expect(wait(0, [busy(0)])).toEqual({ low: 2, high: 20 });
  expect(wait(0, [busy(15)])).toEqual({ low: 1, high: 9 });
});

test('desks that serve others too take their share of the people ahead', () => {
  const both: WorkingDesk = { serviceIds: [1, 2], visit: { serviceId: 2, minutes: 5 } };
  const other: WorkingDesk = { serviceIds: [2], visit: { serviceId: 2, minutes: 5 } };
  const ahead = new Map([[2, 8]]);
  const alone = wait(0, [both], { ahead });
  const shared = wait(0, [both, other], { ahead });
  expect(alone).toEqual({ low: 60, high: 130 });
  expect(shared).toEqual({ low: 30, high: 70 });
});

test('a break ahead puts off whom it comes before, and nobody else', () => {
  const lunch = [{ from: 30, to: 60 }];
  expect(wait(0, [busy(5)], { breaks: lunch })).toEqual(wait(0, [busy(5)]));
  expect(wait(8, [busy(5)])).toEqual({ low: 60, high: 130 });
  // Within the break the visit under way is still finished.
  expect(wait(8, [busy(5)], { breaks: lunch })).toEqual({ low: 85, high: 150 });
  // In the break itself everybody waits for its end.
  expect(wait(0, [free], { breaks: [{ from: -10, to: 20 }] })).toEqual({ low: 20, high: 21 });
});

const anyTime = fc.record({
  minutes: fc.double({ min: 0.1, max: 120, noNaN: true }),
  observed: fc.nat({ max: 20 }),
});
const anyDesk = fc.record({
  serviceIds: fc.constantFrom<number[]>([1], [1, 2], [2, 3], [1, 2, 3]),
  visit: fc.option(
    fc.record({
      serviceId: fc.constantFrom(1, 2, 3),
      minutes: fc.double({ min: -5, max: 200, noNaN: true }),
    }),
  ),
});
const anyQueue = fc.record({
  ahead: fc.array(fc.tuple(fc.constantFrom(1, 2, 3), fc.nat({ max: 80 })), { maxLength: 3 }),
  desks: fc.array(anyDesk, { maxLength: 8 }),
  times: fc.tuple(anyTime, anyTime, anyTime),
  breaks: fc
    .array(fc.record({ from: fc.integer({ min: -60, max: 300 }), length: fc.integer({ min: 1, max: 90 }) }), {
      maxLength: 1,
    })
    .map((breaks) => breaks.map(({ from, length }) => ({ from, to: from + length }))),
});

test('the range is whole, not empty, never below nothing, and in fives above ten', () => {
  fc.assert(
    fc.property(anyQueue, ({ ahead, desks, times, breaks }) => {
      const range = estimateWait({
        serviceId: 1,
        ahead: new Map(ahead),
        desks,
        time: (serviceId) => times[serviceId - 1] ?? times[0],
        breaks,
      });
      expect(range === null).toBe(!desks.some(({ serviceIds }) => serviceIds.includes(1)));
      if (!range) return;
      expect(Number.isInteger(range.low) && Number.isInteger(range.high)).toBe(true);
      expect(range.low).toBeGreaterThanOrEqual(0);
      expect(range.high).toBeGreaterThan(range.low);
      if (range.low > 10) expect(range.low % 5).toBe(0);
    }),
  );
});
