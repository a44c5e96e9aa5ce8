import type { Clock } from './clock';
import type { Config } from './config';
import type { Log } from './log';

export interface RunningApp {
  /** `http://127.0.0.1:4180`, without a slash at the end. */
  readonly url: string;
  /** The built-in kiosk's device token; the shell sets it as the cookie `antre_device` of its windows. */
  readonly kioskToken: string;
  /** Whether this PIN (or, until the first account exists, the set-up code) may close the kiosk. */
  mayExit(pin: string): Promise<boolean>;
  /** The one-time set-up code, or null once an account exists; shown only behind the exit gesture. */
  setupCode(): string | null;
  /** Stops the parts in reverse order; what is being printed is finished or left to be gone on with. */
  stop(): Promise<void>;
}

/**
 * Starts the parts in order (store, printing, server) and answers once the server listens.
 * Throws `StoreUnusable` or the server's listen error, with whatever was started already stopped.
 */
export async function startApp(_config: Config, _parts: { clock: Clock; log: Log }): Promise<RunningApp> {
  throw new Error('The parts are not wired yet');
}
