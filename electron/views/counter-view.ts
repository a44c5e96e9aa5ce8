import type { Leave } from '../contract/admin';
import type { CounterSnapshot, HallCounter, HallSnapshot } from '../contract/staff';
import { lastDayOfLeave } from '../queue/leave';
import { localInstant, localInstantOrNull } from '../queue/local-instant';
import { counterOpening } from '../queue/opening';
import { waitLimitAt } from '../queue/overrides';
import { limitOn } from '../queue/quota';
import { type Reach, reaches, reachOf } from '../queue/reach';
import { Refusal } from '../queue/refusal';
import { storedReach } from '../store/account-reach';
import type { HallCounter as ConfiguredCounter } from '../store/hall';
import { prepared } from '../store/prepared';
import { query } from '../store/store';
import { deskViewWithin } from './desk-view';
import { aliveOfDay, longestWaitOf, waitingFor } from './line';
import { openingOf, standingView } from './opening-view';
import { queueView } from './queue-view';
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
    longestWaitSince: longestWaitSince(context, counter),
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
  return {
    stop: stopView(context),
    onLeave: onLeaveToday(context, reach),
    counters: context.hall.counters
      .filter(({ id }) => reaches(reach, id))
      .map((counter) => hallCounterView(context, counter.id)),
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
    longestWaitSince: longestWaitSince(context, counter),
    unservedToday: unservedToday(context, counter),
    waitLimitMinutes: waitLimitAt(context.hall, counter.id),
    desks: counter.desks.map((desk) => deskViewWithin(context, desk.id, [counter.id])),
  };
}

function counterOf({ hall }: ViewContext, counterId: number): ConfiguredCounter {
  const counter = hall.counter.get(counterId);
  if (!counter) throw new Refusal('not_found');
  return counter;
}

function longestWaitSince(context: ViewContext, counter: ConfiguredCounter): string | null {
  const waits = counter.services.flatMap((service) => longestWaitOf(context, service.id) ?? []);
  return localInstantOrNull(waits.length === 0 ? null : Math.min(...waits), context.hall.settings.timezone);
}
