import type { RestartReason } from '../contract/admin-hall';
import type { Ending } from '../contract/admin-health';
import type { Run } from './run-record';

/** A row of what the watching process keeps (scripts/kept-restarts.cjs). */
export interface KnownRestart {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly reason: RestartReason;
  readonly detail: string;
  readonly error: string;
}

/** An ending with its moment in milliseconds since 1970 UTC. */
export type EndingAt = Omit<Ending, 'at'> & { readonly at: number };

/** The watching process writes down why so soon after the process was last seen: that is once a minute, and it may have hung. */
const toldWithinMs = 5 * 60_000;

/**
 * How the runs before the one that goes on ended, the newest first: by their own word, else by that of the process that
 * watched, else by whether the machine was started anew meanwhile (`power`) or only the program ended (`killed`).
 */
export function endingsOf(runs: readonly Run[], restarts: readonly KnownRestart[]): EndingAt[] {
  return runs
    .slice(0, -1)
    .map((run, at): EndingAt => {
      const next = runs[at + 1];
      const known = run.ended?.at ?? run.seen;
      const until = Math.min(next?.began ?? known, known + toldWithinMs);
      // A start that failed is no end of a run.
      const told = restarts.find(
        ({ at: when, reason }) => reason !== 'start' && when >= run.began && when <= until,
      );
      // Its own word says most of a crash, the watching process alone knows that it hung.
      if (run.ended && !(run.ended.how === 'asked' && told))
        return { ...run.ended, lasted: run.ended.at - run.began };
      const lasted = (told?.at ?? run.seen) - run.began;
      if (told) {
        return {
          at: told.at,
          how: told.reason,
          error: [told.detail, told.error].filter(Boolean).join('; '),
          lasted,
        };
      }
      return { at: run.seen, how: next && wasSwitchedOff(run, next) ? 'power' : 'killed', error: '', lasted };
    })
    .reverse();
}

/** Whether the machine was off between two runs: it says which start of it that was, or else was switched on since. */
function wasSwitchedOff(run: Run, next: Run): boolean {
  if (run.boot !== null && next.boot !== null) return run.boot !== next.boot;
  return next.began - next.uptime > run.seen;
}
