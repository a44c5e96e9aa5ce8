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

/** Why a service or counter isn't open, as its tile says it (`Buka Rabu 08.00`); null while it is open. */
export function openingSentence(opening: Opening, now: number, timezone: string): Sentence | null {
  switch (opening.status) {
    case 'open':
      return null;
    case 'paused':
      return { id: 'Berhenti sebentar', en: 'Paused for a moment', jv: 'Kendel sekedhap' };
    case 'quota_full':
      return { id: 'Nomor hari ini habis', en: 'No numbers left today', jv: 'Nomer dinten menika telas' };
    case 'break': {
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

/** `13.00` today, `Rabu 08.00` within six days, `5 Des 08.00` beyond (the weekday would be taken for this week's). */
function dayAndTime(moment: number, now: number, timezone: string): Sentence {
  const time = timeOfDay(moment, timezone);
  const epochDay = localEpochDay(moment, timezone);
  const away = epochDay - localEpochDay(now, timezone);
  if (away === 0) return { id: time, en: time, jv: time };
  if (away < 7) {
    const on = (language: 'id' | 'en' | 'jv') => weekdayName(weekdayOf(epochDay), language);
    return { id: `${on('id')} ${time}`, en: `${on('en').slice(0, 3)} ${time}`, jv: `${on('jv')} ${time}` };
  }
  const [, month, dayOfMonth] = formatEpochDay(epochDay).split('-').map(Number);
  const date = (names: readonly string[]) => `${dayOfMonth} ${names[(month ?? 1) - 1]} ${time}`;
  return { id: date(months.id), en: date(months.en), jv: date(months.jv) };
}
