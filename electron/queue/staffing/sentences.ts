import type { Language } from '../../contract/languages';
import { catalogue } from '../../texts/catalogue';
import { weekdayName } from '../../texts/dates';
import type indonesian from '../../texts/id/office/staffing.json';
import type { DayAdvice } from './advise';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('../../texts/*/office/staffing.json', { eager: true, import: 'default' }),
);

/**
 * A day's advice in words, what helps most first: "Selasa 09.00–11.00: satu petugas lagi di Dindukcapil memotong tunggu
 * dari sekitar 48 menjadi sekitar 19 menit"; or that desks can be spared, or that all is well. Managers' pages are in Indonesian
 * and English.
 */
export function adviceSentences(
  advice: DayAdvice,
  day: {
    readonly weekday: number;
    readonly counter: string;
    readonly targetMinutes: number;
    readonly share: number;
  },
): Record<Language, string>[] {
  const say = (key: keyof typeof indonesian, values: Readonly<Record<string, string | number>>) =>
    texts.everywhere(key, (each) => ({
      day: weekdayName(day.weekday, each),
      counter: day.counter,
      ...values,
    }));
  const shortages = advice.shortages.map((shortage) =>
    say('shortage', {
      hours: span(shortage),
      before: Math.round(shortage.waitBefore),
      after: Math.round(shortage.waitAfter),
    }),
  );
  if (shortages.length > 0) return shortages;
  const spare = spareHours(advice);
  if (spare.length > 0) return [say('spare', { hours: spare.map(span).join(', ') })];
  const enough = advice.slots.every(({ usualWithin }) => usualWithin >= day.share);
  return [say(enough ? 'enough' : 'at_times', { minutes: day.targetMinutes })];
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
