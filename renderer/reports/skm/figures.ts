import type { OfficeLanguage } from '../../ui/office/office-texts';

/** `91,48` in Indonesian, `91.48` in English; a dash where there is none. */
export function decimals(value: number | null, language: OfficeLanguage, places = 2): string {
  if (value === null) return '–';
  return value.toLocaleString(language === 'en' ? 'en-GB' : 'id-ID', {
    minimumFractionDigits: places,
    maximumFractionDigits: places,
  });
}

/** Whole numbers with their thousands apart: `1.250`. */
export function whole(value: number, language: OfficeLanguage): string {
  return value.toLocaleString(language === 'en' ? 'en-GB' : 'id-ID');
}
