import { z } from 'zod';
import { refusedAs } from '../../texts/field-fault';
import { date, id, language, localized } from '../common';
import { presenceColumns, summaryColumns } from '../report-columns';
import { inOrder, notTooLong, period } from '../report-period';
import { figures } from '../reports';
import { grades, surveyElements } from '../survey';
import { centreGroupings, presenceGroupings } from './report-groupings';
import { amount } from './wire';

const order = { path: ['to'], ...refusedAs('not_before_from') };
const length = { path: ['to'], ...refusedAs('five_years_after_from') };
const words = { language: language.optional() };
/** Leaves only what concerns one hall, or one institution in all halls. */
const about = { hallId: id.optional(), agency: z.string().max(200).optional() };

const summaryShape = { ...period, by: z.enum(centreGroupings).default('hall'), ...about };
export const centreSummaryQuery = z
  .strictObject(summaryShape)
  .refine(inOrder, order)
  .refine(notTooLong, length);
export type CentreSummaryQuery = z.infer<typeof centreSummaryQuery>;
export const centreSummaryFileQuery = z
  .strictObject({ ...summaryShape, ...words })
  .refine(inOrder, order)
  .refine(notTooLong, length);

export const centreSummaryRow = z.strictObject({
  /** The hall's id, the institution, the service's Indonesian name, the date, month, hour or weekday, or `period`. */
  key: z.string(),
  name: localized.nullable(),
  ...figures(summaryColumns),
});
export type CentreSummaryRow = z.infer<typeof centreSummaryRow>;
export const centreSummary = z.strictObject({ rows: z.array(centreSummaryRow) });

const presenceShape = { ...period, by: z.enum(presenceGroupings).default('agency'), ...about };
export const centrePresenceQuery = z
  .strictObject(presenceShape)
  .refine(inOrder, order)
  .refine(notTooLong, length);
export type CentrePresenceQuery = z.infer<typeof centrePresenceQuery>;
export const centrePresenceFileQuery = z
  .strictObject({ ...presenceShape, ...words })
  .refine(inOrder, order)
  .refine(notTooLong, length);
export const centrePresenceRow = z.strictObject({
  /** The institution's or hall's name. */
  name: z.string(),
  hallId: id.nullable(),
  /** 1 Monday … 7; null: all. */
  weekday: z.int().min(1).max(7).nullable(),
  ...figures(presenceColumns),
});
export type CentrePresenceRow = z.infer<typeof centrePresenceRow>;
export const centrePresence = z.strictObject({ rows: z.array(centrePresenceRow) });

export const skmMonths = z
  .strictObject({
    from: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    to: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/),
    ...about,
  })
  .refine(({ from, to }) => from <= to, order);
export type SkmMonths = z.infer<typeof skmMonths>;
const skmGroup = {
  forms: amount,
  /** By the regulation; null where an element was judged by nobody. */
  index: z.number().nullable(),
  grade: z.enum(grades).nullable(),
};
export const centreSkm = z.strictObject({
  ...skmGroup,
  /** Forms that are needed for an index that may be published, of those who were served in the same months. */
  served: amount,
  sampleNeeded: amount,
  elements: z.array(
    z.strictObject({
      element: z.enum(surveyElements),
      index: z.number().nullable(),
      mean: z.number().nullable(),
    }),
  ),
  byHall: z.array(z.strictObject({ hallId: id, name: z.string(), ...skmGroup })),
  byAgency: z.array(z.strictObject({ agency: z.string(), ...skmGroup })),
});
export type CentreSkm = z.infer<typeof centreSkm>;

/** What is to be answered in each hall, as it last told. */
export const centreComplaints = z.strictObject({
  halls: z.array(
    z.strictObject({
      hallId: id,
      name: z.string(),
      /** The hall's date when it counted. */
      date,
      open: amount,
      new: amount,
      overdue: amount,
      nextDue: date.nullable(),
      answered: amount,
    }),
  ),
});
export type CentreComplaints = z.infer<typeof centreComplaints>;

/** What can be chosen for reports. */
export const reportChoices = z.strictObject({
  halls: z.array(z.strictObject({ id, name: z.string() })),
  agencies: z.array(z.string()),
  /** The last date that any hall has summed; null: none yet. */
  newest: date.nullable(),
});
