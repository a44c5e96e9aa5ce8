import type { Language } from '../contract/languages';
import { catalogue } from './catalogue';
import type indonesian from './id/waits.json';

const texts = catalogue<typeof indonesian>(
  import.meta.glob('./*/waits.json', { eager: true, import: 'default' }),
);

/** Whole minutes. */
interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * A wait as people say it: no wait worth a number (`soon`), about so long, up to so long, or between two ends. What is
 * heard in it lies `from` … `to`, in minutes; `about` is the middle of both.
 */
export interface SaidWait {
  readonly shape: 'soon' | 'about' | 'up_to' | 'between';
  readonly unit: 'minutes' | 'hours';
  readonly from: number;
  readonly to: number;
}

/** From here on people tell a wait in hours. */
const hoursFrom = 90;

/**
 * Rounds an estimate as people say it. In minutes both ends go outwards to fives; from an hour and a half on to the
 * nearest half hour, beyond three hours to the nearest hour, halves outwards. So nothing sounds narrower than the
 * estimate rounded, and longer waits never sound shorter.
 */
export function saidWait({ low, high }: Range): SaidWait {
  if (high < minuteGrid) return { shape: 'soon', unit: 'minutes', from: 0, to: minuteGrid };
  const unit = up(high, minuteGrid) < hoursFrom ? 'minutes' : 'hours';
  const from = unit === 'minutes' ? down(low, minuteGrid) : nearest(low, hourGrid(low), 'down');
  const to = unit === 'minutes' ? up(high, minuteGrid) : nearest(high, hourGrid(high), 'up');
  if (from === to) {
    const around = (unit === 'minutes' ? minuteGrid : hourGrid(to)) / 2;
    return { shape: 'about', unit, from: from - around, to: to + around };
  }
  return { shape: from === 0 ? 'up_to' : 'between', unit, from, to };
}

/** Nobody tells minutes finer than by fives. */
const minuteGrid = 5;

function hourGrid(minutes: number): number {
  return minutes <= 180 ? 30 : 60;
}

function down(minutes: number, grid: number): number {
  return Math.floor(minutes / grid) * grid;
}

function up(minutes: number, grid: number): number {
  return Math.ceil(minutes / grid) * grid;
}

function nearest(minutes: number, grid: number, halves: 'up' | 'down'): number {
  const steps = minutes / grid;
  return (halves === 'up' ? Math.floor(steps + 0.5) : Math.max(0, Math.ceil(steps - 0.5))) * grid;
}

/** How long it takes, without "about": `40 menit`, `sampai 10 menit`, `1½–3 jam`. For large figures. */
export function waitAmount(estimate: Range, language: Language): string {
  const t = texts.in(language);
  const said = saidWait(estimate);
  const figure = (minutes: number) => (said.unit === 'minutes' ? String(minutes) : hours(minutes));
  const hours = (minutes: number) =>
    minutes % 60 === 0 ? String(minutes / 60) : t('half', { hours: Math.floor(minutes / 60) || '' });
  const named = (minutes: number, amount = figure(minutes)) =>
    t(said.unit === 'minutes' ? 'minutes' : minutes === 60 ? 'hour' : 'hours', { amount });
  switch (said.shape) {
    case 'soon':
      return t('soon');
    case 'about':
      return named((said.from + said.to) / 2);
    case 'up_to':
      return t('upTo', { amount: named(said.to) });
    case 'between':
      return named(said.to, t('between', { from: figure(said.from), to: figure(said.to) }));
  }
}

/** How long it takes, in words: `sekitar 40 menit`, `kira-kira 3–4 jam`. */
export function waitWords(estimate: Range, language: Language): string {
  const { shape, unit } = saidWait(estimate);
  const amount = waitAmount(estimate, language);
  if (shape === 'soon' || shape === 'up_to') return amount;
  return texts.in(language)(unit === 'minutes' ? 'aboutMinutes' : 'aboutHours', { amount });
}

/** About when the call comes, by the hall's clock: `dipanggil sekitar pukul 14.00`, of `2026-11-24T14:00:00+07:00`. */
export function aroundWords(calledAround: string, language: Language): string {
  return texts.in(language)('around', { time: calledAround.slice(11, 16).replace(':', '.') });
}

/** The whole of it: `kira-kira 3–4 jam, dipanggil sekitar pukul 14.00`; without a time where none can be told. */
export function waitSentence(
  { estimate, calledAround }: { readonly estimate: Range; readonly calledAround: string | null },
  language: Language,
): string {
  const wait = waitWords(estimate, language);
  return calledAround === null ? wait : `${wait}, ${aroundWords(calledAround, language)}`;
}
