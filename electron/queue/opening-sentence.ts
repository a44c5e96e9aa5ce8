import { weekdayName } from '../texts/weekdays';
import { formatEpochDay, localEpochDay, localMinutes, weekdayOf } from './local-day';
import type { Opening } from './opening';

type Sentence = { readonly id: string; readonly en: string; readonly jv: string };

// The krama sentences here are composed: a native speaker should check them.
const months = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  jv: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
};

/**
 * How a service or counter is, where it isn't as visitors expect, as its tile says it (`Buka Rabu 08.00`); null while
 * somebody serves. In practice mode nobody is missed.
 */
export function openingSentence(
  opening: Pick<Opening, 'state' | 'opensAt' | 'until'>,
  now: number,
  { timezone, practice }: { readonly timezone: string; readonly practice: boolean },
): Sentence | null {
  switch (opening.state) {
    case 'serving':
      return null;
    case 'promised':
      return practice
        ? null
        : { id: 'Petugas belum datang', en: 'No officer here yet', jv: 'Petugas dereng rawuh' };
    case 'away':
      return { id: 'Petugas tidak di loket', en: 'Officer has left', jv: 'Petugas saweg kesah' };
    case 'absent':
      return { id: 'Petugas tidak ada', en: 'No officer here', jv: 'Petugas mboten wonten' };
    case 'stopped':
      if (opening.until !== null) {
        const when = dayAndTime(opening.until, now, timezone);
        return {
          id: `Berhenti sampai ±${when.id}`,
          en: `Stopped until ±${when.en}`,
          jv: `Kendel dumugi ±${when.jv}`,
        };
      }
      return { id: 'Berhenti sebentar', en: 'Paused for a moment', jv: 'Kendel sekedhap' };
    case 'quota_full':
      return { id: 'Nomor hari ini habis', en: 'No numbers left today', jv: 'Nomer dinten menika telas' };
    case 'day_full':
      return {
        id: 'Antrean hari ini penuh',
        en: 'Full for today',
        jv: 'Antrean dinten menika kebak',
      };
    case 'break': {
      if (opening.until !== null) {
        const time = timeOfDay(opening.until, timezone);
        return { id: `Istirahat sampai ${time}`, en: `On a break until ${time}`, jv: `Ngaso dumugi ${time}` };
      }
      if (opening.opensAt === null) {
        return { id: 'Istirahat sebentar', en: 'On a short break', jv: 'Ngaso sekedhap' };
      }
      const when = dayAndTime(opening.opensAt, now, timezone);
      return {
        id: `Istirahat, buka ${when.id}`,
        en: `On break, back ${when.en}`,
        jv: `Ngaso, bikak ${when.jv}`,
      };
    }
    case 'closed': {
      if (opening.opensAt === null) return { id: 'Tutup', en: 'Closed', jv: 'Tutup' };
      const when = dayAndTime(opening.opensAt, now, timezone);
      return { id: `Buka ${when.id}`, en: `Opens ${when.en}`, jv: `Bikak ${when.jv}` };
    }
  }
}

/** Wall-clock time with a point, `09.12`. */
export function timeOfDay(moment: number, timezone: string): string {
  const minutes = localMinutes(moment, timezone);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
}

/** `13.00` today, `Rabu 08.00` within six days, `Sabtu 5 Des 08.00` beyond. */
export function dayAndTime(moment: number, now: number, timezone: string): Sentence {
  const time = timeOfDay(moment, timezone);
  const epochDay = localEpochDay(moment, timezone);
  const away = epochDay - localEpochDay(now, timezone);
  if (away === 0) return { id: time, en: time, jv: time };
  if (away < 7) {
    const on = (language: 'id' | 'en' | 'jv') => `${shortWeekday(epochDay, language)} ${time}`;
    return { id: on('id'), en: on('en'), jv: on('jv') };
  }
  const date = weekdayAndDate(epochDay);
  return { id: `${date.id} ${time}`, en: `${date.en} ${time}`, jv: `${date.jv} ${time}` };
}

/** `Rabu 9 Des`: for days on which the weekday alone would be taken for this week's. */
export function weekdayAndDate(epochDay: number): Sentence {
  const [, month, dayOfMonth] = formatEpochDay(epochDay).split('-').map(Number);
  const date = (language: 'id' | 'en' | 'jv') =>
    `${shortWeekday(epochDay, language)} ${dayOfMonth} ${months[language][(month ?? 1) - 1]}`;
  return { id: date('id'), en: date('en'), jv: date('jv') };
}

function shortWeekday(epochDay: number, language: 'id' | 'en' | 'jv'): string {
  const name = weekdayName(weekdayOf(epochDay), language);
  return language === 'en' ? name.slice(0, 3) : name;
}
