import type { Leave } from '../contract/admin';
import type { CounterSnapshot, HallCounter, HallSnapshot } from '../contract/staff';
import { lastDayOfLeave } from '../queue/leave';
import { localInstant, localInstantOrNull } from '../queue/local-instant';
import { counterOpening } from '../queue/opening';
import { waitLimitAt } from '../queue/overrides';
import { limitOn } from '../queue/quota';
import { type Reach, reaches, reachOf } from '../queue/reach';
import { Refusal } from '../queue/refusal';
import { momentsLately } from '../queue/waiting-lately';
import { storedReach } from '../store/account-reach';
import type { HallCounter as ConfiguredCounter } from '../store/hall';
import { dayFigures } from '../store/kept-day-figures';
import { prepared } from '../store/prepared';
import { query } from '../store/store';
import { deskViewWithin } from './desk-view';
import { aliveOfDay, longestWaitOf, waitingFor } from './line';
import { openingOf, standingView } from './opening-view';
import { queueView } from './queue-view';
import { toFetchView } from './to-fetch-view';
import { hoursBegan, unattendedSince } from './unattended-view';
import { unservedToday } from './unserved-view';
import type { ViewContext } from './view-context';
import { waitOfNext } from './wait-view';

/** A counter's queue and desks: topic `counter:ID`. Refuses `not_found`. */
export function counterSnapshotView(context: ViewContext, counterId: number): CounterSnapshot {
  const counter = counterOf(context, counterId);
  const estimates = counter.services.flatMap((service) => waitOfNext(context, service).estimate ?? []);
  return {
    counterId: String(counterId),
    queue: queueView(context, counterId),
    longestWaitSince: localInstantOrNull(longestWaitAt(context, counter), context.hall.settings.timezone),
    desks: counter.desks.map((desk) => deskViewWithin(context, desk.id, [counter.id])),
    estimate:
      estimates.length === 0
        ? null
        : {
            low: Math.min(...estimates.map(({ low }) => low)),
            high: Math.max(...estimates.map(({ high }) => high)),
          },
  };
}

/** The hall for supervisors, as far as they reach: topic `hall`. */
export function hallView(context: ViewContext, reach: Reach): HallSnapshot {
  const counters = context.hall.counters.filter(({ id }) => reaches(reach, id));
  return {
    stop: stopView(context),
    onLeave: onLeaveToday(context, reach),
    today: todayAt(context, counters),
    toFetch: toFetchView(context, reach),
    counters: counters.map((counter) => hallCounterView(context, counter.id)),
  };
}

function todayAt(
  { reader, businessDate, now }: ViewContext,
  counters: readonly ConfiguredCounter[],
): HallSnapshot['today'] {
  const figures = dayFigures(reader, businessDate, now);
  const own = counters.flatMap(({ services }) => services.flatMap(({ id }) => figures.get(id) ?? []));
  return {
    served: own.reduce((sum, { served }) => sum + served, 0),
    noShow: own.reduce((sum, { noShow }) => sum + noShow, 0),
  };
}

function stopView({ hall: { settings } }: ViewContext): HallSnapshot['stop'] {
  const { hallStop, timezone } = settings;
  return (
    hallStop && {
      since: localInstant(hallStop.since, timezone),
      until: localInstantOrNull(hallStop.until, timezone),
      reason: hallStop.reason,
    }
  );
}

/** The officers on leave who serve within reach: few rows, so that they are read with each snapshot. */
function onLeaveToday({ reader, hall, businessDate }: ViewContext, reach: Reach): HallSnapshot['onLeave'] {
  return reader.all(peopleWithLeave({})).flatMap(({ displayName, leaveJson, ...row }) => {
    const until = lastDayOfLeave(JSON.parse(leaveJson) as Leave[], businessDate);
    if (until === null) return [];
    const theirs = reachOf(storedReach(row), hall.institutionOf);
    // Whoever is of the whole hall is no institution's to plan.
    const isWithin = reach === null || theirs?.some((counterId) => reaches(reach, counterId));
    return isWithin ? [{ displayName, until }] : [];
  });
}

const peopleWithLeave = prepared(() =>
  query
    .selectFrom('users')
    .select(['displayName', 'leaveJson', 'wholeHall', 'institutionsJson', 'counterIdsJson'])
    .where('active', '=', 1)
    .where('leaveJson', '!=', '[]')
    .orderBy('displayName'),
);

/** One counter as a supervisor sees it. Refuses `not_found`. */
export function hallCounterView(context: ViewContext, counterId: number): HallCounter {
  const counter = counterOf(context, counterId);
  const { practice, timezone } = context.hall.settings;
  const desks = counter.desks.map((desk) => deskViewWithin(context, desk.id, [counter.id]));
  const longestWait = longestWaitAt(context, counter);
  const openings = counter.services.map((service) => ({ service, ...openingOf(context, service) }));
  const total = (count: (serviceId: number) => number) =>
    counter.services.reduce((sum, service) => sum + count(service.id), 0);
  return {
    id: String(counter.id),
    code: counter.code,
    name: counter.name,
    group: counter.group,
    zone: counter.zone,
    ...standingView(context, counterOpening(openings)),
    services: openings.map(({ service, ...opening }) => ({
      id: String(service.id),
      name: service.name,
      ...standingView(context, opening),
      paused: service.paused,
      quotaLeft: opening.quotaLeft,
      limited: limitOn(context.hall, service.id, context.businessDate) !== null,
    })),
    paused: counter.paused,
    waiting: total((serviceId) => waitingFor(context, serviceId)),
    held: total((serviceId) => aliveOfDay(context).get(serviceId)?.held ?? 0),
    longestWaitSince: localInstantOrNull(longestWait, timezone),
    unattendedSince: localInstantOrNull(unattendedSince(context, counter, desks, longestWait), timezone),
    hoursBegan: localInstantOrNull(practice ? null : hoursBegan(context, counter), timezone),
    waitingLately: waitingLatelyAt(context, counter),
    unservedToday: unservedToday(context, counter),
    waitLimitMinutes: waitLimitAt(context.hall, counter.id),
    desks,
  };
}

function counterOf({ hall }: ViewContext, counterId: number): ConfiguredCounter {
  const counter = hall.counter.get(counterId);
  if (!counter) throw new Refusal('not_found');
  return counter;
}

/** Since when the one longest waiting at a counter has waited, in milliseconds; null: nobody waits. */
function longestWaitAt(context: ViewContext, counter: ConfiguredCounter): number | null {
  const waits = counter.services.flatMap((service) => longestWaitOf(context, service.id) ?? []);
  return waits.length === 0 ? null : Math.min(...waits);
}

function waitingLatelyAt({ reader, businessDate, now }: ViewContext, counter: ConfiguredCounter): number[] {
  const figures = dayFigures(reader, businessDate, now);
  const lines = counter.services.flatMap(({ id }) => {
    const line = figures.get(id)?.waitingLately;
    return line ? [line] : [];
  });
  return momentsLately(now).map((_, place) => lines.reduce((sum, line) => sum + (line[place] ?? 0), 0));
}
