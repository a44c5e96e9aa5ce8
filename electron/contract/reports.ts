import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { id, language, localized } from './common';
import {
  accessColumns,
  estimateColumns,
  type FiguresOf,
  presenceColumns,
  type ReportColumn,
  summaryColumns,
} from './report-columns';
import { inOrder, notTooLong, period } from './report-period';

/** What a row of the summary is about. `period` is the whole of it in one row, `weekdayHour` a cell of a week. */
export const summaryGroupings = [
  'period',
  'day',
  'hour',
  'weekday',
  'weekdayHour',
  'counter',
  'service',
  'desk',
  'user',
] as const;
export const summaryGrouping = z.enum(summaryGroupings);
export type SummaryGrouping = z.infer<typeof summaryGrouping>;

const orderSentence = { path: ['to'], ...refusedAs('not_before_from') };
const lengthSentence = { path: ['to'], ...refusedAs('five_years_after_from') };

/** Both days included. `counterId` leaves only what concerns that counter. */
export const summaryQuery = z
  .strictObject({ ...period, by: summaryGrouping.default('day'), counterId: id.optional() })
  .refine(inOrder, orderSentence)
  .refine(notTooLong, lengthSentence);
export type SummaryQuery = z.infer<typeof summaryQuery>;

export const presenceQuery = z
  .strictObject(period)
  .refine(inOrder, orderSentence)
  .refine(notTooLong, lengthSentence);

/** In files the columns have words for people where a language is named, else the names of the fields. */
const words = { language: language.optional() };
export const summaryFileQuery = z
  .strictObject({ ...summaryQuery.shape, ...words })
  .refine(inOrder, orderSentence)
  .refine(notTooLong, lengthSentence);
export const presenceFileQuery = z
  .strictObject({ ...period, ...words })
  .refine(inOrder, orderSentence)
  .refine(notTooLong, lengthSentence);

/** Each answer of the satisfaction survey of a period, of the whole hall. */
export const skmFileQuery = z
  .strictObject({ ...period, ...words })
  .refine(inOrder, orderSentence)
  .refine(notTooLong, lengthSentence);
export type SkmFileQuery = z.infer<typeof skmFileQuery>;
/** So many answers go into one file; more are taken by shorter periods. */
export const skmFileMost = 20_000;

/** Suggestions and complaints of a period; `counterId` leaves only those about that counter. */
export const complaintFileQuery = z
  .strictObject({ ...period, counterId: id.optional(), ...words })
  .refine(inOrder, orderSentence)
  .refine(notTooLong, lengthSentence);
export type ComplaintFileQuery = z.infer<typeof complaintFileQuery>;
/** So many go into one file; more are taken by shorter periods. */
export const complaintFileMost = 20_000;

const estimateShape = {
  ...period,
  by: z.enum(['period', 'day', 'counter']).default('counter'),
  counterId: id.optional(),
};
export const estimateQuery = z
  .strictObject(estimateShape)
  .refine(inOrder, orderSentence)
  .refine(notTooLong, lengthSentence);
export type EstimateQuery = z.infer<typeof estimateQuery>;
export const estimateFileQuery = z
  .strictObject({ ...estimateShape, ...words })
  .refine(inOrder, orderSentence)
  .refine(notTooLong, lengthSentence);

/** The figures of a report's columns as fields. */
export function figures<Columns extends Readonly<Record<string, ReportColumn>>>(columns: Columns) {
  const shapes = Object.entries(columns).map(([name, { measure, nullable }]) => {
    const figure = measure === 'share' ? z.number() : z.number().int();
    return [name, nullable ? figure.nullable() : figure];
  });
  return Object.fromEntries(shapes) as {
    readonly [Name in keyof Columns]: z.ZodType<FiguresOf<Columns>[Name]>;
  };
}

/** Everything is counted on the day of its number, at the hour in which the visitor came to the service. */
export const summaryRow = z.strictObject({
  /** The date, the hour `09`, the weekday 1..7 (Monday 1), `2-09`, an id, or `none` where nobody called. */
  key: z.string(),
  /** Of what has one: a counter, service, desk or person. */
  name: localized.nullable(),
  /** The letters of its counter, of a counter, service or desk. */
  counterCode: z.string().nullable(),
  ...figures(summaryColumns),
});
export type SummaryRow = z.infer<typeof summaryRow>;

/** How an institution kept its promised hours on the days on which the hall gave numbers; whole seconds. */
export const presenceRow = z.strictObject({
  counterId: id,
  counterCode: z.string(),
  name: localized,
  agency: z.string(),
  ...figures(presenceColumns),
});
export type PresenceRow = z.infer<typeof presenceRow>;

/** How well the waits held that visitors were told as they took their numbers, on days that are over. */
export const estimateRow = z.strictObject({
  /** `period`, the date, or the counter's id. */
  key: z.string(),
  name: localized.nullable(),
  counterCode: z.string().nullable(),
  ...figures(estimateColumns),
});
export type EstimateRow = z.infer<typeof estimateRow>;

/** How many came by the ways for those who see little or nothing on a day, of the whole hall. */
export const accessRow = z.strictObject({
  /** The date. */
  key: z.string(),
  ...figures(accessColumns),
});
export type AccessRow = z.infer<typeof accessRow>;
