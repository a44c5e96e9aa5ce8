import { z } from 'zod';
import { refusedAs } from '../texts/field-fault';
import { inLanguages, oneLine } from './common';

/**
 * What a ticket printer has as letters, or has a letter like it: Latin letters with their marks, ASCII, Latin-1's signs,
 * the typographic ones, currencies. In ranges, since the scripts of Unicode grow with each edition, and a printer's letters
 * don't. A stroke through a sign (U+0338) turns what it says round, so it is none of the marks.
 */
const carried =
  /^([\t\n\r\x20-\x7E\u00A0-\u02FF\u1E00-\u1EFF\p{Zs}\u200B-\u200D\u2010-\u205E\u2060\uFEFF\u20A0-\u20C0−≤≥←→]|[\u0300-\u0333]|[\u0339-\u036F]|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]|[\u20D0-\u20F0]|[\uFE00-\uFE0F]|[\uFE20-\uFE2F])+$/u;

/** The signs of a text that no letters of a ticket printer stand for (other scripts, emoji), each once; marks are of letters. */
export function signsNotOnPaper(text: string): string[] {
  const missing = [...new Set(text)].filter(
    (sign) => !carried.test(sign) && !carried.test(sign.normalize('NFKD')),
  );
  const letters = missing.filter((sign) => !/\p{M}/u.test(sign));
  return letters.length > 0 ? letters : missing;
}

/** A text of one line that goes to paper: signs that a ticket can't show are refused by name. */
export function paperLine() {
  return oneLine().superRefine((text, refinement) => {
    if (signsNotOnPaper(text).length > 0) refinement.addIssue({ code: 'custom', ...paperFault(text) });
  });
}

/** Why a text can't go to paper. */
export function paperFault(text: string) {
  const sign = signsNotOnPaper(text).slice(0, 5).join(' ');
  return refusedAs('sign_not_on_paper', { sign });
}

/** A text in several languages that goes to paper in those of the tickets. */
export const paperTexts = inLanguages(
  paperLine().min(1).max(400),
  paperLine().max(400).default(''),
  oneLine().max(400).default(''),
);

/** A list of texts in several languages that goes to paper, line by line the same. */
export const paperLists = inLanguages(
  listOf(paperLine()),
  listOf(paperLine()).default([]),
  listOf(oneLine()).default([]),
);

function listOf(line: z.ZodString) {
  return z.array(line.min(1).max(200)).max(20);
}
