/**
 * Event `heartbeat` (`{"everySeconds": 2}`), the first on each line of server-sent events and again and again: the server
 * writes at least this often, so that a line whose other end lost its power, which nothing else tells, is known by its
 * silence, and one that is held back on the way by what never comes.
 */

/** Beats that may be late before a line counts as dead. */
const beatsMissed = 3;
/** Milliseconds where the server has not said how often it beats. */
export const untoldSilenceMs = 40_000;
const longestSilenceMs = 600_000;

/** Milliseconds after which a line is dead on which nothing was heard, by the data of its heartbeat. */
export function silenceAllowedMs(data: string): number {
  try {
    const { everySeconds } = JSON.parse(data) as { readonly everySeconds?: unknown };
    if (typeof everySeconds !== 'number' || everySeconds <= 0) return untoldSilenceMs;
    return Math.min(everySeconds * beatsMissed * 1_000, longestSilenceMs);
  } catch {
    return untoldSilenceMs;
  }
}
