import { z } from 'zod';
import { id, instant, localized, someLines } from './common';
import { complaintCode } from './survey';

/**
 * What of a text looks as if it led to somebody: an identity number (NIK, NPWP), a telephone number, an e-mail address, a vehicle's
 * plate, a passport, a queue number, a code by which something is followed, any other long number, a name, or words that were copied
 * from the complaint.
 */
export const doubtKinds = [
  'identity',
  'telephone',
  'email',
  'plate',
  'passport',
  'ticket',
  'code',
  'number',
  'person',
  'copied',
] as const;
export type DoubtKind = (typeof doubtKinds)[number];

export const doubt = z.strictObject({ kind: z.enum(doubtKinds), text: z.string() });
export type Doubt = z.infer<typeof doubt>;

/** `draft`: nobody but the staff sees it; `withdrawn`: it was public, and is no more. */
export const publicationStates = ['draft', 'published', 'withdrawn'] as const;

const month = z.string().regex(/^\d{4}-\d\d$/);
const act = z.strictObject({ by: z.string(), at: instant });

/** A complaint and its answer in words of their own, for everybody to read once somebody else has read them for names. */
export const publication = z.strictObject({
  id,
  version: z.number().int(),
  state: z.enum(publicationStates),
  /** The complaint that it tells of; null: that is forgotten already. */
  code: complaintCode.nullable(),
  /** What it is about; null: the hall. */
  counter: localized.nullable(),
  /** The month in which the complaint came: a day would tell more than is needed. */
  month,
  question: z.string(),
  answer: z.string(),
  /** What should be looked at before it is published. */
  doubts: z.array(doubt),
  written: act,
  published: act.nullable(),
  withdrawn: act.nullable(),
});
export type Publication = z.infer<typeof publication>;

const texts = {
  question: someLines().min(10).max(400),
  answer: someLines().min(10).max(1_000),
};
export const newPublication = z.strictObject({ code: complaintCode, ...texts });
export type NewPublication = z.infer<typeof newPublication>;
export const publicationChange = z.strictObject(texts).partial();
export type PublicationChange = z.infer<typeof publicationChange>;

/** `isRead`: somebody has read it, and what looks like a person's is none. */
export const publicationWord = z.strictObject({ isRead: z.literal(true) });

/** What everybody reads of it. */
export const publishedAnswer = publication.pick({
  counter: true,
  month: true,
  question: true,
  answer: true,
});
export type PublishedAnswer = z.infer<typeof publishedAnswer>;

/** So many are told, the newest first. */
export const mostPublished = 30;
