import { z } from 'zod';
import { date, id, instant } from './common';

/** All given conditions hold; the newest comes first. */
export const auditQuery = z.strictObject({
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
  /** Somewhere in the action, its subject, who did it, or what was there before or after. */
  text: z.string().trim().min(1).max(80).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
  /** `next` of the page before. */
  cursor: id.optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;

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
export const auditPage = z.strictObject({
  entries: z.array(auditEntry),
  /** The cursor of the next page; null: there is none. */
  next: id.nullable(),
});
export type AuditPage = z.infer<typeof auditPage>;
