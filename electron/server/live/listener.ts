import type { ServerResponse } from 'node:http';
import type { WantedTopic } from './topics';

/** A listener that has not taken this much is too slow, or gone: it is dropped and comes back by itself. */
const unsentLimitBytes = 512 * 1024;

/** One that took nothing for this long either. */
const unsentForMs = 15_000;

/** How often a line is written on at least: all must know soon that it is dead, but a thousand phones must cost little. */
export const beatSeconds = { usual: 2, ofPhones: 15 } as const;

/** One open stream of server-sent events. */
export class Listener {
  #wanted: readonly WantedTopic[];
  readonly #response: ServerResponse;
  readonly #mayStill: () => boolean;
  readonly beatSeconds: number;
  /** Since when each beat found something unsent, by `performance.now()`; null: the last found nothing. */
  #unsentSince: number | null = null;

  constructor(parts: {
    readonly response: ServerResponse;
    readonly wanted: readonly WantedTopic[];
    /** Whether every topic is still allowed. */
    readonly mayStill: () => boolean;
  }) {
    this.#response = parts.response;
    this.#wanted = parts.wanted;
    const isPhone = parts.wanted.every(({ topic }) => topic.callers.includes('holder'));
    this.beatSeconds = isPhone ? beatSeconds.ofPhones : beatSeconds.usual;
    this.#mayStill = parts.mayStill;
  }

  get wanted(): readonly WantedTopic[] {
    return this.#wanted;
  }

  /** Hears no more of a topic: what it is about isn't there. */
  leaveOut(topic: WantedTopic): void {
    this.#wanted = this.#wanted.filter((each) => each !== topic);
  }

  /** Writes without waiting for anybody; drops a listener that doesn't take what it is sent. */
  write(...parts: readonly (string | Buffer)[]): void {
    if (this.#response.destroyed) return;
    // Uncorked: Node holds what is written in one turn back and sends it as one, while `uncork` sends piece by piece.
    for (const part of parts) this.#response.write(part);
    if (this.#response.writableLength > unsentLimitBytes) this.drop();
  }

  /** Keeps the line open; drops a listener that takes nothing, or isn't allowed any more. */
  beat(frame: string): void {
    const now = performance.now();
    this.#unsentSince = this.#response.writableLength > 0 ? (this.#unsentSince ?? now) : null;
    const isStuck = this.#unsentSince !== null && now - this.#unsentSince >= unsentForMs;
    if (isStuck || !this.#mayStill()) {
      this.drop();
      return;
    }
    this.write(frame);
  }

  /** Ends the stream where its caller's rights are gone, or what it asked for is another topic now. */
  recheck(): void {
    if (!this.#mayStill()) this.drop();
  }

  drop(): void {
    this.#response.destroy();
  }
}
