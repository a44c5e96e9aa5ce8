import { DateTime } from 'luxon';
import type { Language } from '../../contract/languages';
import type { Hall } from '../../store/hall';
import { dateInWords } from '../../texts/dates';
import type { ViewContext } from '../view-context';
import type { WorkbookHeading } from './report-file';
import { reportTexts } from './report-words';
import type { WithinReach } from './summary-view';

/** What stands above the tables of a workbook for people: the hall, whose counters if not all, the days that it is about, and when it was made. */
export function workbookHeading(
  { hall, now }: ViewContext,
  { from, to, reach }: { readonly from: string; readonly to: string } & WithinReach,
  language: Language,
): WorkbookHeading {
  const { siteName, city, timezone } = hall.settings;
  const t = reportTexts.in(language);
  const day = (date: string) => dateInWords(date, language, 'year');
  const moment = DateTime.fromMillis(now, { zone: timezone });
  const made = `${day(moment.toFormat('yyyy-MM-dd'))}, ${moment.toFormat('HH.mm')}`;
  return {
    hall: `${siteName}, ${city}`,
    lines: [
      ...(reach === null ? [] : [`${t('heading.of')}: ${namesOf(hall, reach).join(', ')}`]),
      `${t('heading.period')}: ${from === to ? day(from) : `${day(from)} – ${day(to)}`}`,
      `${t('heading.made')}: ${made}`,
    ],
  };
}

/** The institutions of some counters. */
function namesOf({ institutionOf }: Hall, counterIds: readonly number[]): string[] {
  return [...new Set(counterIds.flatMap((id) => institutionOf.get(id) ?? []))];
}
