import { chanceWithin } from '../queue/chance-today';
import { dayAhead } from '../queue/day-ahead';
import { type ServiceTime, serviceTime, type WaitForecast } from '../queue/estimate';
import { priorityRatioAt } from '../queue/overrides';
import { poolOf, shareOneLine } from '../queue/pool';
import { waitBehind } from '../queue/wait-behind';
import { deskServices, desksServing } from './desks-serving';
import type { Hall, HallCounter, HallDesk, HallService } from './hall';
import { desksNow } from './kept-desks';
import { queueNow } from './kept-queue';
import { recentVisitSeconds } from './kept-visits';
import type { Reader } from './store';

interface Moment {
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly businessDate: string;
}

/**
 * The line that a service's tickets stand in, by the desks as they stand, and the rule of the first of these. Where a
 * desk serves several counters that is their common line, so that none of them is promised the whole desk.
 */
export function poolOfService(reader: Reader, hall: Hall, service: HallService) {
  const desks = desksServing(reader, hall, service).map(poolDesk(hall));
  const { serviceIds, priorityRun, first } = poolOf(service.id, desks);
  const priorityRatio = priorityRatioAt(hall, first?.counterId ?? service.counterId);
  return { serviceIds, rule: { priorityRatio, priorityRun } };
}

/** All services of a counter's one line, also those of other counters at its desks; null where there are several lines. */
export function oneLineOf(reader: Reader, hall: Hall, counter: HallCounter): readonly number[] | null {
  const own = counter.services.map(({ id }) => id);
  const [first] = counter.services;
  const desks = counter.services.flatMap((service) =>
    desksServing(reader, hall, service).map(poolDesk(hall)),
  );
  return first && shareOneLine(own, desks) ? poolOfService(reader, hall, first).serviceIds : null;
}

function poolDesk(hall: Hall) {
  return ({ desk, now }: ReturnType<typeof desksServing>[number]) => ({
    counterId: desk.counterId,
    serviceIds: deskServices(hall, desk, now.user),
    isWorking: now.user !== null && now.pause === null,
    priorityRun: now.priorityRun,
  });
}

/** The wait of somebody at a service who has so many people ahead, counted by their services (`waitBehind`). */
export function forecastBehind(
  reader: Reader,
  hall: Hall,
  service: HallService,
  now: number,
  ahead: ReadonlyMap<number, number>,
): WaitForecast | null {
  const states = desksNow(reader);
  const desks = desksOf(hall, [service.id, ...ahead.keys()]).flatMap((desk) => {
    const state = states.get(desk.id);
    if (!state) return [];
    const serviceIds = deskServices(hall, desk, state.user);
    const { ticket, user, pause } = state;
    const visit = ticket && { serviceId: ticket.serviceId, calledAt: ticket.calledAt ?? now };
    return [
      {
        serviceIds,
        isManned: user !== null,
        isPaused: pause !== null,
        pausedUntil: pause?.until ?? null,
        visit,
      },
    ];
  });
  const { breaks } = dayAhead(hall, service, now);
  const time = (serviceId: number) => timeOf(reader, hall, serviceId);
  return waitBehind({ serviceId: service.id, ahead, desks, time, breaks, now });
}

/** The desks of some services' counters. */
function desksOf(hall: Hall, serviceIds: readonly number[]): HallDesk[] {
  const counterIds = new Set(serviceIds.map((id) => hall.service.get(id)?.counterId ?? 0));
  return [...new Set([...counterIds].flatMap((id) => hall.counter.get(id)?.desks ?? []))];
}

/**
 * The wait of somebody who would take a number for a service now: everyone in line is ahead, also they whose paper is on
 * its way. (Of a regular visitor behind many with priority it is a little too long, since the ratio lets regular ones in
 * between.) Counts are kept, so that the line itself is never read.
 */
export function forecastForNext(
  reader: Reader,
  hall: Hall,
  service: HallService,
  { now, businessDate }: Moment,
): WaitForecast | null {
  const { counts } = queueNow(reader, businessDate);
  const inLine = (serviceId: number) => {
    const alive = counts.get(serviceId);
    return (alive?.waiting ?? 0) + (alive?.printing ?? 0);
  };
  const { serviceIds } = poolOfService(reader, hall, service);
  return forecastBehind(reader, hall, service, now, new Map(serviceIds.map((id) => [id, inLine(id)])));
}

/**
 * The chance, 0 … 1, that somebody who would take a number for a service now is called before it closes; null where that
 * can't be foreseen.
 */
export function chanceForNext(
  reader: Reader,
  hall: Hall,
  service: HallService,
  moment: Moment,
): number | null {
  const { closesIn } = dayAhead(hall, service, moment.now);
  const forecast = closesIn === null ? null : forecastForNext(reader, hall, service, moment);
  return forecast && closesIn !== null ? chanceWithin(forecast, closesIn) : null;
}

interface KnownTime {
  readonly usualMinutes: number;
  readonly time: ServiceTime;
}
/** By the visits that it is made of, which are the same list until one more has ended. */
const knownTimes = new WeakMap<readonly number[], KnownTime>();

function timeOf(reader: Reader, hall: Hall, serviceId: number): ServiceTime {
  const usualMinutes = hall.service.get(serviceId)?.usualMinutes ?? 10;
  const seconds = recentVisitSeconds(reader, serviceId);
  const known = knownTimes.get(seconds);
  if (known?.usualMinutes === usualMinutes) return known.time;
  const time = serviceTime(usualMinutes, seconds);
  knownTimes.set(seconds, { usualMinutes, time });
  return time;
}
