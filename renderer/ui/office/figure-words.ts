import { type Language, languageTable } from '../../../electron/contract/languages';
import { catalogue } from '../../../electron/texts/catalogue';
import { dateInWords, weekdayName } from '../../../electron/texts/dates';
import type durationsIndonesian from '../../../electron/texts/id/office/durations.json';

const durations = catalogue<typeof durationsIndonesian>(
  import.meta.glob('../../../electron/texts/*/office/durations.json', { eager: true, import: 'default' }),
);

/** From so many hours on their minutes say nothing. */
const longHours = 10;

/** As people say it: `7 menit`, `1 jam 7 menit`, `176 jam`; a dash where nothing was measured. Rounded to the minute. */
export function durationInWords(seconds: number | null, language: Language): string {
  if (seconds === null) return '–';
  const t = durations.in(language);
  const minutes = Math.round(seconds / 60);
  if (minutes === 0 && seconds > 0) return t('underMinute');
  if (minutes < 60) return t('minutes', { minutes });
  const hours = minutes >= longHours * 60 ? Math.round(minutes / 60) : Math.floor(minutes / 60);
  const rest = minutes >= longHours * 60 ? 0 : minutes % 60;
  return rest === 0
    ? t('hours', { hours: countInWords(hours, language) })
    : t('hoursMinutes', { hours, minutes: rest });
}

/** What some waited longer than, never more than it was: `47 menit`, from an hour and a half on `1½ jam`, `2 jam`. */
export function atLeastInWords(seconds: number, language: Language): string {
  const t = durations.in(language);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 90) return t('minutes', { minutes });
  return t('hours', { hours: `${Math.floor(minutes / 60)}${minutes % 60 >= 30 ? '½' : ''}` });
}

/** Whole minutes for charts: `7`. */
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

/** `09` → `09–10`. */
export function hoursInShort(hour: string): string {
  return `${hour}–${String(Number(hour) + 1).padStart(2, '0')}`;
}
