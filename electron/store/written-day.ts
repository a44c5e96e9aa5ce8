import { dayAhead } from '../queue/day-ahead';
import { startOfDay } from '../queue/local-day';
import { goesFirst, priorityRatioAt } from '../queue/own-rules';
import type { WrittenDay } from '../queue/report/replay-estimates';
import type { Hall } from './hall';
import { visitSecondsBefore } from './kept-visits';
import { readReplayedDay } from './replayed-day';
import type { Reader } from './store';

/**
 * A counter's day that is over, to be lived through again by the hours, desks and usual minutes that the counter has now.
 * Of a counter that was put away since nothing happened.
 */
export function readWrittenDay(
  reader: Reader,
  hall: Hall,
  businessDate: string,
  counterId: number,
): WrittenDay {
  const counter = hall.counter.get(counterId);
  const serviceIds = counter?.services.map(({ id }) => id) ?? [];
  const { events, tickets } = readReplayedDay(reader, businessDate, { id: counterId, serviceIds });
  const began = startOfDay(businessDate, hall.settings.timezone);
  const services = new Map(counter?.services.map((service) => [service.id, service]));
  return {
    counter: {
      services,
      desks: counter?.desks ?? [],
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
