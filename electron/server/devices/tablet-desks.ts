import type { Clock } from '../../clock';
import { Refusal } from '../../queue/refusal';

const hourMs = 3_600_000;
/** A tablet is carried to another desk now and then. */
const desksAnHour = 4;

/**
 * At which desks each tablet stood lately. It offers whoever was served there their survey, so its token must not be a
 * way to the tickets of all desks.
 */
export class TabletDesks {
  readonly #clock: Clock;
  /** Of each device: its desks, and when it first asked for each. */
  readonly #desks = new Map<string, Map<number, number>>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** A device asks for a desk. Throws `Refusal('too_many_requests')` where it asked for too many others. */
  standAt(deviceId: string, deskId: number): void {
    const now = this.#clock.now();
    const desks = this.#desks.get(deviceId) ?? new Map<number, number>();
    this.#desks.set(deviceId, desks);
    for (const [desk, since] of desks) if (Math.abs(now - since) >= hourMs) desks.delete(desk);
    if (desks.has(deskId)) return;
    if (desks.size >= desksAnHour) throw new Refusal('too_many_requests', { retryAfter: hourMs / 1000 });
    desks.set(deskId, now);
  }
}
