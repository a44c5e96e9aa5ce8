import { type Language, languageTable } from '../../../electron/contract/languages';
import { catalogue } from '../../../electron/texts/catalogue';
import { dateInWords, weekdayName } from '../../../electron/texts/dates';
import type durationsIndonesian from '../../../electron/texts/id/office/durations.json';

const durations = catalogue<typeof durationsIndonesian>(
  import.meta.glob('../../../electron/texts/*/office/durations.json', { eager: true, import: 'default' }),
);

/** `7 mnt 05 dtk`, `1 jam 07 mnt`; a dash where nothing was measured. */
export function durationInWords(seconds: number | null, language: Language): string {
  if (seconds === null) return '–';
  const t = durations.in(language);
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes >= 60
    ? t('hours', {
        hours: Math.floor(minutes / 60),
        minutes: two(minutes % 60),
        seconds: two(seconds % 60),
      })
    : t('minutes', { minutes, seconds: two(seconds % 60) });
}

/** Whole minutes for charts and large figures: `± 7`. */
export function wholeMinutes(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 60);
}

/** `1.234` in Indonesian, `1,234` in English. */
export function countInWords(count: number, language: Language): string {
  return new Intl.NumberFormat(languageTable[language].locale).format(count);
}

/** `87 %`, never rounded up to all; a dash of nothing. */
export function shareInWords(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((part / whole) * 100)} %`;
}

/** What a row of the summary without a name is about. */
export function keyInWords(key: string, language: Language): string {
  if (/^\d{4}-/.test(key)) return dateInWords(key, language, 'year');
  if (/^\d\d$/.test(key)) return hourInWords(key);
  if (/^[1-7]$/.test(key)) return weekdayName(Number(key), language);
  return key;
}

/** `09` → `09.00–10.00`. */
export function hourInWords(hour: string): string {
  return `${hour}.00–${String(Number(hour) + 1).padStart(2, '0')}.00`;
}
