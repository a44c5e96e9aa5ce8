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
    /** When an officer said to be back from a break. */
    readonly until?: number | undefined;
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
  readonly services: ReadonlyMap<number, { readonly usualMinutes: number }>;
  readonly desks: readonly { readonly id: number; readonly serviceIds: readonly number[] }[];
  readonly priorityRatio: number;
  readonly goesFirst: (serviceId: number, priority: string | null) => boolean;
  /** Breaks of a service's day in minutes from a moment, as `dayAhead` gives them. */
  readonly breaks: (
    serviceId: number,
    now: number,
  ) => readonly { readonly from: number; readonly to: number }[];
}

/** How well what visitors were told held; times in whole seconds. */
export interface EstimateSums {
  /** Visitors who were told a range when they took their number and were called at that service later. */
  told: number;
  /** Called as well, but nothing could be told. */
  untold: number;
  /** Of those told, whose wait ended within the range. */
  held: number;
  /** Sum of how far the middle of the range lay from the wait. */
  error: number;
  /** The same of people ahead × the service's usual minutes ÷ its desks, for the same visitors. */
  simpleError: number;
}
