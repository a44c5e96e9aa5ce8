import type { ServiceDay } from '../contract/site';
import { openingDays } from '../queue/opening-hours';
import { Refusal } from '../queue/refusal';
import type { ViewContext } from './view-context';

/** A service's days from today on, seven of them: `GET /services/{id}/week`. Refuses `not_found`. */
export function serviceWeekView({ hall, now }: ViewContext, serviceId: number): ServiceDay[] {
  const service = hall.service.get(serviceId);
  if (!service) throw new Refusal('not_found');
  return openingDays(hall, service, now).map((day) => ({
    ...day,
    spans: [...day.spans],
    quota: service.quotaPerDay,
  }));
}
