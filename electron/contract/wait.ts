import { z } from 'zod';
import { estimate, instant, localized } from './common';

/** How sure it is that a number is called before closing. */
export const chanceBand = z.enum(['likely', 'uncertain', 'unlikely']);
export type ChanceBand = z.infer<typeof chanceBand>;

/** Whether the day still holds a number's call, from the same distribution as the estimate (docs/prakiraan.md). */
export const servedToday = z.strictObject({
  /** The chance of being called before closing, 0 … 1, in twentieths. */
  chance: z.number().min(0).max(1),
  /** `likely` from nine in ten on, `unlikely` below one in two. */
  band: chanceBand,
  /** What people ought to know and to do, in the three languages; null while it is likely. */
  sentence: localized.nullable(),
});
export type ServedToday = z.infer<typeof servedToday>;

/** A wait as every surface tells it. */
export const waitShape = {
  estimate: estimate.nullable(),
  /** About when the call comes, where the wait is an hour or longer and ends before closing; null otherwise. */
  calledAround: instant.nullable(),
  /** Null where nothing can be foreseen: nobody at the desks, no hours, closed already. */
  servedToday: servedToday.nullable(),
} as const;
