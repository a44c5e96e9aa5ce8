import { z } from 'zod';
import { id, instant, language, localized } from './common';

export const call = z.strictObject({
  /** Rises by one for each call and never goes back; survives a restart. */
  sequence: z.number().int(),
  number: z.string(),
  desk: z.strictObject({ id, label: z.string() }),
  counter: z.strictObject({ id, code: z.string(), name: localized, group: z.string(), zone: z.string() }),
  calledAt: instant,
  recall: z.boolean(),
  /** The ticket's language: calls are spoken in Indonesian and, where it differs, also in this one. */
  language,
});
export type Call = z.infer<typeof call>;

export const board = z.strictObject({
  now: instant,
  /** The newest first; at most ten. */
  calls: z.array(call),
  counters: z.array(
    z.strictObject({
      id,
      code: z.string(),
      name: localized,
      group: z.string(),
      nowServing: z.array(z.strictObject({ number: z.string(), desk: z.string() })),
      waiting: z.number().int(),
    }),
  ),
});
export type Board = z.infer<typeof board>;
