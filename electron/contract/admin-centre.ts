import { z } from 'zod';
import { parkedRow } from './centre/journal-row';
import { date, instant, oneLine } from './common';

/** The centre's address as an admin types it. */
export const centreAddress = oneLine()
  .min(1)
  .max(300)
  .pipe(z.url({ protocol: /^https?$/ }));
export const centreRequest = z.strictObject({ url: centreAddress });

export const centreChange = z.strictObject({ sends: z.boolean() });

/** How the last request to the centre went. */
export const centreContacts = [
  'reached',
  /** Nobody answers there. */
  'unreachable',
  /** Its certificate is of an authority that this computer doesn't know. */
  'unknown_authority',
  /** Something answers that is no centre. */
  'no_centre',
  /** Something answers without the centre's key. */
  'other_key',
  /** It has no time now. */
  'busy',
  /** It takes nothing more of this hall, since another machine speaks for it, or the office stopped it. */
  'two_machines',
  'stopped',
  'revoked',
  'gone',
  /** It didn't understand what it was sent. */
  'malformed',
] as const;
export const centreContact = z.enum(centreContacts);
export type CentreContact = z.infer<typeof centreContact>;

const asked = z.strictObject({
  url: z.string(),
  /** To be read out to the office; null: the centre was not reached yet. */
  code: z.string().nullable(),
  expiresAt: instant.nullable(),
  /** Why there is none, or how it ended. */
  fault: z.enum([...centreContacts, 'refused', 'ended']).nullable(),
});

export const centreLink = z.strictObject({
  /** What the hall asks to be let in by; null: it doesn't ask. */
  asked: asked.nullable(),
  link: z
    .strictObject({
      url: z.string(),
      centre: z.string(),
      /** The hall's name there. */
      name: z.string(),
      /** Whether rows are let out. */
      sends: z.boolean(),
      contact: z.strictObject({ state: centreContact, since: instant, detail: z.string() }).nullable(),
      reachedAt: instant.nullable(),
    })
    .nullable(),
  /** What is kept for the centre; null: nothing is. */
  journal: z
    .strictObject({
      rows: z.int(),
      /** When the oldest row was written that the centre hasn't. */
      since: instant.nullable(),
      acknowledgedAt: instant.nullable(),
      /** Up to which day the sums of the past were told; null: none. `all`: all. */
      past: z.union([date, z.literal('all')]).nullable(),
      /** The hall was restored on another machine: it must be let in anew. */
      needsLink: z.boolean(),
      /** Rows of which the centre said that it can't read them (yet). */
      parked: z.array(parkedRow).max(20),
    })
    .nullable(),
});
export type CentreLink = z.infer<typeof centreLink>;

/** A row of the journal as an admin looks at it. */
export const journalEntry = z.strictObject({
  epoch: z.int(),
  seq: z.int(),
  at: instant,
  kind: z.string(),
  body: z.string(),
  /** Whether the centre has it. */
  acknowledged: z.boolean(),
});
export type JournalEntryRow = z.infer<typeof journalEntry>;
export const journalQuery = z.strictObject({
  /** Those before a row: `EPOCH.SEQ`. */
  before: z
    .string()
    .regex(/^[1-9]\d{0,8}\.[1-9]\d{0,14}$/)
    .optional(),
});
export const journalPage = z.strictObject({ rows: z.array(journalEntry), next: z.string().nullable() });
