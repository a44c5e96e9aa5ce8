import { addDays, addMonths, lastOfMonth, monthNumber } from './calendar-days';

/** Days, both included: `2026-11-24`. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;

/** The period that a report is compared with: the one just before it, or the same days a year earlier. */
export function periodBefore(days: Days, against: 'previous' | 'lastYear'): Days {
  if (against === 'lastYear') return byMonths(days, -12);
  // Mondays are not as Sundays are.
  return days.from === days.to ? byWeeks(days, -1) : neighbouringPeriod(days, -1);
}

/**
 * The period of the same kind just before (-1) or after (1): the day beside a day, whole months beside whole months; from the first
 * of a month or year on, the same days of the month or year beside it; else as many whole weeks on as it takes, so that the weekdays
 * are the same.
 */
export function neighbouringPeriod(days: Days, step: -1 | 1): Days {
  const { from, to } = days;
  if (from === to) return { from: addDays(from, step), to: addDays(to, step) };
  if (from.endsWith('-01')) {
    const months = monthNumber(to) - monthNumber(from) + 1;
    if (to === lastOfMonth(to)) return byMonths(days, step * months);
    if (months === 1) return byMonths(days, step);
    if (from.endsWith('-01-01') && months <= 12) return byMonths(days, step * 12);
  }
  const length = (Date.parse(to) - Date.parse(from)) / dayMs + 1;
  return byWeeks(days, step * Math.ceil(length / 7));
}

function byWeeks({ from, to }: Days, weeks: number): Days {
  return { from: addDays(from, weeks * 7), to: addDays(to, weeks * 7) };
}

/** Whole months become whole months, however long these are. */
function byMonths({ from, to }: Days, months: number): Days {
  const isWhole = from.endsWith('-01') && to === lastOfMonth(to);
  const moved = addMonths(to, months);
  return { from: addMonths(from, months), to: isWhole ? lastOfMonth(moved) : moved };
}
