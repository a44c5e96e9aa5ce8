import type { ServerResponse } from 'node:http';
import type { WantedTopic } from './topics';

/** A listener that has not taken this much is too slow, or gone: it is dropped and comes back by itself. */
const unsentLimitBytes = 512 * 1024;

/** One open stream of server-sent events. */
export class Listener {
  readonly wanted: readonly WantedTopic[];
  readonly #response: ServerResponse;
  readonly #mayStill: () => boolean;
  #unsentAtHeartbeat = false;

  constructor(parts: {
    readonly response: ServerResponse;
    readonly wanted: readonly WantedTopic[];
    /** Whether every topic is still allowed. */
    readonly mayStill: () => boolean;
  }) {
    this.#response = parts.response;
    this.wanted = parts.wanted;
    this.#mayStill = parts.mayStill;
  }

  /** Writes without waiting for anybody; drops a listener that doesn't take what it is sent. */
  write(frame: string): void {
    if (this.#response.destroyed) return;
    this.#response.write(frame);
    if (this.#response.writableLength > unsentLimitBytes) this.drop();
  }

  /** Keeps the line open; drops a listener that took nothing since the last time, or isn't allowed any more. */
  beat(frame: string): void {
    const unsent = this.#response.writableLength > 0;
    if ((unsent && this.#unsentAtHeartbeat) || !this.#mayStill()) {
      this.drop();
      return;
    }
    this.#unsentAtHeartbeat = unsent;
    this.write(frame);
  }

  /** Ends the stream where its caller's rights are gone. */
  recheck(): void {
    if (!this.#mayStill()) this.drop();
  }

  drop(): void {
    this.#response.destroy();
  }
}
