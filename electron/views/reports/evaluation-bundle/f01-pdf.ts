import type { Evaluation } from '../../../contract/evaluation/evaluation';
import type { Language } from '../../../contract/languages';
import { bundleTexts } from './bundle-words';
import { asIndex, evidenceOf, originOf, partsOf, reasonOf } from './f01';
import { PlainPdf } from './plain-pdf';

/** F-01 on paper: a heading, the aspects with the total, then each indicator with its points, evidence and files. */
export function f01Pdf(
  evaluation: Evaluation,
  heading: readonly string[],
  filesOf: (number: number) => readonly string[],
  language: Language,
): Uint8Array {
  const pdf = new PlainPdf();
  const t = bundleTexts.in(language);
  const { instrument, year, total, aspects } = evaluation;
  const standing = (index: number, empty: number) => `${asIndex(index, language)}; ${t('empty')}: ${empty}`;
  pdf.write(t('f01.title', { name: instrument.name, year }), { size: 15, bold: true });
  for (const line of heading) pdf.write(line);
  pdf.write(t('unofficial', { source: instrument.source }), { bold: true });
  pdf.gap(8);
  pdf.write(t('aspects.title'), { size: 12, bold: true });
  for (const { name, weight, index, empty } of aspects) {
    pdf.write(`${name} (${weight}%): ${standing(index, empty)}`);
  }
  pdf.write(`${t('total')}: ${standing(total.index, total.empty)}`, { bold: true });
  for (const aspect of aspects) {
    pdf.gap(12);
    pdf.write(aspect.name, { size: 12, bold: true });
    for (const indicator of aspect.indicators) {
      pdf.gap(6);
      pdf.write(`${indicator.number}. ${indicator.text} (${indicator.weight}%)`, { bold: true });
      const points = `${t('points')}: ${indicator.points ?? '–'} (${t(originOf(indicator))})`;
      const said = [
        [points, reasonOf(indicator)].filter(Boolean).join('. '),
        ...[
          [t('evidence'), evidenceOf(indicator)],
          [t('there'), partsOf(indicator)],
          [t('words'), indicator.hand?.words ?? ''],
          [t('files'), filesOf(indicator.number).join('; ')],
        ].flatMap(([name, text]) => (text ? `${name}: ${text}` : [])),
      ];
      for (const line of said) pdf.write(line, { indent: 17 });
    }
  }
  return pdf.bytes();
}
