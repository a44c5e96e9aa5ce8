import { type Language, languageTable } from '../../../electron/contract/languages';

/** `91,48` in Indonesian, `91.48` in English; a dash where there is none. */
export function decimals(value: number | null, language: Language, places = 2): string {
  if (value === null) return '–';
  return value.toLocaleString(languageTable[language].locale, {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
}

/** Whole numbers with their thousands apart: `1.250`. */
export function whole(value: number, language: Language): string {
  return value.toLocaleString(languageTable[language].locale);
}
