import { dateInWords } from '../texts/dates';
import type { Language } from './common';
import { type PublicPart, publicParts } from './standard-parts';
import type { PublicMaklumat, PublicStandard } from './standards';

/** A part of a standard as it is read in one language. */
export interface WrittenPart {
  readonly part: PublicPart;
  /** What to bring, line by line; of the requirements alone. */
  readonly documents: readonly string[];
  readonly text: string;
}

/**
 * Returns the parts of a standard that have words, in their order. A text, or a document's line, that has no translation is
 * read in Indonesian.
 */
export function writtenParts(standard: PublicStandard, language: Language): WrittenPart[] {
  const { documents } = standard;
  return publicParts
    .map((part) => ({
      part,
      documents:
        part === 'requirements' ? documents.id.map((line, at) => documents[language]?.[at] || line) : [],
      text: standard[part][language] || standard[part].id,
    }))
    .filter(({ documents: lines, text }) => lines.length > 0 || text !== '');
}

/** Returns a part's documents and text, line by line. */
export function linesOfPart({ documents, text }: WrittenPart): string[] {
  return [...documents, text].filter((line) => line !== '');
}

/** Returns where and when the Maklumat was signed, who decided it, and who signed, each a line; without what isn't known. */
export function signatureLines(
  { signedAt, decidedOn, decidedBy, signedBy }: Omit<PublicMaklumat, 'text' | 'isExample'>,
  language: Language,
): string[] {
  const day = decidedOn === null ? '' : dateInWords(decidedOn, language, 'year');
  return [[signedAt, day].filter(Boolean).join(', '), decidedBy, signedBy].filter((line) => line !== '');
}
