import { weekdayName } from '../../texts/dates';
import type { DayAdvice, Shortage } from './advise';

interface Sentence {
  readonly id: string;
  readonly en: string;
  readonly jv: string;
}

/**
 * A day's advice in words, what helps most first: "Selasa 09.00–11.00: satu petugas lagi di Dindukcapil memotong tunggu
 * dari ± 48 menjadi ± 19 menit"; or that desks can be spared, or that all is well. Managers' pages are in Indonesian
 * and English; `jv` is empty.
 */
export function adviceSentences(
  advice: DayAdvice,
  day: {
    readonly weekday: number;
    readonly counter: string;
    readonly targetMinutes: number;
    readonly share: number;
  },
): Sentence[] {
  const name = { id: weekdayName(day.weekday, 'id'), en: weekdayName(day.weekday, 'en') };
  const shortages = advice.shortages.map((shortage) => shortageSentence(shortage, name, day.counter));
  if (shortages.length > 0) return shortages;
  const spare = spareHours(advice);
  if (spare.length > 0) {
    const hours = spare.map(span).join(', ');
    return [
      {
        id: `${name.id}: ${day.counter} cukup dengan satu petugas lebih sedikit pada ${hours}`,
        en: `${name.en}: ${day.counter} can do with one officer fewer at ${hours}`,
        jv: '',
      },
    ];
  }
  const enough = advice.slots.every(({ usualWithin }) => usualWithin >= day.share);
  return [
    enough
      ? {
          id: `${name.id}: petugas di ${day.counter} cukup; tunggu di bawah ${day.targetMinutes} menit bagi 9 dari 10 pengunjung`,
          en: `${name.en}: ${day.counter} has enough officers; 9 of 10 visitors wait less than ${day.targetMinutes} minutes`,
          jv: '',
        }
      : {
          id: `${name.id}: tunggu di ${day.counter} sesekali di atas ${day.targetMinutes} menit; satu petugas lagi hampir tidak mengubahnya`,
          en: `${name.en}: waits at ${day.counter} are at times above ${day.targetMinutes} minutes; one more officer would hardly change them`,
          jv: '',
        },
  ];
}

function shortageSentence(
  shortage: Shortage,
  name: { readonly id: string; readonly en: string },
  counter: string,
): Sentence {
  const [before, after] = [Math.round(shortage.waitBefore), Math.round(shortage.waitAfter)];
  const hours = span(shortage);
  return {
    id: `${name.id} ${hours}: satu petugas lagi di ${counter} memotong tunggu dari ± ${before} menjadi ± ${after} menit`,
    en: `${name.en} ${hours}: one more officer at ${counter} cuts the wait from about ${before} to about ${after} minutes`,
    jv: '',
  };
}

/** Stretches of an hour or more in which fewer desks than usual keep the target. */
function spareHours(advice: DayAdvice): { readonly from: number; readonly to: number }[] {
  const stretches: { from: number; to: number }[] = [];
  for (const slot of advice.slots) {
    if (slot.neededDesks === null || slot.neededDesks >= slot.usualDesks) continue;
    const last = stretches.at(-1);
    if (last && last.to === slot.from) last.to = slot.to;
    else stretches.push({ from: slot.from, to: slot.to });
  }
  return stretches.filter(({ from, to }) => to - from >= 60);
}

function span({ from, to }: { readonly from: number; readonly to: number }): string {
  return `${clock(from)}–${clock(to)}`;
}

/** 545 → `09.05`. */
function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
}
