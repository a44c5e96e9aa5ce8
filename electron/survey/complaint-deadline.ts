import type { ComplaintKind } from '../contract/survey';

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

/** Whether the hall is closed the whole of a day (`2026-12-25`), as on a public holiday. */
export type IsHoliday = (date: string) => boolean;

/** The last day to answer what was received on a day, or null where nobody waits for an answer. */
export function complaintDeadline(
  receivedOn: string,
  kind: ComplaintKind,
  isHoliday: IsHoliday,
): string | null {
  const days = workingDays[kind];
  if (days === null) return null;
  let date = receivedOn;
  for (let left = days; left > 0; ) {
    date = dayAfter(date);
    if (isWorkingDay(date, isHoliday)) left -= 1;
  }
  return date;
}

/** Working days from one day to another: 0 on the same day, negative where the other has passed. */
export function workingDaysUntil(today: string, date: string, isHoliday: IsHoliday): number {
  const [from, to, sign] = date >= today ? [today, date, 1] : [date, today, -1];
  let days = 0;
  for (let day = from; day < to; ) {
    day = dayAfter(day);
    if (isWorkingDay(day, isHoliday)) days += 1;
  }
  // Passed over a weekend: no working day since, but passed.
  return sign < 0 ? -Math.max(1, days) : days;
}

/** Offices work from Monday to Friday, but for holidays. */
function isWorkingDay(date: string, isHoliday: IsHoliday): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(date);
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
