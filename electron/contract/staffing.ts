import { z } from 'zod';
import { date, id, localized, timeOfDay } from './common';

/** Which counter's week, and what to change in thought; what is left out stays as it is. */
export const staffingQuery = z.strictObject({
  counterId: id,
  /** The first of seven days; today where it is left out. */
  from: date.optional(),
  /** The wait that most should not exceed, in minutes; the hall's `targetWaitMinutes` where it is left out. */
  targetMinutes: z.coerce.number().int().min(1).max(240).optional(),
  /** Visitors, in percent of what history expects. */
  arrivals: z.coerce.number().int().min(25).max(300).optional(),
  /** Minutes at a desk, in percent of what they were. */
  deskTime: z.coerce.number().int().min(25).max(300).optional(),
  /** Desks manned more than usual, or fewer. */
  desks: z.coerce.number().int().min(-5).max(5).optional(),
});
export type StaffingQuery = z.infer<typeof staffingQuery>;

const minutes = z.number().nonnegative();

export const staffingSlot = z.strictObject({
  from: timeOfDay,
  to: timeOfDay,
  /** Visitors to be expected. */
  arrivals: minutes,
  /** Desks usually manned then. */
  usualDesks: z.number().int(),
  /** The fewest that keep the target; null where even all of the counter's desks don't. */
  neededDesks: z.number().int().nullable(),
  /** Mean waits, in minutes, with the desks needed (all, where none suffice), one fewer and one more in this slot. */
  wait: minutes,
  waitOneFewer: minutes.nullable(),
  waitOneMore: minutes,
  /** The mean wait with the usual desks, and the share of visitors (0 to 1) that then wait within the target. */
  usualWait: minutes,
  usualWithin: z.number().min(0).max(1),
});

/** One change for some hours of the day, and what waits become by it. */
export const staffingChange = z.strictObject({
  /** An officer more at a free desk, one from quieter hours of the day (`source`), or a desk that the counter hasn't yet. */
  kind: z.enum(['officer', 'move', 'desk']),
  from: timeOfDay,
  to: timeOfDay,
  source: z.strictObject({ from: timeOfDay, to: timeOfDay }).nullable(),
  /** Visitors to be expected in these hours, and their mean waits in minutes; of a desk, before it with all others manned. */
  visitors: minutes,
  waitBefore: minutes,
  waitAfter: minutes,
});
export type StaffingChange = z.infer<typeof staffingChange>;

export const staffingDay = z.strictObject({
  date,
  weekday: z.number().int().min(1).max(7),
  /** `closed` that day; `unknown` where too few such weekdays are known; else `advised`. */
  state: z.enum(['advised', 'closed', 'unknown']),
  /** Half-hours; empty unless advised. */
  slots: z.array(staffingSlot),
  /** The advice in words, what helps most first. */
  sentences: z.array(localized),
  /** What would help, the most minutes spared first. */
  changes: z.array(staffingChange),
});

export const staffingAdvice = z.strictObject({
  counterId: id,
  /** Desks that the counter has. */
  desks: z.number().int(),
  targetMinutes: z.number().int(),
  /** Days of history it was made from. */
  pastDays: z.number().int(),
  days: z.array(staffingDay).length(7),
});
export type StaffingAdvice = z.infer<typeof staffingAdvice>;
