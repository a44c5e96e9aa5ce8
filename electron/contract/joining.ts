import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { id, language } from './common';
import { heldMost } from './held-most';
import { priority, ticketToken } from './tickets';

/** What a door shows: 96 bits, base64url. */
export const doorCodeText = z.string().regex(/^[A-Za-z0-9_-]{16}$/, refusedAs('door_code'));

/** What a screen at the door shows now. */
export const doorCode = z.strictObject({
  /** `off`: the hall gives no numbers by phone; `no_address`: it has no address that phones can reach. */
  state: z.enum(['on', 'off', 'no_address']),
  /** What the code at the door leads to; null unless `on`. */
  url: z.string().nullable(),
  /** Seconds until another code is to be shown. */
  renewIn: z.number().int(),
  /** Seconds for which this one is good from now on. */
  goodFor: z.number().int(),
});
export type DoorCode = z.infer<typeof doorCode>;

/** What a code that is still good leads to. */
export const joining = z.strictObject({
  /** Seconds for which it is good from now on. */
  goodFor: z.number().int(),
  /** The counters whose numbers are taken by phone, in the order of the menu. */
  counterIds: z.array(id),
});
export type Joining = z.infer<typeof joining>;

export const joinRequest = z.strictObject({
  serviceId: id,
  priority: priority.nullable().optional(),
  language: language.optional(),
  /** The tokens of the numbers that this phone has taken. */
  held: z.array(ticketToken).max(heldMost).optional(),
});
export type JoinRequest = z.infer<typeof joinRequest>;
