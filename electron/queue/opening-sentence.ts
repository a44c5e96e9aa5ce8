import { inEachLanguage, type Language } from '../contract/languages';
import { catalogue } from '../texts/catalogue';
import type indonesian from '../texts/id/opening.json';
import { shortDate, shortWeekdayName } from '../texts/short-dates';
import { formatEpochDay, localEpochDay, localMinutes, weekdayOf } from './local-day';
import type { Opening } from './opening';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../texts/*/opening.json', { eager: true, import: 'default' }),
);

/**
 * How a service or counter is, where it isn't as visitors expect, as its tile says it (`Buka Rabu 08.00`); null while
 * somebody serves. In practice mode nobody is missed.
 */
export function openingSentence(
  opening: Pick<Opening, 'state' | 'opensAt' | 'until'>,
  now: number,
  { timezone, practice }: { readonly timezone: string; readonly practice: boolean },
): Record<Language, string> | null {
  const { state, opensAt, until } = opening;
  const at = (moment: number) => {
    const when = dayAndTime(moment, now, timezone);
    return (language: keyof typeof when) => ({ when: when[language] });
  };
  switch (state) {
    case 'serving':
      return null;
    case 'promised':
      return practice ? null : texts.everywhere(state);
    case 'away':
    case 'absent':
    case 'quota_full':
    case 'day_full':
      return texts.everywhere(state);
    case 'stopped':
      return until === null ? texts.everywhere('stopped') : texts.everywhere('stopped_until', at(until));
    case 'break':
      if (until !== null) return texts.everywhere('break_until', { time: timeOfDay(until, timezone) });
      return opensAt === null ? texts.everywhere('break') : texts.everywhere('break_opens', at(opensAt));
    case 'closed':
      return opensAt === null ? texts.everywhere('closed') : texts.everywhere('closed_opens', at(opensAt));
  }
}

/** Wall-clock time with a point, `09.12`. */
export function timeOfDay(moment: number, timezone: string): string {
  const minutes = localMinutes(moment, timezone);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
}

/** `13.00` today, `Rabu 08.00` within six days, `Sabtu 5 Des 08.00` beyond. */
export function dayAndTime(moment: number, now: number, timezone: string): Record<Language, string> {
  const time = timeOfDay(moment, timezone);
  const epochDay = localEpochDay(moment, timezone);
  const away = epochDay - localEpochDay(now, timezone);
  return inEachLanguage((language) => {
    if (away === 0) return time;
    // The weekday alone would be taken for this week's.
    return away < 7
      ? `${shortWeekdayName(weekdayOf(epochDay), language)} ${time}`
      : `${shortDate(formatEpochDay(epochDay), language)} ${time}`;
  });
}
