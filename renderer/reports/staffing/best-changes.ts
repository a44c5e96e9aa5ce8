import type { StaffingAdvice, StaffingChange } from '../../../electron/contract/staffing';

export interface BestChange {
  readonly change: StaffingChange;
  /** Of the day it is best on: `2026-11-24`. */
  readonly date: string;
  /** Other days of the week on which the same kind of change helps, in hours that overlap. */
  readonly alsoOn: readonly string[];
}

/** The change of a kind that spares a week's visitors the most minutes; null where none helps. */
export function bestChange(advice: StaffingAdvice, kind: StaffingChange['kind']): BestChange | null {
  const found = advice.days
    .flatMap(({ date, changes }) => changes.map((change) => ({ date, change })))
    .filter(({ change }) => change.kind === kind)
    .sort((one, other) => gainOf(other.change) - gainOf(one.change));
  const [best] = found;
  if (!best) return null;
  const also = found
    .filter(({ date, change }) => date !== best.date && overlap(change, best.change))
    .map(({ date }) => date);
  return { ...best, alsoOn: [...new Set(also)].sort() };
}

/** The longest usual wait of a week's half-hours, in minutes: when it is worst. */
export function worstWait(advice: StaffingAdvice): number {
  return Math.max(0, ...advice.days.flatMap(({ slots }) => slots.map(({ usualWait }) => usualWait)));
}

function gainOf({ visitors, waitBefore, waitAfter }: StaffingChange): number {
  return visitors * (waitBefore - waitAfter);
}

function overlap(one: StaffingChange, other: StaffingChange): boolean {
  return one.from < other.to && other.from < one.to;
}
