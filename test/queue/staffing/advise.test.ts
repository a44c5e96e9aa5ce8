import { expect, test } from 'vitest';
import {
  adviseDay,
  type CounterRules,
  type DayAdvice,
  simulatedDays,
} from '../../../electron/queue/staffing/advise';
import { type Demand, demandOn, type PastDay } from '../../../electron/queue/staffing/demand';
import { adviceSentences } from '../../../electron/queue/staffing/sentences';
import { erlangWaitsLonger } from '../../support/erlang-c';

const unchanged = { arrivals: 1, deskTime: 1, desks: 0 };

/** Eight in the morning until three, 26 visitors in each of the first four half-hours, then 4. */
function demand(more: { readonly usualDesks?: number; readonly spread?: number } = {}): Demand {
  const arrivals = Array.from({ length: 48 }, (_, slot) => (slot < 16 || slot >= 30 ? 0 : slot < 20 ? 9 : 2));
  return {
    services: new Map([[1, { arrivals, priorityShare: 0.08, deskMinutes: 8, spread: more.spread ?? 0.6 }]]),
    dayFactors: [1],
    usualDesks: new Array(48).fill(more.usualDesks ?? 2),
  };
}
const rules = (desks: number): CounterRules => ({
  desks: Array.from({ length: desks }, (_, at) => ({ id: at + 1, serviceIds: [1] })),
  priorityRatio: 2,
  spans: [{ from: 480, to: 900 }],
  targetMinutes: 20,
  share: 0.9,
});
const advise = (given: {
  readonly desks?: number;
  readonly seed?: number;
  readonly days?: number;
}): DayAdvice =>
  adviseDay(demand(), rules(given.desks ?? 6), {
    whatIf: unchanged,
    seed: given.seed ?? 1,
    days: given.days ?? simulatedDays,
  });

test('a morning rush needs more desks than the afternoon, and each desk changes the wait', () => {
  const { slots } = advise({});
  expect(slots.map(({ from, to }) => [from, to])).toEqual(
    Array.from({ length: 14 }, (_, at) => [480 + 30 * at, 510 + 30 * at]),
  );
  const needed = slots.map(({ neededDesks }) => neededDesks);
  expect(Math.max(...needed.slice(0, 4).map(Number))).toBeGreaterThanOrEqual(3);
  expect(Math.max(...needed.slice(8).map(Number))).toBeLessThanOrEqual(2);
  for (const { waits } of slots) {
    if (waits.fewer !== null) expect(waits.fewer).toBeGreaterThan(waits.advised);
    expect(waits.more).toBeLessThanOrEqual(waits.advised);
  }
});

test('what is advised keeps the target also on many more days with other seeds', () => {
  const { slots } = advise({});
  const longer = adviseDay(
    // The advised desks as the usual ones: their waits are then what the simulation says of them.
    { ...demand(), usualDesks: staffingOf(slots) },
    rules(6),
    { whatIf: unchanged, seed: 77, days: 240 },
  );
  for (const [at, slot] of longer.slots.entries()) {
    expect(slot.usualDesks).toBe(slots[at]?.neededDesks);
    expect(slot.usualWithin).toBeGreaterThan(0.8);
    expect(Math.abs(slot.usualWait - (slots[at]?.waits.advised ?? 0))).toBeLessThan(2 + 0.3 * slot.usualWait);
  }
});

function staffingOf(slots: DayAdvice['slots']): number[] {
  const desks = new Array<number>(48).fill(0);
  for (const { from, neededDesks } of slots) desks[from / 30] = neededDesks ?? 0;
  return desks;
}

test('where arrivals and services have no memory and the day is even, it agrees with Erlang C', {
  tags: 'long',
}, () => {
  const perSlot = 9;
  const even: Demand = {
    services: new Map([
      [1, { arrivals: new Array(48).fill(perSlot), priorityShare: 0, deskMinutes: 10, spread: 1 }],
    ]),
    dayFactors: [1],
    usualDesks: new Array(48).fill(4),
  };
  const { slots } = adviseDay(
    even,
    { ...rules(8), spans: [{ from: 0, to: 1440 }] },
    { whatIf: unchanged, seed: 3, days: simulatedDays },
  );
  const late = (desks: number) =>
    erlangWaitsLonger({
      desks,
      arrivalsPerMinute: perSlot / 30,
      // Between two visitors the desk takes a moment.
      serviceMinutes: 10.3,
      minutes: 20,
    });
  const byErlang = [4, 5, 6].find((desks) => late(desks) <= 0.1) ?? 0;
  // Once the day has settled; its ends are emptier.
  const settled = slots.slice(5, 15);
  const mean = settled.reduce((sum, { neededDesks }) => sum + (neededDesks ?? 6), 0) / settled.length;
  expect(Math.abs(mean - byErlang)).toBeLessThan(0.8);
  const usual = settled.reduce((sum, { usualWithin }) => sum + usualWithin, 0) / settled.length;
  expect(Math.abs(usual - (1 - late(4)))).toBeLessThan(0.08);
});

test('too few desks are said to be too few, and one more officer is worth a sentence', () => {
  const advice = adviseDay(demand(), rules(2), { whatIf: unchanged, seed: 1, days: simulatedDays });
  expect(advice.slots.slice(0, 4).map(({ neededDesks }) => neededDesks)).toContain(null);
  const [worst] = advice.shortages;
  if (!worst) throw new Error('two desks are too few for the rush');
  expect(worst.waitAfter).toBeLessThan(worst.waitBefore - 3);
  const words = { weekday: 2, counter: 'Dindukcapil', targetMinutes: 20, share: 0.9 };
  const [sentence] = adviceSentences(advice, words);
  expect(sentence?.id).toMatch(
    /^Selasa 08\.[03]0–\d\d\.[03]0: satu petugas lagi di Dindukcapil memotong tunggu dari sekitar \d+ menjadi sekitar \d+ menit$/,
  );
  expect(sentence?.en).toMatch(
    /^Tuesday 08\.[03]0–\d\d\.[03]0: one more officer at Dindukcapil cuts the wait from about \d+ to about \d+ minutes$/,
  );
});

test('more visitors or slower services need more desks, fewer need fewer', () => {
  const total = (whatIf: Parameters<typeof adviseDay>[2]['whatIf']) =>
    adviseDay(demand(), rules(8), { whatIf, seed: 1, days: 40 }).slots.reduce(
      (sum, { neededDesks }) => sum + (neededDesks ?? 8),
      0,
    );
  const asIs = total(unchanged);
  expect(total({ ...unchanged, arrivals: 1.5 })).toBeGreaterThan(asIs);
  expect(total({ ...unchanged, deskTime: 1.5 })).toBeGreaterThan(asIs);
  expect(total({ ...unchanged, arrivals: 0.5 })).toBeLessThan(asIs);
});

const monday = (week: number, visitors: number): PastDay => ({
  // 1970-01-05 was a Monday.
  epochDay: 4 + 7 * week,
  visits: Array.from({ length: visitors }, (_, at) => ({
    serviceId: 1,
    arrivedAt: 480 + at,
    hasPriority: at === 0,
    deskMinutes: at === 1 ? null : 10,
  })),
  shifts: [{ deskId: 1, from: 480, to: 525 }],
});

test('demand is the mean of past weekdays, and unknown of fewer than three', () => {
  const services = [{ id: 1, usualMinutes: 10 }];
  expect(demandOn(1, [monday(0, 4), monday(1, 4)], services)).toBeNull();
  expect(demandOn(2, [monday(0, 4), monday(1, 4), monday(2, 4)], services)).toBeNull();
  const found = demandOn(1, [monday(0, 2), monday(1, 4), monday(2, 6)], services);
  const service = found?.services.get(1);
  expect(service?.arrivals[16]).toBe(4);
  expect(service?.arrivals.reduce((sum, each) => sum + each, 0)).toBe(4);
  expect(service?.priorityShare).toBeCloseTo(3 / 12, 5);
  expect(service?.deskMinutes).toBe(10);
  expect(found?.dayFactors).toEqual([0.5, 1, 1.5]);
  expect(found?.usualDesks.slice(15, 19)).toEqual([0, 1, 0.5, 0]);
});
