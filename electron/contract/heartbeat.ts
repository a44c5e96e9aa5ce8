import { z } from 'zod';

/**
 * Event `heartbeat`, the first on each line of server-sent events and again and again: the server writes at least this
 * often, so that a line whose other end lost its power, which nothing else tells, is known by its silence.
 */
export const heartbeat = z.object({ everySeconds: z.number().positive() });

/** Beats that may be late before a line counts as dead. */
const beatsMissed = 3;
/** Milliseconds where the server has not said how often it beats. */
export const untoldSilenceMs = 40_000;

/** Milliseconds after which a line is dead on which nothing was heard, by the data of its heartbeat. */
export function silenceAllowedMs(data: string): number {
  try {
    return heartbeat.parse(JSON.parse(data)).everySeconds * beatsMissed * 1_000;
  } catch {
    return untoldSilenceMs;
  }
}
