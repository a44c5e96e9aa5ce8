import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { date, id, instant, language } from './common';
import { typedAddressPattern, typedNumberPattern } from './history/typed-conditions';

/** What an act is looked for by; all that is given holds. */
const conditions = {
  /** Local days, both included. */
  from: date.optional(),
  to: date.optional(),
  userId: id.optional(),
  /** Only what was set up (routes below `/admin`), or only what was done at desks and signing in. */
  part: z.enum(['admin', 'work']).optional(),
  /** What was done, by its route's name: `changeCounter`. */
  action: z.string().max(60).optional(),
  /** What it was done to: `counter:3`. */
  subject: z.string().max(80).optional(),
  /** The number that something was done to, as it is typed at desks: `K-027`, `k27`, `27`. */
  number: z.string().trim().regex(typedNumberPattern, refusedAs('ticket_number')).optional(),
  /** The computer that somebody signed in from, or tried to; or what its address begins with: `192.168.1.`. */
  address: z.string().trim().regex(typedAddressPattern, refusedAs('ip_address')).optional(),
  /** Somewhere in the action, its subject, who did it, or what was there before or after. */
  text: z.string().trim().min(1).max(80).optional(),
};

/** The newest comes first. */
export const auditQuery = z.strictObject({
  ...conditions,
  limit: z.coerce.number().int().min(1).max(200).optional(),
  /** `next` of the page before. */
  cursor: id.optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** So many acts go into one file; a longer history is taken by dates. */
export const auditFileMost = 20_000;
/** The same as a file, in words of the office's language. */
export const auditFileQuery = z.strictObject({ ...conditions, language: language.default('id') });
export type AuditFileQuery = z.infer<typeof auditFileQuery>;

export const auditEntry = z.strictObject({
  id,
  at: instant,
  /** Null where a device or Antre itself did it. */
  user: z.strictObject({ id, username: z.string(), displayName: z.string() }).nullable(),
  /** `user:7`, `token:3`, `kiosk-1`, `system`. */
  actor: z.string(),
  /** The token's name where another program did it. */
  program: z.string().nullable(),
  action: z.string(),
  subject: z.string().nullable(),
  before: z.json().nullable(),
  after: z.json().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;
export const auditPage = z.strictObject({
  entries: z.array(auditEntry),
  /** The cursor of the next page; null: there is none. */
  next: id.nullable(),
});
export type AuditPage = z.infer<typeof auditPage>;
