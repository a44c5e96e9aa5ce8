import type { HallToday } from '../../contract/admin-today';
import { localInstant } from '../../queue/local-instant';
import { hoursUntilClosing, openingDay, openingInstants } from '../../queue/opening-hours';
import { type Reach, reaches } from '../../queue/reach';
import type { HallCounter, HallService } from '../../store/hall';
import { endedOfDay } from '../../store/kept-day-figures';
import { desksWithin, deskViewWithin } from '../desk-view';
import { longestWaitOf, waitingFor } from '../line';
import type { ViewContext } from '../view-context';

/** How the day goes at the counters within reach. */
export function hallTodayView(context: ViewContext, reach: Reach): HallToday {
  const { hall } = context;
  const counters = hall.counters.filter(({ id }) => reaches(reach, id));
  const services = counters.flatMap((counter) => counter.services);
  const desks = desksWithin(hall, reach).map(({ id }) => deskViewWithin(context, id, reach));
  const staffed = desks.filter(({ user }) => user !== null);
  const isStaffed = ({ id }: HallCounter) =>
    staffed.some((desk) => desk.counters.some((counter) => counter.id === String(id)));
  return {
    ...hoursOfDay(context, services),
    stopped: hall.settings.hallStop !== null,
    waiting: services.reduce((sum, { id }) => sum + waitingFor(context, id), 0),
    longest: longestWait(context, counters),
    desks: desks.length,
    staffedDesks: staffed.length,
    unstaffedCounters: counters.filter(
      (counter) => counter.services.some((service) => isServing(context, service)) && !isStaffed(counter),
    ).length,
    ...endedToday(context, services),
  };
}

function isServing({ hall, now, businessDate }: ViewContext, service: HallService): boolean {
  return openingInstants(hoursUntilClosing(hall), service, businessDate).some(
    ({ from, to }) => from <= now && now < to,
  );
}

function hoursOfDay(
  context: ViewContext,
  services: readonly HallService[],
): Pick<HallToday, 'hours' | 'opensAt' | 'lastNumberAt' | 'closesAt' | 'reason'> {
  const { hall, now, businessDate } = context;
  const { timezone } = hall.settings;
  const giving = services.flatMap((service) => openingInstants(hall, service, businessDate));
  const serving = services.flatMap((service) =>
    openingInstants(hoursUntilClosing(hall), service, businessDate),
  );
  const isOpen = services.some((service) => isServing(context, service));
  const coming = giving.filter(({ from }) => from > now);
  const isToday = serving.length > 0;
  const wasOpen = serving.some(({ to }) => to <= now);
  const latest = (spans: typeof giving) =>
    spans.length === 0 ? null : localInstant(Math.max(...spans.map(({ to }) => to)), timezone);
  const first = services[0];
  return {
    hours: isOpen
      ? 'open'
      : coming.length === 0
        ? isToday
          ? 'over'
          : 'closed'
        : wasOpen
          ? 'break'
          : 'later',
    opensAt:
      isOpen || coming.length === 0
        ? null
        : localInstant(Math.min(...coming.map(({ from }) => from)), timezone),
    lastNumberAt: latest(giving),
    closesAt: latest(serving),
    reason: isToday || !first ? null : openingDay(hall, first, businessDate).reason,
  };
}

function longestWait(context: ViewContext, counters: readonly HallCounter[]): HallToday['longest'] {
  const waits = counters.flatMap((counter) =>
    counter.services.flatMap((service) => {
      const since = longestWaitOf(context, service.id);
      return since === undefined ? [] : [{ since, counter }];
    }),
  );
  const [longest] = waits.sort((one, other) => one.since - other.since);
  if (!longest) return null;
  const { since, counter } = longest;
  return {
    since: localInstant(since, context.hall.settings.timezone),
    counterId: String(counter.id),
    counter: counter.name,
  };
}

function endedToday(
  { reader, businessDate }: ViewContext,
  services: readonly HallService[],
): Pick<HallToday, 'served' | 'noShow'> {
  const within = new Set(services.map(({ id }) => id));
  const ended = reader.all(endedOfDay({ businessDate })).filter(({ serviceId }) => within.has(serviceId));
  const countOf = (wanted: 'done' | 'no_show') =>
    ended.reduce((sum, { status, count }) => sum + (status === wanted ? count : 0), 0);
  return { served: countOf('done'), noShow: countOf('no_show') };
}
