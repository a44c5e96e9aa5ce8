import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chanceBand, chanceWithin } from '../../electron/queue/chance-today';
import { forecastWait, medianOf, rangeOf, type WaitForecast } from '../../electron/queue/estimate';
import { runCount } from '../support/run-count';

const anyForecast: fc.Arbitrary<WaitForecast> = fc
  .record({
    people: fc.nat({ max: 60 }),
    desks: fc.integer({ min: 1, max: 5 }),
    minutes: fc.integer({ min: 1, max: 60 }),
    observed: fc.nat({ max: 60 }),
    breakFrom: fc.integer({ min: -30, max: 200 }),
    breakLength: fc.integer({ min: 0, max: 120 }),
  })
  .map(({ people, desks, minutes, observed, breakFrom, breakLength }) =>
    forecastWait({
      serviceId: 1,
      ahead: new Map([[1, people]]),
      desks: Array.from({ length: desks }, () => ({
        serviceIds: [1],
        visit: { serviceId: 1, minutes: 2 },
      })),
      time: () => ({ minutes, observed }),
      breaks: breakLength === 0 ? [] : [{ from: breakFrom, to: breakFrom + breakLength }],
    }),
  )
  .map((forecast) => {
    if (!forecast) throw new Error('a desk is there');
    return forecast;
  });

test('the chance is a share, grows with the time that is left, and is none where no time is left', () => {
  fc.assert(
    fc.property(
      anyForecast,
      fc.integer({ min: 0, max: 600 }),
      fc.nat({ max: 300 }),
      (forecast, left, more) => {
        const chance = chanceWithin(forecast, left);
        expect(chance).toBeGreaterThanOrEqual(0);
        expect(chance).toBeLessThanOrEqual(1);
        expect(chanceWithin(forecast, left + more)).toBeGreaterThanOrEqual(chance - 1e-9);
        expect(chanceWithin(forecast, 0)).toBe(0);
      },
    ),
    { numRuns: runCount(1000) },
  );
});

test('it agrees with the range that is told: little at its lower end, much at its upper, about half in the middle', () => {
  fc.assert(
    fc.property(anyForecast, (forecasted) => {
      // In a break nobody is called, so that an end of the range may lie right behind it.
      const forecast = { ...forecasted, breaks: [] };
      // The approximation of its quantiles holds where waits spread less than their mean.
      fc.pre(forecast.deviation < forecast.expected);
      const { low, high } = rangeOf(forecast);
      expect(chanceWithin(forecast, low)).toBeLessThan(0.35);
      expect(chanceWithin(forecast, high)).toBeGreaterThan(0.7);
      const middle = medianOf(forecast);
      expect(chanceWithin(forecast, middle)).toBeGreaterThan(0.38);
      expect(chanceWithin(forecast, middle)).toBeLessThan(0.62);
    }),
    { numRuns: runCount(1000) },
  );
});

const behind = (people: number, breaks: WaitForecast['breaks'] = []) => {
  const forecast = forecastWait({
    serviceId: 1,
    ahead: new Map([[1, people]]),
    desks: [{ serviceIds: [1], visit: { serviceId: 1, minutes: 0 } }],
    time: () => ({ minutes: 10, observed: 20 }),
    breaks,
  });
  return forecast ? chanceWithin(forecast, 60) : null;
};

test('a long line, or a break in between, takes the chance away', () => {
  const bands = [0, 3, 4, 12].map((people) => chanceBand(behind(people) ?? 0));
  expect(bands).toEqual(['likely', 'uncertain', 'uncertain', 'unlikely']);
  expect(chanceBand(behind(3, [{ from: 20, to: 50 }]) ?? 0)).toBe('unlikely');
  // A break that is over before, or begins after closing, takes nothing.
  expect(behind(3, [{ from: -30, to: -1 }])).toBe(behind(3));
  expect(behind(3, [{ from: 60, to: 90 }])).toBe(behind(3));
});

test('a break that has begun and lasts till closing leaves none, and a free desk after it all', () => {
  const free = (breaks: WaitForecast['breaks']) => {
    const forecast = forecastWait({
      serviceId: 1,
      ahead: new Map(),
      desks: [{ serviceIds: [1], visit: null }],
      time: () => ({ minutes: 10, observed: 0 }),
      breaks,
    });
    return forecast ? chanceWithin(forecast, 60) : null;
  };
  expect(free([])).toBe(1);
  expect(free([{ from: -5, to: 60 }])).toBe(1);
  expect(free([{ from: -5, to: 61 }])).toBe(0);
});
