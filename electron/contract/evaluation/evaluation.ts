import { z } from 'zod';
import { refusedAs } from '../../texts/field-fault';
import { date, language, someLines } from '../common';
import { doubt } from '../publication';

const year = z.coerce.number().int().min(2020).max(2100);
const points = z.number().int().min(0).max(5);
const share = z.number().min(0).max(5);
const count = z.number().int();

/** `year`: without one that of today. */
export const evaluationQuery = z.strictObject({ year: year.optional(), language: language.optional() });

/** An indicator of a year: `2026-18`. */
export const indicatorId = z.string().regex(/^20[2-9]\d-[1-9]\d{0,2}$/, refusedAs('id'));

/** What somebody filled in for an indicator by hand. */
export const evaluationAnswer = z.strictObject({
  id: indicatorId,
  version: count,
  /** What the hall wishes; null: what its parts and the hall's data give. */
  points: points.nullable(),
  /** The names of those parts that somebody says are there. */
  parts: z.array(z.string()),
  words: z.string(),
  /** Who changed it last; null: an account that is gone, or another program. */
  by: z.string().nullable(),
  changedOn: date,
});
export type EvaluationAnswer = z.infer<typeof evaluationAnswer>;

export const evaluationAnswerChange = z.strictObject({
  points: points.nullable().optional(),
  parts: z.array(z.string().max(40)).max(40).optional(),
  words: someLines().max(2_000).optional(),
});
export type EvaluationAnswerChange = z.infer<typeof evaluationAnswerChange>;

/** Pages where something that is missing can be had. */
export const evidencePlaces = [
  'desks',
  'skm',
  'complaints',
  'counters',
  'hall',
  'hours',
  'kiosk',
  'devices',
  'standards',
] as const;
export type EvidencePlace = (typeof evidencePlaces)[number];

/** What one of the hall's own sources says. */
export const evidence = z.strictObject({
  source: z.string(),
  sentence: z.string(),
  /** What is missing and how to get it; `at`: the page where. */
  lacking: z.array(z.strictObject({ sentence: z.string(), at: z.enum(evidencePlaces).nullable() })),
});
export type Evidence = z.infer<typeof evidence>;

export const evaluatedIndicator = z.strictObject({
  number: count,
  text: z.string(),
  weight: count,
  documents: z.array(z.string()),
  /** Empty: not Antre's to know. */
  evidence: z.array(evidence),
  parts: z.array(
    z.strictObject({
      name: z.string(),
      text: z.string(),
      required: z.boolean(),
      /** There by the hall's data or since somebody said so; null: not there. */
      by: z.enum(['data', 'hand']).nullable(),
    }),
  ),
  /** From five points to none. */
  steps: z.array(z.strictObject({ points, text: z.string() })),
  /** What the instrument's steps give for the hall's data and the parts; null: they tell nothing. */
  byData: points.nullable(),
  hand: evaluationAnswer.nullable(),
  /** What counts: by hand where points are wished, else by the data; null: empty, counted as 0. */
  points: points.nullable(),
  /** What counted a year before, by that year's instrument; null: there is none, or it was empty. */
  before: points.nullable(),
});
export type EvaluatedIndicator = z.infer<typeof evaluatedIndicator>;

export const evaluatedAspect = z.strictObject({
  name: z.string(),
  weight: count,
  index: share,
  empty: count,
  before: share.nullable(),
  indicators: z.array(evaluatedIndicator),
});
export type EvaluatedAspect = z.infer<typeof evaluatedAspect>;

/** What visitors answered to the questions that are put to them (F-03), counted without persons. */
export const visitorsJudgement = z.strictObject({
  /** Whether they are being asked now. */
  asked: z.boolean(),
  /** Who answered at least one. */
  forms: count,
  /** What 0 and 5 points say. */
  lowest: z.string(),
  highest: z.string(),
  /** Of all answers, to two places; null: there are none. */
  mean: share.nullable(),
  questions: z.array(
    z.strictObject({
      number: count,
      text: z.string(),
      answered: count,
      mean: share.nullable(),
      /** Answers with 0, 1, … 5 points. */
      counts: z.array(count).length(6),
    }),
  ),
});
export type VisitorsJudgement = z.infer<typeof visitorsJudgement>;

/** What somebody wrote or put in that goes into the file to hand in, and looks as if it led to a person. */
export const handedInDoubt = z.strictObject({
  /** An indicator's explanation, what follows a survey, or the name of a file. */
  where: z.enum(['words', 'plan', 'file']),
  /** The indicator; null: it is of none. */
  number: count.nullable(),
  found: z.array(doubt),
});
export type HandedInDoubt = z.infer<typeof handedInDoubt>;

/** The same, to be handed in. `read`: of the doubts that somebody has read, their `doubtsMark`. */
export const evaluationZipQuery = evaluationQuery.extend({ read: z.string().max(64).optional() });

/** A year's evaluation as it stands. */
export const evaluation = z.strictObject({
  year: z.number().int(),
  /** The years that have an instrument. */
  years: z.array(z.number().int()),
  instrument: z.strictObject({ name: z.string(), source: z.string(), imported: z.boolean() }),
  /** Up to which day the data goes; null: the year has not begun. */
  until: date.nullable(),
  total: z.strictObject({
    index: share,
    grade: z.string().nullable(),
    empty: count,
    /** Those that count, with the empty ones. */
    indicators: count,
    before: share.nullable(),
  }),
  visitors: visitorsJudgement,
  /** To be read before it is handed in. */
  doubts: z.array(handedInDoubt),
  /** Says which doubts these are: another one, where any came or went; null: there are none. */
  doubtsMark: z.string().nullable(),
  aspects: z.array(evaluatedAspect),
});
export type Evaluation = z.infer<typeof evaluation>;

/** An instrument that the hall has. */
export const keptInstrument = z.strictObject({
  /** Its year. */
  id: z.string(),
  version: count,
  name: z.string(),
  takenFrom: z.string(),
});
