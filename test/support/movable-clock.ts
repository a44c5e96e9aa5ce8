import { DateTime, type DurationLike } from 'luxon';
import type { Clock, MachineClock } from '../../electron/clock';

export interface MovableClock extends Clock {
  /** Time passes, forwards or back, until a moment: `2026-11-24T08:00+07:00`. */
  set(moment: string): void;
  /** Time passes. */
  advance(by: DurationLike): void;
  /** Somebody sets the computer's clock: no time passes. */
  jump(by: DurationLike): void;
  /** The machine is switched off and on again. */
  switchOn(): void;
  /** Of this computer, with what was set by hand. */
  readonly machine: MachineClock;
  /** What the system says of its clock. */
  synchronised: boolean | null;
}

/** A computer's clock that stands still until it is moved. */
export function movableClock(moment: string): MovableClock {
  const parse = (text: string) => {
    const parsed = DateTime.fromISO(text, { setZone: true });
    if (!parsed.isValid) throw new Error(`${text} is no moment`);
    return parsed;
  };
  let shown: DateTime = parse(moment);
  let passed = 0;
  let starts = 1;
  let startedAt = 0;
  const show = (next: DateTime) => {
    passed += next.toMillis() - shown.toMillis();
    shown = next;
  };
  const clock: MovableClock = {
    now: () => shown.toMillis(),
    set: (text) => show(parse(text)),
    advance: (by) => show(shown.plus(by)),
    jump: (by) => {
      shown = shown.plus(by);
    },
    switchOn: () => {
      starts += 1;
      startedAt = passed;
    },
    synchronised: null,
    machine: {
      wall: () => shown.toMillis(),
      passed: () => passed,
      uptime: () => passed - startedAt,
      get boot() {
        return `start-${starts}`;
      },
      synchronised: async () => clock.synchronised,
    },
  };
  return clock;
}
