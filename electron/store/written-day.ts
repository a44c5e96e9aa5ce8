import { dayAhead } from '../queue/day-ahead';
import { startOfDay } from '../queue/local-day';
import { goesFirst, priorityRatioAt } from '../queue/overrides';
import type { WrittenDay } from '../queue/report/replay-estimates';
import { countersAround } from './desks-serving';
import type { Hall } from './hall';
import { visitSecondsBefore } from './kept-visits';
import { readReplayedDay } from './replayed-day';
import type { Reader } from './store';

/**
 * A counter's day that is over, to be lived through again by the hours, desks and usual minutes that the counter has now,
 * with those of the counters that share a desk with it. Of a counter that was put away since nothing happened.
 */
export function readWrittenDay(
  reader: Reader,
  hall: Hall,
  businessDate: string,
  counterId: number,
): WrittenDay {
  const counters = [...countersAround(hall, [counterId])].flatMap((id) => hall.counter.get(id) ?? []);
  const services = new Map(counters.flatMap((each) => each.services).map((service) => [service.id, service]));
  const desks = [...new Set(counters.flatMap((each) => each.desks))];
  const serviceIds = [...services.keys()];
  const { events, tickets } = readReplayedDay(reader, businessDate, {
    serviceIds,
    deskIds: desks.map(({ id }) => id),
  });
  const began = startOfDay(businessDate, hall.settings.timezone);
  return {
    counter: {
      services,
      othersServices: new Set(serviceIds.filter((id) => services.get(id)?.counterId !== counterId)),
      desks,
      priorityRatio: priorityRatioAt(hall, counterId),
      goesFirst: (serviceId, priority) => goesFirst(services.get(serviceId), priority),
      ahead: (serviceId, now) => {
        const service = services.get(serviceId);
        return service ? dayAhead(hall, service, now) : { breaks: [], closesIn: null };
      },
    },
    events,
    tickets,
    recent: new Map(serviceIds.map((id) => [id, visitSecondsBefore(reader, id, began)])),
  };
}
