import { z } from 'zod';
import { instant, localized } from './common';

/** What a supervisor may say when stopping the hall, a counter or a service. */
export const stopRequest = z.strictObject({
  /** What visitors read: `Alat paspor rusak`. */
  reason: localized.nullable().optional(),
  /** When it is expected to go on; it goes on when a supervisor says so. */
  until: instant.nullable().optional(),
});
export type StopRequest = z.infer<typeof stopRequest>;

/** How many numbers a service may still give today; null: as many as its quota says. */
export const numberLimit = z.strictObject({ left: z.number().int().min(0).max(9999).nullable() });
export type NumberLimit = z.infer<typeof numberLimit>;

/** A stop as it is kept: moments in milliseconds. */
export const stop = z.strictObject({
  since: z.number().int(),
  until: z.number().int().nullable(),
  reason: localized.nullable(),
});
export type Stop = z.infer<typeof stop>;

/** What the hall says of a stop to its staff. */
export const shownStop = z.strictObject({
  since: instant,
  until: instant.nullable(),
  reason: localized.nullable(),
});
