/** A running clock: `04.18`, past an hour `1.04.18`. Never below zero: clocks of two machines differ a little. */
export function runningClock(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  const tail = `${two(minutes % 60)}.${two(seconds % 60)}`;
  return minutes >= 60 ? `${Math.floor(minutes / 60)}.${tail}` : tail;
}

/** Whole minutes between two moments, never below zero. */
export function minutesBetween(from: string | number, to: string | number): number {
  return Math.max(0, Math.floor((new Date(to).getTime() - new Date(from).getTime()) / 60_000));
}
