import type { Evaluation } from '../../../contract/evaluation/evaluation';
import type { Language } from '../../../contract/languages';
import type { ReportTable } from '../report-file';
import { bundleTexts } from './bundle-words';

/** F-03 as a table: each question with how often it was answered, its mean, and how many gave how many points. */
export function f03Table({ visitors, instrument, year }: Evaluation, language: Language): ReportTable {
  const t = bundleTexts.in(language);
  const { forms, lowest, highest, questions, mean } = visitors;
  const sum = (of: (question: (typeof questions)[number]) => number) =>
    questions.reduce((total, question) => total + of(question), 0);
  return {
    title: t('f03.title', { name: instrument.name, year }),
    sheet: t('f03'),
    notes: [
      t('f03.forms', { count: forms, lowest, highest }),
      t('unofficial', { source: instrument.source }),
    ],
    headings: [
      ...(['number', 'f03.question', 'f03.answered', 'f03.mean'] as const).map((key) => t(key)),
      ...[0, 1, 2, 3, 4, 5].map((points) => t('f03.points', { points })),
    ],
    rows: [
      ...questions.map(({ number, text, answered, mean: own, counts }) => [
        ...[number, text, answered, own],
        ...counts,
      ]),
      [
        ...[null, t('total'), sum(({ answered }) => answered), mean],
        ...[0, 1, 2, 3, 4, 5].map((points) => sum(({ counts }) => counts[points] ?? 0)),
      ],
    ],
  };
}
