import { DateTime } from 'luxon';
import type { Hall } from '../../store/hall';
import type { ViewContext } from '../view-context';
import type { WorkbookHeading } from './report-file';
import type { ReportLanguage } from './report-words';
import type { WithinReach } from './summary-view';

const words: Readonly<
  Record<ReportLanguage, { readonly of: string; readonly period: string; readonly made: string }>
> = {
  id: { of: 'Instansi', period: 'Kurun waktu', made: 'Dibuat' },
  en: { of: 'Institution', period: 'Period', made: 'Made' },
};

/** What stands above the tables of a workbook for people: the hall, whose counters if not all, the days that it is about, and when it was made. */
export function workbookHeading(
  { hall, now }: ViewContext,
  { from, to, reach }: { readonly from: string; readonly to: string } & WithinReach,
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
      ...(reach === null ? [] : [`${said.of}: ${namesOf(hall, reach).join(', ')}`]),
      `${said.period}: ${from === to ? day(from) : `${day(from)} – ${day(to)}`}`,
      `${said.made}: ${made}`,
    ],
  };
}

/** The institutions of some counters. */
function namesOf({ institutionOf }: Hall, counterIds: readonly number[]): string[] {
  return [...new Set(counterIds.flatMap((id) => institutionOf.get(id) ?? []))];
}
