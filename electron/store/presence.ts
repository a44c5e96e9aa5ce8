import type { Presence } from '../contract/report-columns';
import { epochDayOf, formatEpochDay } from '../queue/local-day';
import { hoursUntilClosing, openingInstants } from '../queue/opening-hours';
import type { Interval } from '../queue/report/intervals';
import { presenceOf } from '../queue/report/presence';
import type { Hall } from './hall';
import { readDeskEvents } from './report-rows';
import type { Reader } from './store';

/**
 * How each counter kept its promised hours on a business date, up to a moment; by the hours that hold now. Counters
 * that promised nothing that day are left out.
 */
export function readPresence(
  reader: Reader,
  hall: Hall,
  businessDate: string,
  until: number,
): Map<number, Presence> {
  const events = readDeskEvents(reader, hall, formatEpochDay(epochDayOf(businessDate) - 1), businessDate);
  const rules = hoursUntilClosing(hall);
  const found = new Map<number, Presence>();
  for (const counter of hall.counters) {
    const promised: Interval[] = counter.services.flatMap((service) => [
      ...openingInstants(rules, service, businessDate),
    ]);
    const presence = presenceOf(promised, events.get(counter.id) ?? [], until);
    if (presence.promised > 0) found.set(counter.id, presence);
  }
  return found;
}
