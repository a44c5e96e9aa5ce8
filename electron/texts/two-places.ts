import { type Language, languageTable } from '../contract/languages';

/** An index as it is written: `90,20`, in English `90.20`; a dash where there is none. */
export function twoPlaces(value: number | null, language: Language): string {
  if (value === null) return '–';
  return value.toLocaleString(languageTable[language].locale, {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
}
