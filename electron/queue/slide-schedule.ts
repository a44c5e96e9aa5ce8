import { formatEpochDay, localEpochDay, localMinutes, weekdayOf } from './local-day';

/** When a slide is shown: on these weekdays, within these hours, from one day to another; null: no such bound. */
export interface SlideSchedule {
  readonly shown: boolean;
  /** Monday 1 … Sunday 7. */
  readonly weekdays: readonly number[];
  /** `08:00`; `to` is the first minute in which it isn't shown any more. */
  readonly fromTime: string | null;
  readonly toTime: string | null;
  /** `2026-11-24`, both days included. */
  readonly fromDate: string | null;
  readonly toDate: string | null;
}

/** Whether a slide is to be shown at a moment (milliseconds since 1970 UTC), by the hall's own calendar and clock. */
export function isSlideDue(schedule: SlideSchedule, moment: number, timezone: string): boolean {
  const day = localEpochDay(moment, timezone);
  const date = formatEpochDay(day);
  const minutes = localMinutes(moment, timezone);
  const { fromTime, toTime, fromDate, toDate } = schedule;
  return (
    schedule.shown &&
    schedule.weekdays.includes(weekdayOf(day)) &&
    (fromDate === null || fromDate <= date) &&
    (toDate === null || date <= toDate) &&
    (fromTime === null || minutesOf(fromTime) <= minutes) &&
    (toTime === null || minutes < minutesOf(toTime))
  );
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
