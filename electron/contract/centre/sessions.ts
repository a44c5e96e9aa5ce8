import { z } from 'zod';
import { instant } from '../common';
import { journalPosition } from './journal-row';
import { nonce } from './wire';

/** A hall begins a session. Whatever session it had ends with it. */
export const helloRequest = z.strictObject({
  /** Made by chance by the data directory that holds the hall's key: two machines with one key have two, unless it was copied too. */
  machine: nonce,
  version: z.string().min(1).max(40),
  /** The hall's last row. */
  newest: journalPosition.nullable(),
  /** By the hall's clock. */
  now: instant,
});
export type HelloRequest = z.infer<typeof helloRequest>;

/** Why the centre takes nothing more from a hall's key. */
export const frozenReasons = [
  /** Rows that follow another row than the one it has, of an epoch that another machine has ended: two machines have the key. */
  'two_machines',
  /** The office has stopped it. */
  'stopped',
] as const;

/** What every request of a session may be answered instead. */
const refusals = [
  /** What it was sent stays at the hall, until the office has let the hall in anew. */
  z.strictObject({ state: z.literal('frozen'), reason: z.enum(frozenReasons), since: instant }),
  /** The key counts no more. */
  z.strictObject({ state: z.literal('revoked') }),
  /** The hall was removed at the centre. */
  z.strictObject({ state: z.literal('gone') }),
  /** No such session, or its turn was had: begin another. */
  z.strictObject({ state: z.literal('begin_again') }),
  /** What was sent is not what it must be, in words for a technician; sent again it would be refused again. */
  z.strictObject({ state: z.literal('malformed'), detail: z.string().max(1_000) }),
  z.strictObject({ state: z.literal('busy'), retryAfterSeconds: z.int().min(1).max(86_400) }),
] as const;

/** The status that goes with each state; what the hall does hangs on the state. */
export const stateStatuses = {
  welcome: 200,
  taken: 200,
  gap: 409,
  differs: 409,
  frozen: 423,
  revoked: 403,
  gone: 410,
  begin_again: 401,
  malformed: 422,
  busy: 503,
} as const;

export const helloAnswer = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('welcome'),
    /** Its turns begin with 1. */
    session: nonce,
    /** Up to where the centre has the newest epoch that it has; null: nothing. */
    have: journalPosition.nullable(),
    now: instant,
  }),
  ...refusals,
]);
export type HelloAnswer = z.infer<typeof helloAnswer>;

/** What answers a batch or a snapshot that was not taken, beside what belongs to each. */
export const sessionRefusals = refusals;
