import { dayOf, startOf } from './clock-model';

const whole = [[8, 12] as const, [13, 14.75] as const];
const friday = [[8, 10.75] as const];
const imigrasi = [[8, 12] as const, [13, 14] as const];

/** Since when a counter of the small hall has been open at a moment (null: it isn't), and whether it will later that day. */
export function openingAt(
  counter: string,
  now: number,
): { readonly openedAt: number | null; readonly isLater: boolean } {
  const localDay = dayOf(now);
  const weekday = ((((localDay + 3) % 7) + 7) % 7) + 1;
  const at = (now - startOf(localDay)) / 3_600_000;
  const spans =
    counter === 'IM' ? (weekday === 3 ? imigrasi : []) : weekday < 5 ? whole : weekday === 5 ? friday : [];
  const span = spans.find(([from, to]) => from <= at && at < to);
  return {
    openedAt: span ? startOf(localDay) + span[0] * 3_600_000 : null,
    isLater: spans.some(([from]) => from > at),
  };
}
