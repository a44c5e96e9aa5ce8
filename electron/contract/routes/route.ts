import type { z } from 'zod';
import type { SubjectKind } from '../history/subject-names';
import type { RouteReach } from './reach';

/**
 * Who may call a route. `anyone` needs no proof; `holder` is proved by the ticket's token in the path; `kiosk`
 * and `display` by their device token, or from this machine itself; the others by a session with that role, or unless
 * the row is `inPerson` by the token of another program that an admin made for that role.
 */
export type Caller = 'anyone' | 'holder' | 'kiosk' | 'display' | 'staff' | 'supervisor' | 'admin';

/**
 * How often one address may ask (`server/bounds/bound-requests.ts` has the numbers):
 * `guess`: seldom, since there is a secret to guess, or something is left behind;
 * `unproven_act`: as often as the visitors of a hall behind one address do such a thing;
 * `public_page`: as often as people read it who were sent a link;
 * `laborious`: as often as a device has the machine work for it.
 */
export type RouteRate = 'guess' | 'unproven_act' | 'public_page' | 'laborious';

/** Who is let in. */
export interface Admission {
  readonly callers: readonly Caller[];
  /** Done in somebody's own name, at a desk or before the hall: only by a session, not by another program's token. */
  readonly inPerson?: true;
  /** Also by a session whose password was given by another and has to be changed first. */
  readonly beforeOwnPassword?: true;
}

/** A row of the route table as the server and tests read it: all that is to be known of a route but its handler. */
export interface Route extends Admission {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below `apiBase`; parameters as `:name`. */
  readonly path: string;
  /** Where officers or supervisors may call it: how far those reach who are for some institutions. */
  readonly reach?: RouteReach;
  /** Bounded besides what any caller may ask for. */
  readonly rate?: RouteRate;
  readonly summary: string;
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** A body may be so long, where more than the usual 64 KiB are needed. */
  readonly mostBytes?: number;
  /** A file that is sent as it is (`application/octet-stream`) in place of a body, of at most so many bytes. */
  readonly file?: { readonly most: number };
  /** Status of success → its body, or null for none. */
  readonly answers: Readonly<Record<number, z.ZodType | null>>;
  /** The media type of its answers where it isn't JSON; the schema is then a text. */
  readonly produces?: string;
  /** Whether all who ask get the same, so that it is made once for those of a moment, until something changes. */
  readonly sameForAll?: boolean;
  /** Whether `Idempotency-Key` is taken. */
  readonly key?: 'optional' | 'required';
  /** Nothing that is kept of a request may lead to who sent it. */
  readonly unlinkable?: true;
  /** What devices and pages tell of themselves again and again is no act, and isn't logged as one. */
  readonly signOfLife?: true;
  /** What the path's first parameter is an id of, for the history of who did what. */
  readonly subject?: SubjectKind;
}

/** What strangers read says whether it is the same for all of them. */
interface OpenRead extends Route {
  readonly method: 'GET';
  readonly callers: readonly ['anyone'];
  readonly sameForAll: boolean;
}
interface HolderRead extends Route {
  readonly method: 'GET';
  readonly callers: readonly ['holder'];
  readonly sameForAll?: never;
}
/** What is done without proof says how often. */
interface UnprovenAct extends Route {
  readonly method: 'POST' | 'PATCH' | 'DELETE';
  readonly callers: readonly ['anyone'] | readonly ['holder'];
  readonly rate: RouteRate;
  readonly sameForAll?: never;
}
/** What officers or supervisors may call says how far they reach. */
interface StaffRoute extends Route {
  readonly callers: readonly Exclude<Caller, 'anyone'>[];
  readonly reach: Exclude<RouteReach, ReachById>;
  readonly sameForAll?: never;
}
/** Reaches that are of the counter, service or desk whose id the path has as `:id`. */
type ReachById = 'counter' | 'service' | 'desk';
interface StaffRouteById extends Route {
  readonly callers: readonly Exclude<Caller, 'anyone'>[];
  readonly reach: ReachById;
  readonly path: `${string}/:id${'' | `/${string}`}`;
  readonly params: z.ZodObject<{ id: z.ZodType }>;
  readonly sameForAll?: never;
}
interface AdminOrDeviceRoute extends Route {
  readonly callers: readonly ('kiosk' | 'display' | 'admin')[];
  readonly sameForAll?: never;
}

/**
 * A row as it is written: what may not be left unsaid for the callers that it has is asked for by type, and by
 * `test/contract/routes.test.ts` what types can't ask.
 */
type RouteRow = OpenRead | HolderRead | UnprovenAct | StaffRoute | StaffRouteById | AdminOrDeviceRoute;

/** Rows by their names. */
export type RouteRows = Readonly<Record<string, RouteRow>>;
