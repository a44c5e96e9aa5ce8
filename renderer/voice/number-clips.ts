import type { Language } from '../../electron/contract/common';

/** The clip of a letter or digit by itself: `letter-a`, `number-7`. */
export function clipOfCharacter(character: string): string {
  return /[0-9]/.test(character) ? `number-${character}` : `letter-${character.toLowerCase()}`;
}

/**
 * The clips of a number as a value, up to 999; beyond that, with leading zeros, and in languages whose numbers nobody has written
 * here (in Javanese sources disagree above ten), digit by digit.
 */
export function valueClips(language: Language, digits: string): string[] {
  const value = Number(digits);
  const inWords = numbersInWords[language];
  return inWords && value <= 999 && String(value) === digits
    ? inWords(value)
    : Array.from(digits, clipOfCharacter);
}

const numbersInWords: Partial<Record<Language, (value: number) => string[]>> = {
  id: indonesianValue,
  en: englishValue,
};

function indonesianValue(value: number): string[] {
  const units = value % 10;
  const below = value % 100;
  if (value >= 200)
    return [`number-${Math.floor(value / 100)}`, 'hundreds', ...restOf(below, indonesianValue)];
  if (value >= 100) return ['number-100', ...restOf(below, indonesianValue)];
  if (value >= 20) return [`number-${Math.floor(value / 10)}`, 'tens', ...restOf(units, indonesianValue)];
  if (value >= 12) return [`number-${units}`, 'teen'];
  return [`number-${value}`];
}

function englishValue(value: number): string[] {
  const below = value % 100;
  if (value >= 100) {
    const hundreds = [`number-${Math.floor(value / 100)}`, 'hundred'];
    return below === 0 ? hundreds : [...hundreds, 'and', ...englishValue(below)];
  }
  if (value >= 20) return [`number-${Math.floor(value / 10) * 10}`, ...restOf(value % 10, englishValue)];
  return [`number-${value}`];
}

/** "dua puluh" has no "nol" after it. */
function restOf(rest: number, words: (value: number) => string[]): string[] {
  return rest === 0 ? [] : words(rest);
}
