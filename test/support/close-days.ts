import type { ActionContext } from '../../electron/actions/action';
import { countersToMeasure, measureEstimates } from '../../electron/actions/days/measure-estimates';
import { daysToPurge, purgeDeskEvents, purgeTickets } from '../../electron/actions/days/purge-tickets';
import { daysToSum, sumOverDay } from '../../electron/actions/days/sum-day';
import { notedDates } from '../../electron/store/closing-steps';
import type { TestHall } from './test-hall';

const system = { kind: 'system' } as const;

/** Sums the earliest day that awaits it. Returns its date, or null where none does. */
export function sumNextDay(hall: Pick<TestHall, 'act'>): string | null {
  const [date] = hall.act(system, daysToSum);
  if (date === undefined) return null;
  hall.act(system, (context) => sumOverDay(context, date));
  return date;
}

/** Measures all that was summed. */
export function measureDays(hall: Pick<TestHall, 'act'>): void {
  const measure = (context: ActionContext) => {
    for (const businessDate of notedDates(context.transaction, 'measure')) {
      for (const counterId of countersToMeasure(context, businessDate)) {
        measureEstimates(context, { businessDate, counterId });
      }
    }
  };
  hall.act(system, measure);
}

/** Removes all that is older than the hall's setting says. Returns how many tickets and events of desks. */
export function purgeDays(hall: Pick<TestHall, 'act'>): number {
  let purged = 0;
  const all = (some: () => number) => {
    for (let removed = some(); removed > 0; removed = some()) purged += removed;
  };
  for (const date of hall.act(system, daysToPurge)) {
    all(() => hall.act(system, (context) => purgeTickets(context, date)));
  }
  all(() => hall.act(system, purgeDeskEvents));
  return purged;
}
