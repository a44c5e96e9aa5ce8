import { z } from 'zod';
import { date, id, oneLine, someLines } from './common';
import { surveyElements } from './survey';

const element = z.enum(surveyElements).nullable();

/** What the hall resolved to do about one result of a satisfaction survey, and whether it was done. */
export const followUp = z.strictObject({
  id,
  version: z.number().int(),
  /** The period of the survey's report that it follows. */
  from: date,
  to: date,
  /** The element that it is to raise; null: it follows from what visitors wrote. */
  element,
  action: z.string(),
  /** Who sees to it: a name or an office. */
  owner: z.string(),
  dueOn: date,
  /** Null: not done yet. */
  doneOn: date.nullable(),
  /** What shows that it was done, and where that is kept; null: not done yet. */
  proof: z.string().nullable(),
});
export type FollowUp = z.infer<typeof followUp>;

/** All that follows one report. */
export const followUpPlan = z.strictObject({
  from: date,
  to: date,
  /** When the report was handed in: from then on the follow-up is timed. */
  reportedOn: date,
  /** What is due first comes first. */
  actions: z.array(followUp).min(1),
  done: z.number().int(),
  /** Not done, and due before today. */
  overdue: z.number().int(),
  /** When the last was done; null: not all are. */
  finishedOn: date.nullable(),
  /** Whole months since the report was handed in, until all was done or today; the first month is 0. */
  months: z.number().int(),
});
export type FollowUpPlan = z.infer<typeof followUpPlan>;

/** The plans, the latest period first. */
export const followUpPlans = z.strictObject({ plans: z.array(followUpPlan) });

const written = {
  element,
  action: someLines().min(1).max(500),
  owner: oneLine().min(1).max(120),
  dueOn: date,
};

/** One more thing to do about a period's report; of its plan's first also when the report was handed in. */
export const newFollowUp = z.strictObject({ from: date, to: date, reportedOn: date, ...written });
export type NewFollowUp = z.infer<typeof newFollowUp>;

/** `reportedOn` is its whole plan's. */
export const followUpChange = z
  .strictObject({
    ...written,
    reportedOn: date,
    doneOn: date.nullable(),
    proof: someLines().min(1).max(1_000).nullable(),
  })
  .partial();
export type FollowUpChange = z.infer<typeof followUpChange>;
