import { z } from 'zod';
import { refusedAs } from '../../texts/field-fault';
import { localized, oneLine } from '../common';
import { evidenceSources, figureNames, partFigures } from './figures';

const figure = z.enum(figureNames as [string, ...string[]], refusedAs('instrument_figure'));
const sentence = oneLine().min(1).max(400);
const number = z.number().int().min(1).max(999);
const weight = z.number().int().min(0).max(100);

/** A figure within bounds, `above` without the bound itself; all that are given are to be met. */
const condition = z
  .strictObject({
    figure,
    least: z.number().optional(),
    above: z.number().optional(),
    most: z.number().optional(),
  })
  .refine(
    ({ least, above, most }) => [least, above, most].some((bound) => bound !== undefined),
    refusedAs('instrument_bound'),
  )
  .refine(
    ({ least, above, most }) =>
      most === undefined ||
      ((least ?? Number.NEGATIVE_INFINITY) <= most && (above ?? Number.NEGATIVE_INFINITY) < most),
    refusedAs('instrument_no_number'),
  );
export type Condition = z.infer<typeof condition>;

/**
 * So many points where all conditions are met and those of no higher step are. One without conditions is for people to judge; where
 * others have some, the last is what is left.
 */
const step = z.strictObject({
  points: z.number().int().min(0).max(5),
  text: sentence,
  when: z.array(condition).min(1).max(8).optional(),
});
export type Step = z.infer<typeof step>;

/** One of the things that are counted, there by a figure that is 1 or more or because somebody says so. */
const part = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/, refusedAs('instrument_part')),
  text: sentence,
  required: z.boolean().default(false),
  figure: figure.optional(),
});

const indicator = z
  .strictObject({
    number,
    text: sentence,
    weight,
    /** What the hall's own data can say about it; empty: nothing, it is filled in by hand. */
    sources: z.array(z.enum(evidenceSources as [string, ...string[]], refusedAs('instrument_source'))).max(9),
    /** What evaluators want to see. */
    documents: z.array(sentence).max(12).default([]),
    parts: z.array(part).max(40).default([]),
    /** From five points down to none. */
    steps: z.array(step).max(20),
  })
  .check(({ value, issues }) => {
    const refuse = (path: (string | number)[], fault: ReturnType<typeof refusedAs>) =>
      issues.push({ code: 'custom', path, input: value, ...fault });
    if (value.steps.map(({ points }) => points).join() !== '5,4,3,2,1,0') {
      refuse(['steps'], refusedAs('instrument_steps'));
      return;
    }
    if (repeated(value.parts.map(({ name }) => name)) !== undefined) {
      refuse(['parts'], refusedAs('each_once'));
    }
    value.parts.forEach((each, index) => {
      if (each.figure && !isOf(each.figure, value.sources)) {
        refuse(['parts', index, 'figure'], refusedAs('instrument_figure_source', { figure: each.figure }));
      }
    });
    if (value.steps.at(-1)?.when) refuse(['steps', 5, 'when'], refusedAs('instrument_last_step'));
    value.steps.forEach(({ when }, index) => {
      for (const { figure } of when ?? []) {
        const known = (partFigures as readonly string[]).includes(figure)
          ? value.parts.length > 0
          : isOf(figure, value.sources);
        if (!known) refuse(['steps', index], refusedAs('instrument_figure_source', { figure }));
      }
      const above = value.steps.slice(0, index);
      if (when && above.some((higher) => higher.when && asksNoMore(higher.when, when))) {
        refuse(['steps', index], refusedAs('instrument_unreachable', { points: 5 - index }));
      }
    });
  });
export type Indicator = z.infer<typeof indicator>;

const aspect = z.strictObject({
  name: sentence,
  /** 0: asked besides, and no part of the total. */
  weight,
  indicators: z.array(indicator).min(1).max(60),
});
export type Aspect = z.infer<typeof aspect>;

/** A question to users (F-03), answered with 0 to 5 points. */
const question = z.strictObject({ number, text: localized });

/**
 * An evaluation's instrument of a year, as a file: nothing of it stands in code. Refused where its parts don't fit together, at the
 * field that is at fault.
 */
export const instrument = z
  .strictObject({
    name: sentence,
    year: z.number().int().min(2020).max(2100),
    /** Where it was taken from, and whether it was compared with the law's text. */
    source: sentence,
    aspects: z.array(aspect).min(1).max(20),
    /** What a total is called, from so much on, the highest first. */
    grades: z
      .array(z.strictObject({ least: z.number().min(0).max(5), name: sentence }))
      .max(12)
      .default([]),
    users: z.strictObject({
      /** What 0 and 5 points say. */
      lowest: localized,
      highest: localized,
      questions: z.array(question).max(40),
    }),
  })
  .check(({ value, issues }) => {
    const refuse = (path: (string | number)[], fault: ReturnType<typeof refusedAs>) =>
      issues.push({ code: 'custom', path, input: value, ...fault });
    const sumOf = (rows: readonly { readonly weight: number }[]) =>
      rows.reduce((sum, row) => sum + row.weight, 0);
    const aspects = sumOf(value.aspects);
    if (aspects !== 100) refuse(['aspects'], refusedAs('instrument_weights', { sum: aspects }));
    value.aspects.forEach(({ indicators }, index) => {
      const sum = sumOf(indicators);
      if (sum !== 100) {
        refuse(['aspects', index, 'indicators'], refusedAs('instrument_weights', { sum }));
      }
    });
    const twice = repeated(value.aspects.flatMap(({ indicators }) => indicators.map((each) => each.number)));
    if (twice !== undefined) refuse(['aspects'], refusedAs('instrument_number_twice', { number: twice }));
    const asked = repeated(value.users.questions.map((each) => each.number));
    if (asked !== undefined) {
      refuse(['users', 'questions'], refusedAs('instrument_number_twice', { number: asked }));
    }
    if (value.grades.some(({ least }, index) => least >= (value.grades[index - 1]?.least ?? 6))) {
      refuse(['grades'], refusedAs('instrument_grades'));
    }
  });
export type Instrument = z.infer<typeof instrument>;

function repeated<Value>(values: readonly Value[]): Value | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

function isOf(figure: string, sources: readonly string[]): boolean {
  return sources.includes(figure.split('.')[0] ?? '');
}

/** Whether whatever meets `lower` meets `higher` too, so that a step with `lower` after one with `higher` gives nobody points. */
function asksNoMore(higher: readonly Condition[], lower: readonly Condition[]): boolean {
  return higher.every((wanted) =>
    lower.some(
      ({ figure, least = Number.NEGATIVE_INFINITY, above = Number.NEGATIVE_INFINITY, most }) =>
        figure === wanted.figure &&
        (wanted.least === undefined || Math.max(least, above) >= wanted.least) &&
        (wanted.above === undefined || above >= wanted.above || least > wanted.above) &&
        (wanted.most === undefined || (most !== undefined && most <= wanted.most)),
    ),
  );
}
