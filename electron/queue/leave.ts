/** A span of days, both included, as `2026-11-24`. */
interface Days {
  readonly from: string;
  readonly to: string;
}

/** The last day of the leave that a date lies in, or null for a day at work. */
export function lastDayOfLeave(leave: readonly Days[], date: string): string | null {
  return leave.reduce<string | null>(
    (last, { from, to }) => (from <= date && date <= to && (last === null || to > last) ? to : last),
    null,
  );
}
