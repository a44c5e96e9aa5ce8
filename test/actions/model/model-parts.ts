import type { Role } from '../../../electron/contract/staff';
import type { Priority, TicketStatus } from '../../../electron/contract/tickets';

/** What a verb should come to: what it answers, or the code it is refused with. */
export type Outcome = { readonly answer: unknown } | { readonly refused: string };

export interface ModelService {
  readonly id: number;
  readonly counter: string;
  readonly prefix: string;
  readonly quota: number | null;
}
export interface ModelStops {
  hall: boolean;
  readonly counters: Set<string>;
  readonly services: Set<ModelService>;
}
export interface ModelUser {
  readonly userId: number;
  readonly role: Role;
  readonly counters: readonly string[] | null;
}
export interface ModelDesk {
  readonly id: number;
  /** All that it serves, its own first. */
  readonly counters: readonly string[];
  user: ModelUser | null;
  paused: boolean;
  /** Its officer calls for help; whoever is coming, or null. */
  /** A break that was asked for, unanswered, granted or declined. */
  asked: 'open' | 'granted' | 'declined' | null;
  help: { coming: ModelUser | null } | null;
  run: number;
  /** When it was taken, when its break began, when it was last left. */
  since: number;
  pausedAt: number;
  /** When a granted break ends; null: nobody said. */
  pausedUntil: number | null;
  leftAt: number;
}
export interface ModelTicket {
  readonly id: number;
  readonly first: ModelService;
  readonly byPhone: boolean;
  priority: Priority | null;
  /** When it truly was given, whatever the hall believed. */
  readonly truly: number;
  number: string;
  issued: number;
  day: number;
  /** The last date on which something was done to it. */
  touched: number;
  service: ModelService;
  status: TicketStatus;
  /** What orders it: the moment of its issue, or one made by a placement. */
  rank: number;
  /** Where its arrival puts it: never before an older ticket that is there by its arrival, whatever clocks say. */
  byArrival: boolean;
  front: boolean;
  /** Put at the back: its priority counts no more. */
  back: boolean;
  desk: ModelDesk | null;
  recalls: number;
  added: ModelService[];
  /** How often it let others go first. */
  passes: number;
  /** How often its visitor went out, and since when they are (null: they are here). */
  stepsOut: number;
  outSince: number | null;
  /** Whom it was sent to, while it waits for them. */
  sentTo: ModelUser | null;
  /** The finish or no-show that was the last thing done to it. */
  ended: ModelEnding | null;
}
export interface ModelEnding {
  at: number;
  readonly by: ModelUser;
  readonly desk: ModelDesk;
  readonly service: ModelService;
  /** The states in which it was then. */
  readonly status: TicketStatus;
  /** What ordered it then. */
  rank: number;
  readonly recalls: number;
  /** Whether the visit went on to an added service. */
  readonly wentOn: boolean;
}
