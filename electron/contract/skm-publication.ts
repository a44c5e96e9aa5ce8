import { z } from 'zod';
import { date, id, instant, someLines } from './common';
import { doubt, publicationStates, publishedAnswer } from './publication';
import { elementResult, grades, surveyElements } from './survey';

/** Of fewer forms nobody could be sure not to be known by them. */
export const fewestPublished = 5;

const element = z.enum(surveyElements);

/** A period's result as it was when it was made ready: answers that come later, or are deleted in time, change nothing of it. */
const figures = {
  from: date,
  to: date,
  forms: z.number().int(),
  /** How many forms stand for all who were served, by Krejcie and Morgan. */
  sampleNeeded: z.number().int(),
  /** 25.00 … 100.00. */
  index: z.number(),
  grade: z.enum(grades),
  /** The lowest first. */
  elements: z.array(elementResult.pick({ element: true, mean: true, index: true, grade: true })),
};

const act = z.strictObject({ by: z.string(), at: instant });
/** What is told of a follow-up, in words that somebody has read for names. */
const text = someLines().min(3).max(500);

/** A period's result of the satisfaction survey and what is done about it, for everybody once somebody else has read it. */
export const skmPublication = z.strictObject({
  id,
  version: z.number().int(),
  state: z.enum(publicationStates),
  ...figures,
  actions: z.array(z.strictObject({ followUpId: id, element: element.nullable(), text: z.string() })),
  /** What should be looked at before it is published. */
  doubts: z.array(doubt),
  written: act,
  published: act.nullable(),
  withdrawn: act.nullable(),
  /** Since when it hangs on paper in the hall, as whoever hung it says; null: it doesn't. */
  postedOn: date.nullable(),
});
export type SkmPublication = z.infer<typeof skmPublication>;

/** Where visitors can find the last result that was published. */
export const skmMedia = ['information', 'phone', 'kiosk', 'display', 'paper'] as const;
export type SkmMedium = (typeof skmMedia)[number];

export const skmPublications = z.strictObject({
  /** What was written last comes first. */
  publications: z.array(skmPublication),
  /** Where the last published is found now. */
  media: z.array(z.enum(skmMedia)),
});

/** Which of the plan's follow-ups everybody may read, and in which words. */
const actions = z.array(z.strictObject({ followUpId: id, text })).max(40);
export const newSkmPublication = z.strictObject({ from: date, to: date, actions });
export type NewSkmPublication = z.infer<typeof newSkmPublication>;
export const skmPublicationChange = z.strictObject({ actions });
export type SkmPublicationChange = z.infer<typeof skmPublicationChange>;
export const skmPosted = z.strictObject({ postedOn: date.nullable() });

/** What everybody reads of the last survey, and of what is done about it. */
export const publishedSkm = z.strictObject({
  ...figures,
  actions: z.array(
    z.strictObject({
      /** Null: it follows from what visitors wrote. */
      element: element.nullable(),
      text: z.string(),
      dueOn: date,
      /** Null: not done yet. */
      doneOn: date.nullable(),
    }),
  ),
});
export type PublishedSkm = z.infer<typeof publishedSkm>;

/** What the hall tells everybody of what it was told. */
export const publishedResults = z.strictObject({
  answers: z.array(publishedAnswer),
  /** The last survey's result; null: none is public. */
  skm: publishedSkm.nullable(),
  /** The hall's date. */
  today: date,
});
export type PublishedResults = z.infer<typeof publishedResults>;
