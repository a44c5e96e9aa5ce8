import { DateTime, type DurationLike } from 'luxon';
import type { Clock } from '../../electron/clock';

export interface MovableClock extends Clock {
  /** Jumps to a moment, forwards or back: `2026-11-24T08:00+07:00`. */
  set(moment: string): void;
  advance(by: DurationLike): void;
}

/** A clock that stands still until it is moved. */
export function movableClock(moment: string): MovableClock {
  const parse = (text: string) => {
    const parsed = DateTime.fromISO(text, { setZone: true });
    if (!parsed.isValid) throw new Error(`${text} is no moment`);
    return parsed;
  };
  let now = parse(moment);
  return {
    now: () => now.toMillis(),
    set: (text) => {
      now = parse(text);
    },
    advance: (by) => {
      now = now.plus(by);
    },
  };
}
