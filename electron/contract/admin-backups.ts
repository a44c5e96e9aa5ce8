import { z } from 'zod';
import { date, instant } from './common';

export const backupId = z.string().regex(/^antre-\d{8}T\d{9}Z(-daily|-replaced)?$/);

/** A copy of the whole database in `DATA_DIR/backups`. */
export const backup = z.strictObject({
  /** The file's name without its ending. */
  id: backupId,
  /** `made` by an admin, `daily` by itself, or `replaced` by another that was restored. */
  kind: z.enum(['made', 'daily', 'replaced']),
  madeAt: instant,
  bytes: z.number().int(),
});
export type Backup = z.infer<typeof backup>;

/** What a copy holds, and what would be missing after restoring it. */
export const backupContents = backup.extend({
  siteName: z.string().nullable(),
  counters: z.number().int(),
  users: z.number().int(),
  tickets: z.number().int(),
  /** The last date on which numbers were given, or null. */
  lastBusinessDate: date.nullable(),
  /** Tickets of the present database that the copy doesn't know. */
  ticketsSince: z.number().int(),
});
export type BackupContents = z.infer<typeof backupContents>;

export const restoreAnswer = z.strictObject({
  /** The id of the copy that holds what was there before. */
  kept: backupId,
});
