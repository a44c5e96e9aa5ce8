import type { DayAhead } from '../day-ahead';

/** What happened at a counter, to a ticket or at a desk. */
export interface ReplayedEvent {
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly kind: string;
  readonly ticketId: number | null;
  readonly deskId: number | null;
  /** What was noted with it. */
  readonly data: {
    readonly toServiceId?: number | undefined;
    readonly nextServiceId?: number | null | undefined;
    readonly place?: string | undefined;
    readonly from?: string | undefined;
    readonly inOrder?: boolean | undefined;
    readonly priorityBefore?: string | null | undefined;
    readonly priority?: string | null | undefined;
    readonly orderedAt?: number | undefined;
    readonly placeReason?: string | undefined;
    /** When an officer said to be back from a break. */
    readonly until?: number | undefined;
    /** Why it was cancelled. */
    readonly reason?: string | undefined;
  };
}

/** A ticket as it was issued. */
export interface ReplayedTicket {
  readonly id: number;
  readonly firstServiceId: number;
  readonly issuedAt: number;
  /** Whether its holder waits at once, as a walk-in without paper does. */
  readonly waitsAtOnce: boolean;
  readonly priority: string | null;
}

/** What a counter's rules are. */
export interface ReplayedCounter {
  /** Its own, and those of the counters that share a desk with it. */
  readonly services: ReadonlyMap<number, { readonly usualMinutes: number }>;
  /** Of these, whose visitors are not its own: they only stand in the same lines. */
  readonly othersServices?: ReadonlySet<number>;
  readonly desks: readonly { readonly id: number; readonly serviceIds: readonly number[] }[];
  readonly priorityRatio: number;
  readonly goesFirst: (serviceId: number, priority: string | null) => boolean;
  /** What is left of a service's day at a moment. */
  readonly ahead: (serviceId: number, now: number) => DayAhead;
}

/** A chance of being called before closing that a visitor was told, and whether the call came by then. */
export interface PromisedChance {
  /** 0 … 1; null: nothing could be foreseen. */
  readonly chance: number | null;
  readonly cameToday: boolean;
}
