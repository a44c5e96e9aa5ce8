/**
 * Who takes up a server's places: somebody `proven` (a user, a device, a program, whoever sits at this machine), a
 * `visitor` with a ticket's token, or `unproven`, of whom only the address is known.
 */
export interface Standing {
  readonly kind: 'proven' | 'visitor' | 'unproven';
  /** `user:7`, `kiosk-1`, `ticket:TOKEN`, `address:192.168.1.20`. */
  readonly key: string;
}

/** How many places there are, and how many of them each kind of caller may take. */
export interface PlaceBounds {
  readonly all: number;
  /** Those that visitors and the unproven may take together: the rest is kept for the proven. */
  readonly visitors: number;
  /** Of these, those that the unproven may take. */
  readonly unproven: number;
  /** For one user, one ticket, one address. */
  readonly each: Readonly<Record<Standing['kind'], number>>;
}

/** Places of one kind (open streams, requests under way): nobody unproven can take the last. */
export class Places {
  readonly #bounds: PlaceBounds;
  readonly #taken = { proven: 0, visitor: 0, unproven: 0 };
  readonly #byKey = new Map<string, number>();

  constructor(bounds: PlaceBounds) {
    this.#bounds = bounds;
  }

  /** Takes a place. Returns how it is given back (once; later calls do nothing), or null if none is left for this caller. */
  take({ kind, key }: Standing): (() => void) | null {
    const { proven, visitor, unproven } = this.#taken;
    const own = this.#byKey.get(key) ?? 0;
    if (own >= this.#bounds.each[kind]) return null;
    if (proven + visitor + unproven >= this.#bounds.all) return null;
    if (kind !== 'proven' && visitor + unproven >= this.#bounds.visitors) return null;
    if (kind === 'unproven' && unproven >= this.#bounds.unproven) return null;
    this.#taken[kind] += 1;
    this.#byKey.set(key, own + 1);
    let held = true;
    return () => {
      if (!held) return;
      held = false;
      this.#taken[kind] -= 1;
      const left = (this.#byKey.get(key) ?? 1) - 1;
      if (left > 0) this.#byKey.set(key, left);
      else this.#byKey.delete(key);
    };
  }
}
