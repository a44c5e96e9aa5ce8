import { DateTime } from 'luxon';
import type { ViewContext } from '../view-context';
import type { WorkbookHeading } from './report-file';
import type { ReportLanguage } from './report-words';

const words: Readonly<Record<ReportLanguage, { readonly period: string; readonly made: string }>> = {
  id: { period: 'Kurun waktu', made: 'Dibuat' },
  en: { period: 'Period', made: 'Made' },
};

/** What stands above the tables of a workbook for people: the hall, the days that it is about, and when it was made. */
export function workbookHeading(
  { hall, now }: ViewContext,
  { from, to }: { readonly from: string; readonly to: string },
  language: ReportLanguage,
): WorkbookHeading {
  const { siteName, city, timezone } = hall.settings;
  const said = words[language];
  const locale = language === 'id' ? 'id' : 'en-GB';
  const day = (date: string) => DateTime.fromISO(date, { zone: 'utc', locale }).toFormat('d MMMM yyyy');
  const made = DateTime.fromMillis(now, { zone: timezone, locale }).toFormat('d MMMM yyyy, HH.mm');
  return {
    hall: `${siteName}, ${city}`,
    lines: [
      `${said.period}: ${from === to ? day(from) : `${day(from)} – ${day(to)}`}`,
      `${said.made}: ${made}`,
    ],
  };
}
