import type { FakePrinter } from '../../native/printer/testing/fake-printer';

/** The numbers on the papers that came out, SALINAN behind a copy's, half behind one that broke off. */
export function numbersOn(fake: FakePrinter): string[] {
  return fake.papers.map(({ lines, cut }) => {
    const number = lines.map((line) => /^([A-Z0-9]+-\d+) {2}\d\d\//.exec(line)?.[1]).find(Boolean) ?? '?';
    const copy = lines.some((line) => line.startsWith('SALINAN')) ? ' SALINAN' : '';
    return `${number}${copy}${cut ? '' : ' half'}`;
  });
}
