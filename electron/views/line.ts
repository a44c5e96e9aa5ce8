import { breaksFromNow } from '../queue/breaks';
import type { CallingRule, OrderReason } from '../queue/calling-order';
import { type ServiceTime, serviceTime } from '../queue/estimate';
import { priorityRatioAt } from '../queue/own-rules';
import { poolOf } from '../queue/pool';
import { waitBehind } from '../queue/wait-behind';
import { desksServing } from '../store/hall-now';
import { type DeskNow, desksNow } from '../store/kept-desks';
import { type AliveCounts, queueNow, type TicketInLine } from '../store/kept-queue';
import { recentVisitSeconds } from '../store/kept-visits';
import { onceFor, type ViewContext } from './view-context';

const timesOf = onceFor(() => new Map<number, ServiceTime>());
const linesOf = onceFor(() => new Map<string, PlaceInLine[]>());

/** Every desk's state, by id. */
export function desksOf({ reader }: ViewContext): ReadonlyMap<number, DeskNow> {
  return desksNow(reader);
}

/** How many of a service's tickets are in each state that is still in the hall, by service. */
export function aliveOfDay({ reader, businessDate }: ViewContext): ReadonlyMap<number, AliveCounts> {
  return queueNow(reader, businessDate).counts;
}

/** Since when the one who waits longest for a service has waited; undefined: nobody waits. */
export function longestWaitOf({ reader, businessDate }: ViewContext, serviceId: number): number | undefined {
  let since: number | undefined;
  for (const { arrivedAt } of queueNow(reader, businessDate).inLine(serviceId)) {
    if (since === undefined || arrivedAt < since) since = arrivedAt;
  }
  return since;
}

export interface PlaceInLine {
  readonly ticket: TicketInLine;
  readonly reason: OrderReason;
}

/** People who wait for a service and can be called: the one count that every surface shows. */
export function waitingFor(context: ViewContext, serviceId: number): number {
  return aliveOfDay(context).get(serviceId)?.waiting ?? 0;
}

/** Those whom the next one will stand behind: also they whose paper is on its way. */
function behindWhom(context: ViewContext, serviceId: number): number {
  const counts = aliveOfDay(context).get(serviceId);
  return (counts?.waiting ?? 0) + (counts?.printing ?? 0);
}

/** Those in line for some services in calling order, by a desk's memory of its priority run. */
export function lineFor(
  context: ViewContext,
  serviceIds: readonly number[],
  priorityRun: number,
): readonly PlaceInLine[] {
  const key = `${serviceIds.join(',')}:${priorityRun}`;
  const lines = linesOf(context);
  let line = lines.get(key);
  if (!line) {
    const rule = ruleFor(context, serviceIds, priorityRun);
    line = [...keptLine(context, serviceIds).turns(rule)];
    lines.set(key, line);
  }
  return line;
}

/** How many stand before a ticket in the line of its service, by service; null where it is in no line. */
export function peopleAhead(
  context: ViewContext,
  serviceId: number,
  ticketId: number,
): ReadonlyMap<number, number> | null {
  const { serviceIds, priorityRun } = poolOfService(context, serviceId);
  return keptLine(context, serviceIds).peopleBefore(ticketId, ruleFor(context, serviceIds, priorityRun));
}

function keptLine({ reader, businessDate, hall }: ViewContext, serviceIds: readonly number[]) {
  return queueNow(reader, businessDate).line(serviceIds, hall);
}

/** A desk's services are all of one counter, which may have a ratio of its own. */
function ruleFor({ hall }: ViewContext, serviceIds: readonly number[], priorityRun: number): CallingRule {
  const counterId = hall.service.get(serviceIds[0] ?? 0)?.counterId ?? 0;
  return { priorityRatio: priorityRatioAt(hall, counterId), priorityRun };
}

function poolOfService({ reader, hall }: ViewContext, serviceId: number) {
  const service = hall.service.get(serviceId);
  const serving = service ? desksServing(reader, hall, service) : [];
  const desks = serving.map(({ desk, now }) => ({
    serviceIds: desk.serviceIds,
    isWorking: now.user !== null && now.pause === null,
    priorityRun: now.priorityRun,
  }));
  return poolOf(serviceId, desks);
}

function timeOf(context: ViewContext, serviceId: number): ServiceTime {
  const times = timesOf(context);
  let time = times.get(serviceId);
  if (!time) {
    const usual = context.hall.service.get(serviceId)?.usualMinutes ?? 10;
    time = serviceTime(usual, recentVisitSeconds(context.reader, serviceId));
    times.set(serviceId, time);
  }
  return time;
}

/** The wait of somebody at a service who has so many people ahead, counted by their services (`waitBehind`). */
export function estimateBehind(
  context: ViewContext,
  serviceId: number,
  peopleAhead: ReadonlyMap<number, number>,
): { low: number; high: number } | null {
  const service = context.hall.service.get(serviceId);
  if (!service) return null;
  const states = desksOf(context);
  const desks = (context.hall.counter.get(service.counterId)?.desks ?? []).flatMap(({ id, serviceIds }) => {
    const now = states.get(id);
    if (!now) return [];
    const { ticket } = now;
    const visit = ticket && {
      serviceId: ticket.serviceId,
      calledAt: ticket.calledAt ?? context.now,
    };
    return [{ serviceIds, isManned: now.user !== null, isPaused: now.pause !== null, visit }];
  });
  return waitBehind({
    serviceId,
    ahead: peopleAhead,
    desks,
    time: (each) => timeOf(context, each),
    breaks: breaksFromNow(context.hall, service, context.now),
    now: context.now,
  });
}

/**
 * The wait of somebody who would take a number for a service now: everyone in line is ahead. (Of a regular visitor
 * behind many with priority it is a little too long, since the ratio lets regular ones in between.)
 */
export function estimateForNext(
  context: ViewContext,
  serviceId: number,
): { low: number; high: number } | null {
  const { serviceIds } = poolOfService(context, serviceId);
  return estimateBehind(
    context,
    serviceId,
    new Map(serviceIds.map((each) => [each, behindWhom(context, each)])),
  );
}
