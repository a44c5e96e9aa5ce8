import { dateInWords, weekdayName } from '../../../electron/texts/dates';
import type { OfficeLanguage } from '../../ui/office/office-texts';

/** `7 mnt 05 dtk`, `1 jam 07 mnt`; a dash where nothing was measured. */
export function durationInWords(seconds: number | null, language: OfficeLanguage): string {
  if (seconds === null) return '–';
  const [hour, minute, second] = language === 'id' ? ['jam', 'mnt', 'dtk'] : ['h', 'min', 's'];
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  return minutes >= 60
    ? `${Math.floor(minutes / 60)} ${hour} ${two(minutes % 60)} ${minute} ${two(seconds % 60)} ${second}`
    : `${minutes} ${minute} ${two(seconds % 60)} ${second}`;
}

/** Whole minutes for charts and large figures: `± 7`. */
export function wholeMinutes(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 60);
}

/** `1.234` in Indonesian, `1,234` in English. */
export function countInWords(count: number, language: OfficeLanguage): string {
  return new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB').format(count);
}

/** `87 %`, never rounded up to all; a dash of nothing. */
export function shareInWords(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.floor((part / whole) * 100)} %`;
}

/** What a row of the summary without a name is about. */
export function keyInWords(key: string, language: OfficeLanguage): string {
  if (/^\d{4}-/.test(key)) return dateInWords(key, language, 'year');
  if (/^\d\d$/.test(key)) return hourInWords(key);
  if (/^[1-7]$/.test(key)) return weekdayName(Number(key), language);
  return key;
}

/** `09` → `09.00–10.00`. */
export function hourInWords(hour: string): string {
  return `${hour}.00–${String(Number(hour) + 1).padStart(2, '0')}.00`;
}
