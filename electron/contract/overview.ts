import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { date, id, localized } from './common';
import { inOrder, notTooLong, period } from './report-period';

/** With what a period is compared: the one just before it, or the same days a year earlier. */
export const comparisons = ['previous', 'lastYear'] as const;
export type Comparison = (typeof comparisons)[number];

export const overviewQuery = z
  .strictObject({ ...period, against: z.enum(comparisons).default('previous') })
  .refine(inOrder, { path: ['to'], ...refusedAs('not_before_from') })
  .refine(notTooLong, { path: ['to'], ...refusedAs('five_years_after_from') });
export type OverviewQuery = z.infer<typeof overviewQuery>;

const count = z.number().int();
/** Whole seconds; null where nothing was measured. */
const seconds = z.number().int().nullable();

const visitFigures = z.strictObject({
  /** Days on which numbers were given. */
  days: count,
  issued: count,
  served: count,
  called: count,
  /** Of those called, who waited no longer than the hall's target. */
  inTime: count,
  usualWait: seconds,
});
export type VisitFigures = z.infer<typeof visitFigures>;

/** Why a counter is worth a look: most wait beyond the target there, or its usual wait grew or shrank the most. */
export const tellings = ['over', 'longer', 'shorter'] as const;
export type Telling = (typeof tellings)[number];

const tellingCounter = z.strictObject({
  counterId: id,
  code: z.string(),
  name: localized,
  why: z.enum(tellings),
  served: count,
  usualWait: seconds,
  /** One visitor of ten waited longer. */
  longWait: seconds,
  /** Null also where too few were called to compare with. */
  usualWaitBefore: seconds,
  /** Different officers on a usual day, to a tenth. */
  officersADay: z.number(),
  /** The weekday (Monday 1) on which it is much worse than on others, and its `longWait`. */
  worstWeekday: z.strictObject({ weekday: z.number().int().min(1).max(7), longWait: count }).nullable(),
});
export type TellingCounter = z.infer<typeof tellingCounter>;

/** How an institution kept a day: there (three quarters of its hours or more), part of it, nobody came, or nothing was promised. */
export const dayStates = ['there', 'part', 'nobody', 'none'] as const;
export type DayState = (typeof dayStates)[number];

const keptDays = z.strictObject({
  counterId: id,
  code: z.string(),
  name: localized,
  agency: z.string(),
  /** Days on which hours were promised, and of these, on which somebody was there for most of them. */
  promised: count,
  there: count,
  /** A state a date, in the order of `dates`. */
  days: z.array(z.enum(dayStates)),
});
export type KeptDays = z.infer<typeof keptDays>;

/** A period on one page: how many were served in time, what changed, which counters tell why, and who was there. */
export const overview = z.strictObject({
  from: date,
  to: date,
  /** The period that it is compared with. */
  before: z.strictObject({ from: date, to: date }),
  targetMinutes: count,
  /** Whether no service opened on any of the days, where these are no more than 31; else false. */
  isClosed: z.boolean(),
  figures: visitFigures,
  /** Null where no numbers were given then. */
  figuresBefore: visitFigures.nullable(),
  /** By the hour in which visitors came (`09`). */
  hours: z.array(
    z.strictObject({ hour: z.string(), usualWait: seconds, usualWaitBefore: seconds, called: count }),
  ),
  /** Counters that anybody was called to. */
  busyCounters: count,
  /** At most three. */
  counters: z.array(tellingCounter).max(3),
  presence: z.strictObject({
    /** The days on which the hall gave numbers and any counter promised hours. */
    dates: z.array(date),
    /** The most hours lost first. */
    counters: z.array(keptDays),
  }),
});
export type Overview = z.infer<typeof overview>;
