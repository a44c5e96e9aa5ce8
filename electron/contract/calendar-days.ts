/** Calendar arithmetic on dates written `2026-11-24`, in UTC so that no clock change moves a day. */

const dayMs = 86_400_000;

/** So many days later, or earlier where it is negative. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);
}

/** The last day of a date's month. */
export function lastOfMonth(date: string): string {
  return addDays(inMonth(monthNumber(date) + 1, 1), -1);
}

/** The same day so many months later, or earlier; the last of a month that lacks it. */
export function addMonths(date: string, months: number): string {
  const first = inMonth(monthNumber(date) + months, 1);
  const last = lastOfMonth(first);
  const day = Number(date.slice(8));
  return day > Number(last.slice(8)) ? last : inMonth(monthNumber(first), day);
}

/** The first day of the month so many months away. */
export function firstOfMonth(date: string, monthsAway = 0): string {
  return inMonth(monthNumber(date) + monthsAway, 1);
}

/** The weeks that show a date's month, Monday first, with the days of its neighbours that fill them up. */
export function weeksOf(date: string): readonly (readonly string[])[] {
  const first = firstOfMonth(date);
  const next = firstOfMonth(date, 1);
  // Sunday is 0.
  const monday = addDays(first, -((new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7));
  const weeks: string[][] = [];
  for (let start = monday; start < next; start = addDays(start, 7)) {
    weeks.push(Array.from({ length: 7 }, (_, day) => addDays(start, day)));
  }
  return weeks;
}

/** Months since the year 0. */
export function monthNumber(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

function inMonth(month: number, day: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${two((month % 12) + 1)}-${two(day)}`;
}
