import { z } from 'zod';
import { date, instant } from './common';

/**
 * Why the computer's clock isn't simply believed. `held`: it jumped while Antre ran. `unknown`: it shows what can't be, and for
 * how long the machine was off is unknown. `others`: most of the hall's other machines show another time. `ahead`: the clock
 * is believed, but the hall has given numbers on a later date.
 */
export const clockDoubts = ['held', 'unknown', 'others', 'ahead'] as const;
export type ClockDoubtKind = (typeof clockDoubts)[number];

export const clockState = z.strictObject({
  doubt: z.enum(clockDoubts).nullable(),
  /** What the computer shows, and the hall's own time and business date. */
  computer: instant,
  hall: instant,
  hallDate: date,
  /** What most of the hall's other machines show; null: too few tell. */
  others: instant.nullable(),
  /** Whether the system says that a time server keeps its clock; null: it doesn't tell. */
  synchronised: z.boolean().nullable(),
  /** What an admin's word that the computer is right would do. */
  confirming: z.strictObject({
    /** The date that the hall would live in. */
    date,
    /** Numbers of later dates that would get their true ones, and how many of them still wait. */
    tickets: z.number().int(),
    waiting: z.number().int(),
    /** Of those, no longer in the hall, that would get another number, since theirs was given on the true date too. */
    renumbered: z.number().int(),
    /** Numbers of people who still wait that were given on the true date too: while there is any, it is refused. */
    clashing: z.array(z.string()),
    /** The dates whose reports would be summed anew. */
    dates: z.array(date),
    /** Numbers that still wait and would end, since the hall's date moves on. */
    ends: z.number().int(),
  }),
});
export type ClockState = z.infer<typeof clockState>;

/** The date that was confirmed: refused with `changed_meanwhile` where the computer shows another by now. */
export const clockWord = z.strictObject({ date });
