import type { ComplaintKind } from '../contract/survey';
import { epochDayOf, formatEpochDay, weekdayOf } from '../queue/local-day';

/**
 * Working days within which a complaint is answered, by its kind: 5, 14 and 60, as units of the national system
 * SP4N-LAPOR! publish them. A suggestion needs no answer.
 */
const workingDays: Readonly<Record<ComplaintKind, number | null>> = {
  suggestion: null,
  normative: 5,
  non_supervisory: 14,
  supervisory: 60,
};

/** Days on which the whole hall is closed, as on public holidays: both included, as `2026-12-25`; in any order. */
export type Holidays = readonly { readonly from: string; readonly to: string }[];

/** A hall that is closed for longer than this answers its complaints all the same. */
const latestDays = 366;

/**
 * The last day to answer what was received on a day, or null where nobody waits for an answer. Not later than a year
 * after it, however many holidays there are.
 */
export function complaintDeadline(
  receivedOn: string,
  kind: ComplaintKind,
  holidays: Holidays,
): string | null {
  const wanted = workingDays[kind];
  if (wanted === null) return null;
  const received = epochDayOf(receivedOn);
  const spans = merged(holidays);
  let before = received;
  let day = received + latestDays;
  // Working days never become fewer with time, so that halving finds the first day on which there are enough.
  while (day - before > 1) {
    const middle = Math.floor((before + day) / 2);
    if (workingDaysIn(received + 1, middle, spans) >= wanted) day = middle;
    else before = middle;
  }
  return formatEpochDay(day);
}

/** Working days from one day to another: 0 on the same day, negative where the other has passed. */
export function workingDaysUntil(today: string, date: string, holidays: Holidays): number {
  const [from, to] = date >= today ? [today, date] : [date, today];
  const days = workingDaysIn(epochDayOf(from) + 1, epochDayOf(to), merged(holidays));
  // Passed over a weekend: no working day since, but passed.
  return date < today ? -Math.max(1, days) : days;
}

interface Span {
  /** Days since 1970-01-01, both included. */
  readonly from: number;
  readonly to: number;
}

/** Holidays that don't overlap, so that none is counted twice. */
function merged(holidays: Holidays): readonly Span[] {
  const spans: { from: number; to: number }[] = [];
  const sorted = holidays
    .map(({ from, to }) => ({ from: epochDayOf(from), to: epochDayOf(to) }))
    .sort((a, b) => a.from - b.from);
  for (const span of sorted) {
    const last = spans.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else spans.push(span);
  }
  return spans;
}

function workingDaysIn(from: number, to: number, holidays: readonly Span[]): number {
  return holidays.reduce(
    (days, holiday) => days - weekdaysIn(Math.max(from, holiday.from), Math.min(to, holiday.to)),
    weekdaysIn(from, to),
  );
}

/** Days from Monday to Friday, both ends included, whatever lies between: offices work on these. */
function weekdaysIn(from: number, to: number): number {
  if (to < from) return 0;
  const weeks = Math.floor((to - from + 1) / 7);
  const rest = (to - from + 1) % 7;
  const first = weekdayOf(from);
  return (
    weeks * 5 + Array.from({ length: rest }, (_, at) => (first + at - 1) % 7).filter((at) => at < 5).length
  );
}
