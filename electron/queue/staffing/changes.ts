/** What may be changed for some half-hours of a day. */
export type ChangeKind = 'officer' | 'move' | 'desk';

/** One change that would help, with what becomes of waits by it, as the simulation finds. Minutes since midnight. */
export interface Change {
  /**
   * One officer more at a desk that is free then, one from quieter hours of the day, or a desk that the counter hasn't yet, of which `waitBefore` is
   * with all others manned.
   */
  readonly kind: ChangeKind;
  readonly from: number;
  readonly to: number;
  /** Of a move: the hours from which the officer comes. */
  readonly source: { readonly from: number; readonly to: number } | null;
  /** Visitors to be expected in these hours. */
  readonly visitors: number;
  /** Mean waits of who comes in them, in minutes. */
  readonly waitBefore: number;
  readonly waitAfter: number;
}

/** A half-hour as it is usually staffed. */
export interface StaffedSlot {
  readonly from: number;
  readonly to: number;
  readonly arrivals: number;
  readonly usualDesks: number;
  /** The fewest that keep the target; null where none does. */
  readonly neededDesks: number | null;
}

/** The visitors of each slot over all simulated days, and the minutes that they waited together. */
export type SlotWaits = readonly { readonly visitors: number; readonly minutes: number }[];

/** A gain below this many minutes is not worth a word. */
const worthMinutes = 3;
/** Whoever is moved is moved for an hour or more. */
const leastSlots = 2;

/**
 * The changes that help in a day's hours, each tried by `run`, which lives the day through with so many desks in each slot. Where too few are
 * called in time (`short` says of a slot by its place) and a desk is free, one officer more, who may come from hours of the same day in which
 * fewer than usual keep the target; where not even all of the counter's desks keep it, one desk more than these, all manned before. A
 * change that gains less than three minutes, or a move that makes those who come in the quieter hours wait beyond the target, is left out.
 */
export function changesOf(
  slots: readonly StaffedSlot[],
  short: (at: number) => boolean,
  rules: { readonly desks: number; readonly targetMinutes: number },
  run: (staffing: readonly number[]) => SlotWaits,
): Change[] {
  const desksAt = (at: number) => slots[at]?.usualDesks ?? 0;
  const staffed = (desks: (at: number) => number) => run(slots.map((_, at) => desks(at)));
  const usual = staffed(desksAt);
  const changes: Change[] = [];
  const add = (
    kind: ChangeKind,
    at: readonly number[],
    waits: { readonly before: SlotWaits; readonly after: SlotWaits; readonly source?: readonly number[] },
  ) => {
    const [waitBefore, waitAfter] = [meanOver(waits.before, at), meanOver(waits.after, at)];
    if (waitBefore - waitAfter < worthMinutes) return;
    changes.push({
      kind,
      ...spanOf(slots, at),
      source: waits.source ? spanOf(slots, waits.source) : null,
      visitors: at.reduce((sum, each) => sum + (slots[each]?.arrivals ?? 0), 0),
      waitBefore,
      waitAfter,
    });
  };
  const spare = stretchesOf(slots, (at) => {
    const needed = slots[at]?.neededDesks ?? null;
    return needed !== null && needed < desksAt(at);
  }).filter(({ length }) => length >= leastSlots);
  for (const stretch of stretchesOf(slots, (at) => short(at) && desksAt(at) < rules.desks)) {
    const isIn = (at: number) => stretch.includes(at);
    add('officer', stretch, {
      before: usual,
      after: staffed((at) => desksAt(at) + (isIn(at) ? 1 : 0)),
    });
    for (const quiet of spare) {
      const source = quiet.slice(0, Math.max(leastSlots, stretch.length));
      const after = staffed((at) => desksAt(at) + (isIn(at) ? 1 : source.includes(at) ? -1 : 0));
      if (meanOver(after, source) <= rules.targetMinutes)
        add('move', stretch, { before: usual, after, source });
    }
  }
  for (const stretch of stretchesOf(slots, (at) => slots[at]?.neededDesks === null)) {
    const withDesks = (desks: number) => staffed((at) => (stretch.includes(at) ? desks : desksAt(at)));
    add('desk', stretch, { before: withDesks(rules.desks), after: withDesks(rules.desks + 1) });
  }
  return changes.sort((one, other) => gainOf(other) - gainOf(one));
}

/** Minutes that a change spares all its visitors together. */
function gainOf({ visitors, waitBefore, waitAfter }: Change): number {
  return visitors * (waitBefore - waitAfter);
}

/** Slots after each other, without a break between, of which something is so. */
function stretchesOf(slots: readonly StaffedSlot[], isSo: (at: number) => boolean): number[][] {
  const stretches: number[][] = [];
  for (const at of slots.keys()) {
    if (!isSo(at)) continue;
    const last = stretches.at(-1);
    if (last?.at(-1) === at - 1 && slots[at - 1]?.to === slots[at]?.from) last.push(at);
    else stretches.push([at]);
  }
  return stretches;
}

function spanOf(slots: readonly StaffedSlot[], at: readonly number[]) {
  return { from: slots[at[0] ?? 0]?.from ?? 0, to: slots[at.at(-1) ?? 0]?.to ?? 0 };
}

function meanOver(outcome: SlotWaits, at: readonly number[]): number {
  const visitors = at.reduce((sum, each) => sum + (outcome[each]?.visitors ?? 0), 0);
  const minutes = at.reduce((sum, each) => sum + (outcome[each]?.minutes ?? 0), 0);
  return visitors === 0 ? 0 : minutes / visitors;
}
