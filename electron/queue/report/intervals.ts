/** A stretch of time in milliseconds since 1970 UTC; `to` is not in it. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** The same time as intervals in order that do not touch. */
export function union(intervals: readonly Interval[]): Interval[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of intervals
    .filter((each) => each.from < each.to)
    .sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

/** What lies in both; each list in order and without overlaps, as `union` answers. */
export function intersection(left: readonly Interval[], right: readonly Interval[]): Interval[] {
  return union(
    left.flatMap((a) => right.map((b) => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) }))),
  );
}

/** Milliseconds in all of them together. */
export function lengthOf(intervals: readonly Interval[]): number {
  return intervals.reduce((sum, { from, to }) => sum + to - from, 0);
}
