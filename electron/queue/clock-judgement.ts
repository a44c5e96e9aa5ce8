/**
 * Whether the computer's clock is to be believed. Pure: moments are milliseconds since 1970 UTC, passed in.
 *
 * The hall's time follows the computer's clock as long as nothing speaks against it. Where something does, the hall goes on
 * by the time that has passed since, and the clock waits for the truth or for an admin's word.
 */

/** Clocks that differ by no more agree: corrections as small as this change no day. */
export const agreeing = 10 * 60_000;
/** A machine may have been off for so long: holidays. */
export const longestOff = 14 * 24 * 3_600_000;
/** No Antre that judges its clock was made before; batteries that are empty begin earlier. */
export const earliestMoment = Date.UTC(2026, 0, 1);

/** What was last written of the hall's time. */
export interface KeptTime {
  readonly moment: number;
  /** By how much the computer's clock was ahead of the hall's time then; 0 while the hall followed it. */
  readonly ahead: number;
  /** Which start of the machine that was, and for how long it had been on; null where the system doesn't tell. */
  readonly boot: string | null;
  readonly uptime: number;
}

/** What the machine says. */
export interface MachineTime {
  readonly wall: number;
  readonly boot: string | null;
  /** Milliseconds since the machine was switched on, sleep counted. */
  readonly uptime: number;
}

/**
 * `followed`: the hall's time is the computer's. `held`: it goes on by itself, and the computer shows another. `unknown`: how
 * long the machine was off can't be told; the hall stays on the date that it had.
 */
export type Standing = 'followed' | 'held' | 'unknown';

export interface Judgement {
  readonly standing: Standing;
  /** The hall's time. */
  readonly moment: number;
}

export function agree(one: number, other: number): boolean {
  return Math.abs(one - other) <= agreeing;
}

/** Whether a machine that was off since a moment may show this one. */
export function isPlausible(wall: number, since: number): boolean {
  return wall >= since - agreeing && wall <= since + longestOff;
}

/** Judges the clock as Antre starts, by what was last written; null: nothing was. */
export function judgeAtStart(kept: KeptTime | null, { wall, boot, uptime }: MachineTime): Judgement {
  if (kept === null) {
    return { standing: wall >= earliestMoment ? 'followed' : 'unknown', moment: wall };
  }
  if (boot !== null && boot === kept.boot && uptime >= kept.uptime) {
    const moment = kept.moment + uptime - kept.uptime;
    return agree(wall, moment) ? { standing: 'followed', moment: wall } : { standing: 'held', moment };
  }
  // A clock that was wrong by so much goes on being wrong by it, unless somebody set it meanwhile.
  if (kept.ahead !== 0 && isPlausible(wall - kept.ahead, kept.moment)) {
    return { standing: 'held', moment: wall - kept.ahead };
  }
  if (isPlausible(wall, kept.moment)) return { standing: 'followed', moment: wall };
  return { standing: 'unknown', moment: kept.moment };
}

/**
 * Judges it while Antre runs: `moment` is what the hall's time must be by the time that has passed since it was sure, and of an
 * unknown time the earliest that it can be. `isNew`: nothing was ever written of the hall's time.
 */
export function judgeRunning({ standing, moment }: Judgement, wall: number, isNew: boolean): Judgement {
  const isRight =
    standing !== 'unknown' ? agree(wall, moment) : isNew ? wall >= earliestMoment : isPlausible(wall, moment);
  if (isRight) return { standing: 'followed', moment: wall };
  return { standing: standing === 'followed' ? 'held' : standing, moment };
}

/** What else tells the time. */
export interface Evidence {
  /** Whether the system says that its clock is kept by a time server; null: it doesn't tell. */
  readonly synchronised: boolean | null;
  /** What most of the hall's other machines show, by `majority`, or null. */
  readonly others: number | null;
  /** False where the computer's date lies before one that the hall has given numbers on: only an admin may go back. */
  readonly mayFollow: boolean;
}

/** Judges a clock in doubt by what else tells the time. */
export function judgeByEvidence(
  { standing, moment }: Judgement,
  wall: number,
  { synchronised, others, mayFollow }: Evidence,
): Judgement {
  if (standing === 'followed') return { standing, moment };
  const isProved = others === null ? synchronised === true : agree(others, wall);
  if (isProved && mayFollow) return { standing: 'followed', moment: wall };
  if (standing === 'unknown' && others !== null && isPlausible(others, moment)) {
    return { standing: 'held', moment: others };
  }
  return { standing, moment };
}

/**
 * The moment that more than half of the machines show, within `agreeing` of each other; null where fewer than two do. One
 * machine alone proves nothing.
 */
export function majority(moments: readonly number[]): number | null {
  const sorted = [...moments].sort((a, b) => a - b);
  let best: readonly number[] = [];
  for (const [at, first] of sorted.entries()) {
    const together = sorted.slice(at).filter((each) => agree(each, first));
    if (together.length > best.length) best = together;
  }
  if (best.length < 2 || best.length * 2 <= sorted.length) return null;
  return best[Math.floor(best.length / 2)] ?? null;
}
