import { filled } from './field-fault';
import { faultsInIndonesian } from './field-faults';

/** The Indonesian of a sentence that `fieldFault` made; undefined of any other. */
export function faultInIndonesian(sentence: string): string | undefined {
  const known = (faultsInIndonesian as Readonly<Record<string, string>>)[sentence];
  if (known !== undefined) return known;
  for (const { pattern, indonesian } of templates) {
    const values = pattern.exec(sentence)?.groups;
    if (values) return filled(indonesian, (name) => values[name] ?? '').trim();
  }
  return undefined;
}

/** The longest first: what says more is told by it. */
const templates = Object.entries(faultsInIndonesian)
  .filter(([english]) => english.includes('{'))
  .sort(([one], [other]) => other.length - one.length)
  .map(([english, indonesian]) => ({ pattern: patternOf(english), indonesian }));

/** What fills a place is anything, so that what somebody typed can't hide a sentence's Indonesian. */
function patternOf(english: string): RegExp {
  const parts = english.split(/\{(\w+)\}/);
  const source = parts.map((part, index) =>
    index % 2 === 1 ? `(?<${part}>[^]*)` : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return new RegExp(`^${source.join('').replace(/ (?=\(\?<\w+>\[\^\]\*\)$)/, ' ?')}$`);
}
