import { type Random, seededRandom } from '../simulation/random';
import { type SimulatedVisitor, type Span, simulateDay } from '../simulation/simulate-day';
import { type Change, changesOf } from './changes';
import { type Demand, slotMinutes } from './demand';

/** What may be changed in thought. */
export interface WhatIf {
  /** Visitors over what history expects: 1.2 is a fifth more. */
  readonly arrivals: number;
  /** Minutes at a desk over what they were. */
  readonly deskTime: number;
  /** Desks manned more (or fewer) than usual, whenever the counter is open. */
  readonly desks: number;
}

/** One half-hour of a day: how many desks it needs, and what waits are to be expected with how many. */
export interface SlotAdvice {
  /** Minutes since midnight. */
  readonly from: number;
  readonly to: number;
  /** Visitors to be expected. */
  readonly arrivals: number;
  /** Desks usually manned then, whole. */
  readonly usualDesks: number;
  /** The fewest with which the share of visitors waits within the target; null where even all desks don't do. */
  readonly neededDesks: number | null;
  /** Mean waits of who comes in it, in minutes, with the desks advised and one fewer or more in this half-hour alone. */
  readonly waits: { readonly fewer: number | null; readonly advised: number; readonly more: number };
  /** The same with the usual desks, and the share of visitors whose wait then is within the target. */
  readonly usualWait: number;
  readonly usualWithin: number;
}

/** Half-hours after each other in which one more desk than usual would help most. */
export interface Shortage {
  readonly from: number;
  readonly to: number;
  /** Mean waits of who comes within it, in minutes: as usual, and with one desk more for that time. */
  readonly waitBefore: number;
  readonly waitAfter: number;
}

export interface DayAdvice {
  readonly slots: readonly SlotAdvice[];
  /** The worst first. */
  readonly shortages: readonly Shortage[];
  /** What would help, the most minutes spared first. */
  readonly changes: readonly Change[];
}

export interface CounterRules {
  /** Desks that can be manned, each with what is served there. */
  readonly desks: readonly { readonly id: number; readonly serviceIds: readonly number[] }[];
  readonly priorityRatio: number;
  /** When it works on that day, breaks cut out. Minutes since midnight. */
  readonly spans: readonly Span[];
  readonly targetMinutes: number;
  /** Of visitors that wait within the target: 0.9. */
  readonly share: number;
}

/** So many days are lived through for each staffing that is advised: enough that means are steady to some minutes. */
export const simulatedDays = 24;
/** From the end of a visit until the desk calls again. */
const betweenMinutes = 0.3;
/** Whoever has a number is served out, by as many desks as the last half-hour had. */
const servedOutMinutes = 6 * 60;
/** A gain below this many minutes is not worth a sentence. */
const worthMinutes = 3;

/**
 * Advises how many desks a counter needs in each half-hour of one day: simulated many times over by the rules that
 * call people, with visitors and services drawn from its history. The same draws are used for every number of desks,
 * so that what differs is the desks alone.
 *
 * It goes through the day in order and raises a half-hour's desks until enough of those who come in it wait within
 * the target, with as many afterwards; then, while leaving some away later makes earlier visitors wait, raises those.
 * (Feldman, Mandelbaum, Massey and Whitt, "Staffing of time-varying queues", Management Science 54, 2008, repeat
 * such simulations until the delays are stable; a half-hour here is decided once, from the first on.)
 */
export function adviseDay(
  demand: Demand,
  rules: CounterRules,
  options: { readonly whatIf: WhatIf; readonly seed: number; readonly days: number },
): DayAdvice {
  const slots = slotsOf(rules.spans);
  const most = rules.desks.length;
  const draws = Array.from({ length: options.days }, (_, day) =>
    drawVisitors(demand, rules.spans, options.whatIf, seededRandom(options.seed * 1009 + day), day),
  );
  const run = (staffing: readonly number[]) => outcomes(draws, slots, staffing, rules);
  // Who comes later changes nothing for those before, but for a few with priority.
  const runUntil = (staffing: readonly number[], until: number) =>
    outcomes(
      draws.map((visitors) => visitors.filter(({ at }) => at < until)),
      slots,
      staffing,
      rules,
    );

  const usual = slots.map((slot) => {
    const desks = Math.round(demand.usualDesks[slot.index] ?? 0) + options.whatIf.desks;
    return Math.min(most, Math.max(1, desks));
  });
  const usualOutcome = run(usual);

  const advised = new Array<number>(slots.length).fill(1);
  let outcome = usualOutcome;
  for (let at = 0; at < slots.length; at += 1) {
    for (let desks = 1; ; desks += 1) {
      advised.fill(desks, at);
      outcome = runUntil(advised, (slots[at]?.to ?? 0) + slotMinutes);
      if (within(outcome, at) >= rules.share || desks >= most) break;
    }
    // The next half-hour begins from one desk again; what this one leaves waiting is then felt there.
    if (at + 1 < slots.length) advised.fill(1, at + 1);
  }
  outcome = run(advised);
  for (let at = 0; at < slots.length; ) {
    const next = at + 1;
    const canRaise = (advised[next] ?? most) < most;
    if (within(outcome, at) < rules.share && (advised[at] ?? 0) < most) {
      advised[at] = (advised[at] ?? 0) + 1;
    } else if (within(outcome, at) < rules.share && next < slots.length && canRaise) {
      advised[next] = (advised[next] ?? 0) + 1;
    } else {
      at += 1;
      continue;
    }
    outcome = run(advised);
  }

  const rows: SlotAdvice[] = [];
  for (const [at, slot] of slots.entries()) {
    const desks = advised[at] ?? 1;
    const changed = (by: number) =>
      runUntil(
        advised.map((each, place) => (place === at ? each + by : each)),
        slot.to + slotMinutes,
      );
    const fewer = desks > 1 ? meanWait(changed(-1), at) : null;
    // Where all desks are taken, one more is one that the counter hasn't yet.
    const more = meanWait(changed(1), at);
    rows.push({
      from: slot.from,
      to: slot.to,
      arrivals: slotArrivals(demand, slot.index) * options.whatIf.arrivals,
      usualDesks: usual[at] ?? 1,
      neededDesks: within(outcome, at) >= rules.share ? desks : null,
      waits: { fewer, advised: meanWait(outcome, at), more },
      usualWait: meanWait(usualOutcome, at),
      usualWithin: within(usualOutcome, at),
    });
  }
  return {
    slots: rows,
    shortages: shortagesOf(slots, usual, usualOutcome, rules, run),
    changes: changesOf(
      rows,
      (at) => within(usualOutcome, at) < rules.share,
      { desks: most, targetMinutes: rules.targetMinutes },
      run,
    ),
  };
}

interface Slot {
  readonly from: number;
  readonly to: number;
  /** Of the day's 48 half-hours. */
  readonly index: number;
}

/** What came of each slot's visitors over all simulated days. */
type Outcome = readonly { readonly visitors: number; readonly minutes: number; readonly inTime: number }[];

function within(outcome: Outcome, at: number): number {
  const slot = outcome[at];
  return !slot || slot.visitors === 0 ? 1 : slot.inTime / slot.visitors;
}

function meanWait(outcome: Outcome, at: number): number {
  const slot = outcome[at];
  return !slot || slot.visitors === 0 ? 0 : slot.minutes / slot.visitors;
}

/** The half-hours in which a counter works, by the clock's; the first and last may be shorter. */
function slotsOf(spans: readonly Span[]): Slot[] {
  const slots: Slot[] = [];
  for (const span of spans) {
    for (let index = Math.floor(span.from / slotMinutes); index * slotMinutes < span.to; index += 1) {
      const from = Math.max(span.from, index * slotMinutes);
      slots.push({ from, to: Math.min(span.to, (index + 1) * slotMinutes), index });
    }
  }
  return slots;
}

function slotArrivals(demand: Demand, index: number): number {
  return [...demand.services.values()].reduce((sum, { arrivals }) => sum + (arrivals[index] ?? 0), 0);
}

/** One day's visitors; how busy it is as a whole follows one of the past days. */
function drawVisitors(
  demand: Demand,
  spans: readonly Span[],
  whatIf: WhatIf,
  random: Random,
  day: number,
): SimulatedVisitor[] {
  const busy = (demand.dayFactors[day % demand.dayFactors.length] ?? 1) * whatIf.arrivals;
  const visitors = slotsOf(spans).flatMap((slot) =>
    [...demand.services].flatMap(([serviceId, service]) =>
      Array.from({ length: random.count((service.arrivals[slot.index] ?? 0) * busy) }, () => ({
        at: slot.from + (slot.to - slot.from) * random.uniform(),
        serviceId,
        hasPriority: random.uniform() < service.priorityShare,
        walkMinutes: 0,
        serviceMinutes: random.gamma(service.deskMinutes * whatIf.deskTime, service.spread),
        // Those who didn't come count in the history's minutes at the desk.
        comes: true,
      })),
    ),
  );
  return visitors.sort((a, b) => a.at - b.at);
}

function outcomes(
  draws: readonly (readonly SimulatedVisitor[])[],
  slots: readonly Slot[],
  staffing: readonly number[],
  rules: CounterRules,
): Outcome {
  const desks = shiftsFor(slots, staffing, rules.desks);
  const rows = slots.map(() => ({ visitors: 0, minutes: 0, inTime: 0 }));
  for (const visitors of draws) {
    const { visits, unserved } = simulateDay({
      visitors,
      desks,
      priorityRatio: rules.priorityRatio,
      betweenMinutes,
    });
    const count = (at: number, wait: number) => {
      const row = rows[slots.findIndex(({ from, to }) => from <= at && at < to)];
      if (!row) return;
      row.visitors += 1;
      row.minutes += wait;
      if (wait <= rules.targetMinutes) row.inTime += 1;
    };
    for (const { visitor, calledAt } of visits) count(visitor.at, calledAt - visitor.at);
    // Of whom nobody calls by the end, the least that can be said is that they waited until then.
    const end = (slots.at(-1)?.to ?? 0) + servedOutMinutes;
    for (const { visitor } of unserved) count(visitor.at, end - visitor.at);
  }
  return rows;
}

/** So many desks in each slot, the first ones first; the last slot's go on until all are served. */
function shiftsFor(
  slots: readonly Slot[],
  staffing: readonly number[],
  desks: CounterRules['desks'],
): { readonly id: number; readonly serviceIds: readonly number[]; readonly shifts: readonly Span[] }[] {
  const count = Math.max(...staffing);
  return Array.from({ length: count }, (_, place) => {
    const shifts: { from: number; to: number }[] = [];
    for (const [at, slot] of slots.entries()) {
      if ((staffing[at] ?? 0) <= place) continue;
      const to = at === slots.length - 1 ? slot.to + servedOutMinutes : slot.to;
      const last = shifts.at(-1);
      if (last && last.to === slot.from) last.to = to;
      else shifts.push({ from: slot.from, to });
    }
    // A desk that the counter doesn't have yet would serve what its last one serves.
    const desk = desks[Math.min(place, desks.length - 1)];
    return { id: place + 1, serviceIds: desk?.serviceIds ?? [], shifts };
  });
}

/** Stretches where the usual desks keep too few within the target, each with what one more would change. */
function shortagesOf(
  slots: readonly Slot[],
  usual: readonly number[],
  usualOutcome: Outcome,
  rules: CounterRules,
  run: (staffing: readonly number[]) => Outcome,
): Shortage[] {
  const stretches: number[][] = [];
  for (const at of slots.keys()) {
    if (within(usualOutcome, at) >= rules.share) continue;
    const last = stretches.at(-1);
    const isNext = last?.at(-1) === at - 1 && slots[at - 1]?.to === slots[at]?.from;
    if (last && isNext) last.push(at);
    else stretches.push([at]);
  }
  const shortages: Shortage[] = [];
  for (const stretch of stretches) {
    const withOneMore = run(usual.map((desks, at) => (stretch.includes(at) ? desks + 1 : desks)));
    const waitBefore = meanOver(usualOutcome, stretch);
    const waitAfter = meanOver(withOneMore, stretch);
    const from = slots[stretch[0] ?? 0]?.from ?? 0;
    const to = slots[stretch.at(-1) ?? 0]?.to ?? 0;
    if (waitBefore - waitAfter >= worthMinutes) shortages.push({ from, to, waitBefore, waitAfter });
  }
  return shortages.sort((a, b) => b.waitBefore - b.waitAfter - (a.waitBefore - a.waitAfter));
}

function meanOver(outcome: Outcome, stretch: readonly number[]): number {
  const visitors = stretch.reduce((sum, at) => sum + (outcome[at]?.visitors ?? 0), 0);
  const minutes = stretch.reduce((sum, at) => sum + (outcome[at]?.minutes ?? 0), 0);
  return visitors === 0 ? 0 : minutes / visitors;
}
