import { createHash } from 'node:crypto';
import type {
  EvaluatedAspect,
  EvaluatedIndicator,
  Evaluation,
  EvaluationAnswer,
  Evidence,
  HandedInDoubt,
} from '../../contract/evaluation/evaluation';
import type { Figures } from '../../contract/evaluation/figures';
import type { Indicator, Instrument } from '../../contract/evaluation/instrument';
import { type Language, languageTable } from '../../contract/languages';
import { instrumentsByYear } from '../../evaluation/instruments-by-year';
import {
  aspectIndex,
  gradeOf,
  partsThere,
  stepReached,
  totalIndex,
  withParts,
} from '../../evaluation/points';
import { Refusal } from '../../queue/refusal';
import { readInstruments } from '../../store/instruments';
import type { Reader } from '../../store/store';
import { fieldFault } from '../../texts/field-fault';
import type { ViewContext } from '../view-context';
import { answersOf } from './answers-view';
import { evidenceTexts, type Said } from './evidence';
import { handedInDoubts } from './handed-in-doubts';
import { daysOf, type Gathered, gather } from './sources';
import { visitorsView } from './visitors-view';

/**
 * A year's evaluation as it stands: `GET /reports/evaluation`. Nobody's year yet, it is all empty. Without a year that of today, or the
 * latest before it that has an instrument. Refuses `invalid_request` for a year that has none.
 */
export function evaluationView(
  context: ViewContext,
  wanted: { readonly year?: number | undefined; readonly language?: Language | undefined },
): Evaluation {
  const known = instrumentsOf(context.reader);
  const thisYear = Number(context.businessDate.slice(0, 4));
  const years = [...known.keys()].sort((a, b) => b - a);
  const year = wanted.year ?? years.find((each) => each <= thisYear) ?? years[0] ?? thisYear;
  const found = known.get(year);
  if (!found) {
    throw new Refusal('invalid_request', {
      errors: [{ path: 'year', fault: fieldFault('instrument_missing', { year }) }],
    });
  }
  const { instrument, imported } = found;
  const before = known.get(year - 1)?.instrument;
  const now = assess(context, instrument, wanted.language ?? 'id');
  const past = before && assess(context, before, 'id');
  const { index, empty } = totalIndex(instrument, now.points);
  const doubts = handedInDoubts(context, year);
  return {
    year,
    years,
    instrument: { name: instrument.name, source: instrument.source, imported },
    until: now.days?.to ?? null,
    total: {
      index,
      empty,
      grade: gradeOf(instrument, index),
      indicators: instrument.aspects
        .filter(({ weight }) => weight > 0)
        .reduce((count, { indicators }) => count + indicators.length, 0),
      before: past && before ? totalIndex(before, past.points).index : null,
    },
    doubts,
    doubtsMark: doubts.length === 0 ? null : markOf(doubts),
    visitors: visitorsView(context, instrument, wanted.language ?? 'id'),
    aspects: instrument.aspects.map((aspect): EvaluatedAspect => {
      const sameBefore = before?.aspects.find(({ name }) => name === aspect.name);
      return {
        name: aspect.name,
        weight: aspect.weight,
        ...aspectIndex(aspect, now.points),
        before: past && sameBefore ? aspectIndex(sameBefore, past.points).index : null,
        indicators: aspect.indicators.flatMap((each) => {
          const indicator = now.indicators.get(each.number);
          return indicator ? [{ ...indicator, before: past?.points.get(each.number) ?? null }] : [];
        }),
      };
    }),
  };
}

/** The instruments by year, those that the hall took in among them. */
export function instrumentsOf(reader: Reader): ReturnType<typeof instrumentsByYear> {
  return instrumentsByYear(readInstruments(reader).map(({ instrument }) => instrument));
}

function assess(context: ViewContext, instrument: Instrument, language: Language) {
  const days = daysOf(instrument.year, context.businessDate);
  const asked = new Set(
    instrument.aspects.flatMap(({ indicators }) => indicators.flatMap((each) => each.sources)),
  );
  const gathered = days && gather(context, days, asked);
  const answers = answersOf(context.reader, instrument.year);
  const indicators = new Map(
    instrument.aspects.flatMap((aspect) =>
      aspect.indicators.map((indicator) => {
        const hand = answers.get(indicator.number) ?? null;
        return [indicator.number, judged(indicator, hand, gathered ?? new Map(), language)] as const;
      }),
    ),
  );
  const points = new Map([...indicators].map(([number, indicator]) => [number, indicator.points]));
  return { days, indicators, points };
}

function judged(
  indicator: Indicator,
  hand: EvaluationAnswer | null,
  gathered: Gathered,
  language: Language,
): Omit<EvaluatedIndicator, 'before'> {
  const own = indicator.sources.flatMap((source) => {
    const found = gathered.get(source);
    return found ? [{ source, ...found }] : [];
  });
  const measured: Figures = Object.assign({}, ...own.map(({ figures }) => figures));
  const there = partsThere(indicator, measured, hand?.parts ?? []);
  const figures = withParts(indicator, measured, hand && indicator.parts.length > 0 ? hand.parts : null);
  const byData = stepReached(indicator, figures)?.points ?? null;
  return {
    number: indicator.number,
    text: indicator.text,
    weight: indicator.weight,
    documents: indicator.documents,
    evidence: own.map((source) => inWords(source, askedOf(indicator), language)),
    parts: indicator.parts.map(({ name, text, required }, index) => ({
      name,
      text,
      required,
      by: there[index]?.by ?? null,
    })),
    steps: indicator.steps.map(({ points, text }) => ({ points, text })),
    byData,
    hand,
    points: hand?.points ?? byData,
  };
}

function inWords(
  { source, says, lacks }: { source: string; says: readonly Said[]; lacks: readonly Said[] },
  asked: ReadonlySet<string>,
  language: Language,
): Evidence {
  const { locale } = languageTable[language];
  const say = (key: Said['key'], values: Said['values'] = {}) => {
    const written = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value.toLocaleString(locale, { maximumFractionDigits: 2 }) : value,
    ]);
    return evidenceTexts.in(language)(key, Object.fromEntries(written));
  };
  const isAbout = ({ of }: Said) =>
    asked.size === 0 || of === undefined || of.some((figure) => asked.has(`${source}.${figure}`));
  return {
    source,
    sentence: says
      .filter(isAbout)
      .map(({ key, values }) => say(key, values))
      .join(' '),
    lacking: lacks
      .filter(isAbout)
      .map(({ key, values, at }) => ({ sentence: say(key, values), at: at ?? null })),
  };
}

/** The figures that an indicator's steps and parts ask; none: people judge it by all that its sources say. */
function askedOf({ steps, parts }: Indicator): ReadonlySet<string> {
  return new Set([
    ...steps.flatMap(({ when }) => (when ?? []).map(({ figure }) => figure)),
    ...parts.flatMap(({ figure }) => figure ?? []),
  ]);
}

function markOf(doubts: readonly HandedInDoubt[]): string {
  return createHash('sha256').update(JSON.stringify(doubts)).digest('base64url');
}
