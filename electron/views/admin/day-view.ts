import type { AdminDay } from '../../contract/admin-hall';
import { dayInstants, epochDayOf, weekdayOf } from '../../queue/local-day';
import { counterOpening, type Opening, opening } from '../../queue/opening';
import { openingDay } from '../../queue/opening-hours';
import { type Reach, reaches } from '../../queue/reach';
import type { HallService } from '../../store/hall';
import { standingView } from '../opening-view';
import type { ViewContext } from '../view-context';

/**
 * What visitors will find on a date (`2026-12-02`) at the counters within reach, and at a time of that day (`11:20`) where one
 * is asked for: `GET /admin/day`.
 */
export function dayView(
  context: ViewContext,
  { date, time }: { readonly date: string; readonly time?: string | undefined },
  reach: Reach,
): AdminDay {
  const { hall } = context;
  const moment = time === undefined ? null : momentOf(date, time, hall.settings.timezone);
  const ahead = { ...context, now: moment ?? context.now };
  const openings = new Map<number, Opening>();
  const counters = hall.counters.filter(({ id }) => reaches(reach, id));
  if (moment !== null) {
    for (const service of counters.flatMap(({ services }) => services)) {
      openings.set(service.id, openingAhead(ahead, service, date));
    }
  }
  return {
    date,
    weekday: weekdayOf(epochDayOf(date)),
    practice: hall.settings.practice,
    services: counters.flatMap((counter) =>
      counter.services.map((service) => {
        const { spans, reason } = openingDay(hall, service, date);
        const found = openings.get(service.id);
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
          standing: found ? standingView(ahead, found) : null,
        };
      }),
    ),
    counters:
      moment === null
        ? []
        : counters.map(({ id, services }) => ({
            counterId: String(id),
            standing: standingView(
              ahead,
              counterOpening(services.flatMap((service) => openings.get(service.id) ?? [])),
            ),
          })),
    faults: reach === null ? [...hall.faults] : [],
  };
}

const officer = { isManned: true, leftAt: null, pause: null };

/** From here on a moment can't be written with a year of four digits in every timezone. */
const lastWritten = Date.UTC(9999, 11, 31);

/**
 * A service's opening at a moment that may not have come: its officers sit there, no number was given yet, practice is over.
 * When it opens next is not told beyond the last year that can be written.
 */
function openingAhead({ hall, now }: ViewContext, service: HallService, businessDate: string): Opening {
  const rules = { ...hall, settings: { ...hall.settings, practice: false } };
  const found = opening(rules, service, { now, businessDate, issued: 0, desks: [officer] });
  return found.opensAt !== null && found.opensAt >= lastWritten ? { ...found, opensAt: null } : found;
}

/** The moment at which the wall clock of a local day shows a time; one that it skips: the day's beginning. */
function momentOf(date: string, time: string, timezone: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const from = hours * 60 + minutes;
  const [found] = dayInstants([{ from, to: from + 1 }], epochDayOf(date), timezone);
  return found?.from ?? dayInstants([{ from: 0, to: 24 * 60 }], epochDayOf(date), timezone)[0]?.from ?? 0;
}
