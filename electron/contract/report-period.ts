import { date } from './common';

/** Five leap years and a day: no question is longer. */
const longestDays = 5 * 366 + 1;

/** The days that a report is of, both included. */
export const period = { from: date, to: date };

interface AskedPeriod {
  readonly from: string;
  readonly to: string;
}

/** Whether a period doesn't end before it begins. */
export const inOrder = (asked: AskedPeriod) => asked.from <= asked.to;

/** Whether a period is no longer than any may be. */
export const notTooLong = (asked: AskedPeriod) =>
  Date.parse(asked.to) - Date.parse(asked.from) < longestDays * 86_400_000;
