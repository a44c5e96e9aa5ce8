import type { EvaluatedIndicator, Evaluation } from '../../../contract/evaluation/evaluation';
import type { Figures } from '../../../contract/evaluation/figures';
import { type Language, languageTable } from '../../../contract/languages';
import type { ReportTable } from '../report-file';
import { bundleTexts } from './bundle-words';

/** The figures that F-01 asks, by the names of the sources' figures. */
const facts = {
  'fact.services': 'standards.services',
  'fact.made': 'standards.made',
  'fact.complete': 'standards.complete',
  'fact.decided': 'standards.decidedPercent',
  'fact.reports': 'skm.reports',
  'fact.forms': 'skm.forms',
  'fact.sampleNeeded': 'skm.sampleNeeded',
  'fact.index': 'skm.index',
  'fact.planned': 'skm.planned',
  'fact.done': 'skm.done',
  'fact.donePercent': 'skm.donePercent',
  'fact.complaints': 'complaints.all',
  'fact.finished': 'complaints.finished',
  'fact.sp4n': 'complaints.sp4n',
  'fact.sp4nFinished': 'complaints.sp4nFinished',
  'fact.issued': 'queue.issued',
  'fact.served': 'queue.served',
  'fact.institutions': 'presence.institutions',
  'fact.present': 'presence.present',
  'fact.openDays': 'changes.openDays',
  'fact.liveDays': 'changes.liveDays',
  'fact.updates': 'changes.updates',
} as const;

/** F-01 as the sheets of a workbook: the indicators, the figures that it asks, and the aspects with the total. */
export function f01Tables(
  evaluation: Evaluation,
  figures: Figures,
  filesOf: (number: number) => readonly string[],
  language: Language,
): ReportTable[] {
  const t = bundleTexts.in(language);
  const { instrument, year } = evaluation;
  const notes = [t('unofficial', { source: instrument.source })];
  return [
    {
      title: t('f01.title', { name: instrument.name, year }),
      sheet: t('f01'),
      notes,
      headings: [
        ...(['number', 'aspect', 'indicator', 'weight', 'points', 'origin', 'reason'] as const),
        ...(['evidence', 'there', 'words', 'lacking', 'files'] as const),
      ].map((key) => t(key)),
      rows: evaluation.aspects.flatMap((aspect) =>
        aspect.indicators.map((indicator) => [
          indicator.number,
          aspect.name,
          indicator.text,
          indicator.weight,
          indicator.points,
          t(originOf(indicator)),
          reasonOf(indicator),
          evidenceOf(indicator),
          partsOf(indicator),
          indicator.hand?.words ?? '',
          lackingOf(indicator),
          filesOf(indicator.number).join('; '),
        ]),
      ),
    },
    {
      title: t('facts.title'),
      sheet: t('facts'),
      headings: [t('facts.what'), t('facts.value')],
      rows: Object.entries(facts).map(([key, figure]) => [
        t(key as keyof typeof facts),
        rounded(figures[figure] ?? null),
      ]),
    },
    {
      title: t('aspects.title'),
      sheet: t('aspects'),
      notes,
      headings: [t('aspect'), t('weight'), t('index'), t('empty')],
      rows: [
        ...evaluation.aspects.map(({ name, weight, index, empty }) => [name, weight, index, empty]),
        [t('total'), 100, evaluation.total.index, evaluation.total.empty],
      ],
    },
  ];
}

/** Where an indicator's points come from: a text of the bundle. */
export function originOf({ hand, points, parts }: EvaluatedIndicator) {
  if (points === null) return 'origin.none';
  const isByHand = hand !== null && (hand.points !== null || parts.some(({ by }) => by === 'hand'));
  return isByHand ? 'origin.hand' : 'origin.data';
}

/** The sentence of the step that an indicator's points are of. */
export function reasonOf({ points, steps }: EvaluatedIndicator): string {
  return steps.find((step) => step.points === points)?.text ?? '';
}

/** The sentences of evidence in a row. */
export function evidenceOf({ evidence }: EvaluatedIndicator): string {
  return evidence
    .map(({ sentence }) => sentence)
    .join(' ')
    .trim();
}

/** The parts that are there, by their names for people. */
export function partsOf({ parts }: EvaluatedIndicator): string {
  return parts.flatMap(({ text, by }) => (by === null ? [] : text)).join('; ');
}

function lackingOf({ evidence }: EvaluatedIndicator): string {
  return evidence.flatMap(({ lacking }) => lacking.map(({ sentence }) => sentence)).join(' ');
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100) / 100;
}

/** An aspect's or the total's value: `2,31` in Indonesian. */
export function asIndex(index: number, language: Language): string {
  return index.toLocaleString(languageTable[language].locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
}
