import type { Clock } from '../clock';
import type { Log } from '../log';

/** A clock that was set, and a machine that woke, are noticed within this time. */
const lookEveryMs = 1_000;

/**
 * Runs something whenever the clock's minute has changed, forwards or back. What it throws is logged, and the next
 * minute it is run again. Returns a function that stops it.
 */
export function everyMinute(clock: Clock, log: Log, run: () => void): () => void {
  const minuteNow = () => Math.floor(clock.now() / 60_000);
  let minute = minuteNow();
  const timer = setInterval(() => {
    if (minuteNow() === minute) return;
    minute = minuteNow();
    try {
      run();
    } catch (error) {
      log.error({ error }, 'what is due each minute failed');
    }
  }, lookEveryMs);
  return () => clearInterval(timer);
}
