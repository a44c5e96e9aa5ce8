/** Calendar arithmetic on dates written `2026-11-24`, in UTC so that no clock change moves a day. */

const day = 24 * 60 * 60_000;
const epochDay = (date: string) => Date.parse(`${date}T00:00:00Z`) / day;
const written = (days: number) => new Date(days * day).toISOString().slice(0, 10);

export function addDays(date: string, count: number): string {
  return written(epochDay(date) + count);
}

/** The first of the month so many months away. */
export function firstOfMonth(date: string, monthsAway = 0): string {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + monthsAway, 1))
    .toISOString()
    .slice(0, 10);
}

/** The weeks that show a month, Monday first, with the days of its neighbours that fill them up. */
export function weeksOf(date: string): readonly (readonly string[])[] {
  const first = epochDay(firstOfMonth(date));
  const next = epochDay(firstOfMonth(date, 1));
  // 1970-01-01 was a Thursday, the fourth day of its week.
  const monday = first - ((first + 3) % 7);
  return Array.from({ length: Math.ceil((next - monday) / 7) }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => written(monday + week * 7 + weekday)),
  );
}
