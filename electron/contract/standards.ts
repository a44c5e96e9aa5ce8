import { z } from 'zod';
import { date, id, inLanguages, localized, localizedList, oneLine, someLines } from './common';
import { inIndonesian } from './languages';
import { paperLists } from './paper-text';
import { standardMedia, standardParts } from './standard-parts';

/** A part may be empty: it isn't written yet. */
const part = someLines().max(2_000);
const publicPart = inLanguages(part, part.default('')).default(() => inIndonesian(''));
const innerPart = part.default('');

const writtenParts = {
  /** What is asked besides the documents that the service has anyway. */
  requirements: publicPart,
  procedure: publicPart,
  time: publicPart,
  cost: publicPart,
  product: publicPart,
  complaints: publicPart,
  legalBasis: innerPart,
  facilities: innerPart,
  competence: innerPart,
  supervision: innerPart,
  staffing: innerPart,
  serviceGuarantee: innerPart,
  safetyGuarantee: innerPart,
  evaluation: innerPart,
};

/** The standard of a service as it is kept, and as a hall's configuration file has it. */
export const standardFields = z.strictObject({
  ...writtenParts,
  /** The institution that decided it; empty: not decided. */
  decidedBy: oneLine().max(120).default(''),
  decisionNumber: oneLine().max(120).default(''),
  decidedOn: date.nullable().default(null),
  /** When it was last reviewed. */
  reviewedOn: date.nullable().default(null),
  reviewDueOn: date.nullable().default(null),
  /** Made up to show what one looks like: it counts as none. */
  isExample: z.boolean().default(false),
  /** Where the text was taken from, if from outside the hall. */
  origin: oneLine().max(400).default(''),
});
export type StandardFields = z.infer<typeof standardFields>;

/**
 * How far a standard is: nothing is written; parts are missing; it is an example; nobody has decided it; its review is
 * due within thirty days, or was; it is in force.
 */
export const standardState = z.enum(['none', 'incomplete', 'example', 'undecided', 'review_due', 'in_force']);
export type StandardState = z.infer<typeof standardState>;

/** A service with its standard; the id is the service's, and version 0 is a standard that nobody has written yet. */
export const serviceStandard = z.strictObject({
  id,
  version: z.number().int().min(0),
  counterId: id,
  counterCode: z.string(),
  agency: z.string(),
  /** The service's. */
  name: localized,
  /** The service's: the first of its requirements. */
  documents: localizedList,
  ...standardFields.shape,
  missing: z.array(z.enum(standardParts)),
  state: standardState,
});
export type ServiceStandard = z.infer<typeof serviceStandard>;

// A default inside `partial()` would fill in every field that was not sent, and so empty it.
const withoutDefaults = Object.fromEntries(
  Object.entries(standardFields.shape).map(([key, field]) => [key, field.unwrap().optional()]),
) as {
  [Key in keyof typeof standardFields.shape]: z.ZodOptional<
    ReturnType<(typeof standardFields.shape)[Key]['unwrap']>
  >;
};
/** Documents are changed at the service itself. Without a day of the next review it is a year after the last. */
export const standardChange = z.strictObject({ ...withoutDefaults, documents: paperLists.optional() });
export type StandardChange = z.infer<typeof standardChange>;

/** What visitors read of a standard: texts of languages that lack one are empty, and Indonesian stands for them. */
export const publicStandard = z.strictObject({
  id,
  name: localized,
  counterName: localized,
  agency: z.string(),
  documents: localizedList,
  requirements: localizedPart(),
  procedure: localizedPart(),
  time: localizedPart(),
  cost: localizedPart(),
  product: localizedPart(),
  complaints: localizedPart(),
  decidedBy: z.string(),
  decisionNumber: z.string(),
  decidedOn: date.nullable(),
  isExample: z.boolean(),
});
export type PublicStandard = z.infer<typeof publicStandard>;

function localizedPart() {
  return inLanguages(z.string(), z.string());
}

/** What visitors read of the hall's Maklumat. */
export const publicMaklumat = z.strictObject({
  text: inLanguages(z.string(), z.string()),
  decidedBy: z.string(),
  signedBy: z.string(),
  decisionNumber: z.string(),
  decidedOn: date.nullable(),
  signedAt: z.string(),
  isExample: z.boolean(),
});
export type PublicMaklumat = z.infer<typeof publicMaklumat>;

/** What the register says of all services at once; examples count as none. */
export const standardsEvidence = z.strictObject({
  services: z.number().int(),
  /** Of which all fourteen parts are written, and decided by number and date. */
  decided: z.number().int(),
  /** Of these, reviewed within a year from today, or decided within it. */
  current: z.number().int(),
  /** Of these, reviewed within a year from today. */
  reviewed: z.number().int(),
  /** Of which the six public parts are written. */
  published: z.number().int(),
  /** Of which nobody has written anything but examples. */
  unwritten: z.number().int(),
  /** Of which the review is due within thirty days, or was. */
  reviewDue: z.number().int(),
  /** Of which nothing but examples is there. */
  examples: z.number().int(),
  /** Where the six parts of all services are shown; empty where any lacks one. */
  media: z.array(z.enum(standardMedia)),
});
export type StandardsEvidence = z.infer<typeof standardsEvidence>;
