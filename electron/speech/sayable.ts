import type { Language } from '../contract/languages';

/** Whatever a reader might take for a command, a phoneme or markup, and what nobody says. */
const notSaid = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}<>[\]{}|\\^~`]+/gu;

/**
 * A text as it is given to a synthesiser: one line of words and signs of sentences. Control characters (with which espeak-ng is
 * steered), brackets (its phonemes) and markup become spaces. Empty where nothing is left to be said.
 */
export function sayable(text: string): string {
  const line = text.normalize('NFC').replace(notSaid, ' ').replace(/\s+/g, ' ').trim();
  return /[\p{L}\p{N}]/u.test(line) ? line : '';
}

/**
 * Words that espeak-ng 1.51 reads wrongly by its rules of Indonesian, as its phonemes: `@` is the e of "enam", `E` that of
 * "ember", `e` that of "sate". The same as in the clips (`scripts/make-voice.mjs`).
 */
const indonesianPhonemes: Readonly<Record<string, string>> = {
  loket: "l'oket",
  tertera: "t@Rt@R'a",
  nol: "n'ol",
  empat: "@mp'at",
  enam: "@n'am",
  sebelas: "s@b@l'as",
  belas: "b@l'as",
};

const words = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${Object.keys(indonesianPhonemes).join('|')})(?![\\p{L}\\p{N}])`,
  'giu',
);

/** A sayable text with phonemes in double brackets, as espeak-ng takes them, where it would misread a word. */
export function withPhonemes(language: Language, text: string): string {
  if (language !== 'id') return text;
  return text.replace(words, (word) => `[[${indonesianPhonemes[word.toLowerCase()]}]]`);
}
