/** A desk that serves a service, as far as somebody is there. */
export interface DeskAttendance {
  readonly isManned: boolean;
  /** The last time that somebody left it for good, in milliseconds; null: never. */
  readonly leftAt: number | null;
  /** Since when its officer is on a break, and when the officer said to be back (null: said nothing). */
  readonly pause: { readonly since: number; readonly until: number | null } | null;
}

/**
 * Who is there for a service:
 * - `serving`: somebody sits at a desk that serves it.
 * - `break`: all who sit there are on a break; `until` is the first return that was said and is still to come.
 * - `promised`: its hours have begun and nobody has come yet.
 * - `away`: the officers who were there have left.
 * - `absent`: nobody has been there for longer than the hall puts up with.
 */
export type Attendance =
  | { readonly kind: 'serving' | 'promised' | 'away' | 'absent' }
  | { readonly kind: 'break'; readonly until: number | null };

const minute = 60_000;

/**
 * Judges who is there for a service. The grace is counted from the opening, from when the last officer left, and of a
 * break from the return that was said, or, where none was, from its beginning.
 */
export function attendanceOf(
  desks: readonly DeskAttendance[],
  moment: {
    /** Milliseconds since 1970 UTC. */
    readonly now: number;
    /** When the present hours began. */
    readonly openedAt: number;
    readonly graceMinutes: number;
  },
): Attendance {
  const { now, openedAt } = moment;
  const isWithinGrace = (since: number) => now < Math.max(since, openedAt) + moment.graceMinutes * minute;
  const manned = desks.filter(({ isManned }) => isManned);
  if (manned.some(({ pause }) => pause === null)) return { kind: 'serving' };

  const breaks = manned.flatMap(({ pause }) => pause ?? []);
  if (breaks.some(({ since, until }) => isWithinGrace(until ?? since))) {
    const returns = breaks.flatMap(({ until }) => (until !== null && until > now ? [until] : []));
    return { kind: 'break', until: returns.length === 0 ? null : Math.min(...returns) };
  }
  const leftAt = Math.max(
    ...desks.map((desk) => (desk.isManned ? null : desk.leftAt) ?? -Infinity),
    -Infinity,
  );
  if (!isWithinGrace(leftAt)) return { kind: 'absent' };
  return { kind: leftAt < openedAt ? 'promised' : 'away' };
}

/** Whether every officer who sits there is on a break, and there is one. */
export function areAllOnBreak(
  desks: readonly { readonly isManned: boolean; readonly isPaused: boolean }[],
): boolean {
  const manned = desks.filter(({ isManned }) => isManned);
  return manned.length > 0 && manned.every(({ isPaused }) => isPaused);
}
