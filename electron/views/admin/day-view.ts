import type { AdminDay } from '../../contract/admin-hall';
import { epochDayOf, weekdayOf } from '../../queue/local-day';
import { openingDay } from '../../queue/opening-hours';
import { type Reach, reaches } from '../../queue/reach';
import type { ViewContext } from '../view-context';

/** What visitors will find on a date (`2026-12-02`) at the counters within reach: `GET /admin/day`. */
export function dayView({ hall }: ViewContext, date: string, reach: Reach): AdminDay {
  return {
    date,
    weekday: weekdayOf(epochDayOf(date)),
    practice: hall.settings.practice,
    services: hall.counters
      .filter(({ id }) => reaches(reach, id))
      .flatMap((counter) =>
        counter.services.map((service) => {
          const { spans, reason } = openingDay(hall, service, date);
          return {
            counterId: String(counter.id),
            counterCode: counter.code,
            counterName: counter.name,
            serviceId: String(service.id),
            serviceName: service.name,
            spans: [...spans],
            reason,
            quota: service.quotaPerDay,
            paused: counter.paused || service.paused,
          };
        }),
      ),
    faults: reach === null ? [...hall.faults] : [],
  };
}
