import { z } from 'zod';
import { scope } from './admin-hall';
import { date, localized } from './common';

/**
 * A plain list of days that are closed: a line each, the date first (`2026-12-25`, `25/12/2026` or `25 Desember 2026`),
 * then its name in Indonesian and, where wanted, English and Javanese, between `;`, tabs or `,`.
 */
export const closureList = z.strictObject({ scope, text: z.string().min(1).max(100_000) });
export const closureListFaultKinds = [
  'unreadable',
  'no_rows',
  'too_many_rows',
  'no_date',
  'too_far',
  'no_name',
  'too_long',
  'twice',
] as const;
export const closureListFault = z.strictObject({
  /** Of the list, from 1; 0: of the whole. */
  line: z.number().int(),
  kind: z.enum(closureListFaultKinds),
  /** What stood there. */
  value: z.string(),
});
export type ClosureListFault = z.infer<typeof closureListFault>;
export const listedClosure = z.strictObject({
  line: z.number().int(),
  date,
  reason: localized,
  /** Such a closure is there; it is not made again. */
  already: z.boolean(),
});
export type ListedClosure = z.infer<typeof listedClosure>;
export const closureListPreview = z.strictObject({
  days: z.array(listedClosure),
  /** Nothing is made while there is any. */
  faults: z.array(closureListFault),
});
export type ClosureListPreview = z.infer<typeof closureListPreview>;
export const closureListAnswer = z.strictObject({ made: z.number().int(), already: z.number().int() });
