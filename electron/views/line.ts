import { breaksFromNow } from '../queue/breaks';
import { callingOrder, type OrderReason } from '../queue/calling-order';
import { type ServiceTime, serviceTime } from '../queue/estimate';
import { allDesksPaused } from '../queue/opening';
import { priorityRatioAt } from '../queue/own-rules';
import { poolOf } from '../queue/pool';
import { waitBehind } from '../queue/wait-behind';
import type { HallDesk } from '../store/hall';
import {
  aliveByService,
  type DeskNow,
  desksNow,
  issuedByService,
  longestWaitByService,
  recentVisitSeconds,
  type TicketInLine,
  ticketsInLine,
} from '../store/hall-now';
import { onceFor, type ViewContext } from './view-context';

export const desksOf = onceFor(({ reader }) => desksNow(reader));
export const issuedOfDay = onceFor(({ reader, businessDate }) => issuedByService(reader, businessDate));
export const aliveOfDay = onceFor(({ reader, businessDate }) => aliveByService(reader, businessDate));
export const longestWaitOf = onceFor(({ reader, businessDate }) =>
  longestWaitByService(reader, businessDate),
);
const timesOf = onceFor(() => new Map<number, ServiceTime>());
const linesOf = onceFor(() => new Map<string, PlaceInLine[]>());

export interface PlaceInLine {
  readonly ticket: TicketInLine;
  readonly reason: OrderReason;
}

/** People who wait for a service, those whose paper is on its way too. */
export function waitingFor(context: ViewContext, serviceId: number): number {
  const counts = aliveOfDay(context).get(serviceId);
  return (counts?.waiting ?? 0) + (counts?.printing ?? 0);
}

/** The desks that serve a service, each with its state. */
export function desksServing(
  context: ViewContext,
  serviceId: number,
): { readonly desk: HallDesk; readonly now: DeskNow }[] {
  const counterId = context.hall.service.get(serviceId)?.counterId;
  const counter = counterId === undefined ? undefined : context.hall.counter.get(counterId);
  const states = desksOf(context);
  return (counter?.desks ?? []).flatMap((desk) => {
    const now = states.get(desk.id);
    return now && desk.serviceIds.includes(serviceId) ? [{ desk, now }] : [];
  });
}

/** Whether a service is on a break because every desk that serves it is. */
export function desksPausedFor(context: ViewContext, serviceId: number): boolean {
  return allDesksPaused(
    desksServing(context, serviceId).map(({ now }) => ({
      manned: now.user !== null,
      paused: now.pause !== null,
    })),
  );
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
    const tickets = ticketsInLine(context.reader, context.businessDate, serviceIds, context.hall);
    const byId = new Map(tickets.map((ticket) => [ticket.ticketId, ticket]));
    // A desk's services are all of one counter.
    const counterId = context.hall.service.get(serviceIds[0] ?? 0)?.counterId ?? 0;
    const rule = { priorityRatio: priorityRatioAt(context.hall, counterId), priorityRun };
    line = callingOrder(tickets, rule).flatMap(({ ticket, reason }) => {
      const found = byId.get(ticket.ticketId);
      return found ? [{ ticket: found, reason }] : [];
    });
    lines.set(key, line);
  }
  return line;
}

/** The line that a service's tickets stand in. */
export function lineOfService(context: ViewContext, serviceId: number): readonly PlaceInLine[] {
  const { serviceIds, priorityRun } = poolOfService(context, serviceId);
  return lineFor(context, serviceIds, priorityRun);
}

function poolOfService(context: ViewContext, serviceId: number) {
  const desks = desksServing(context, serviceId).map(({ desk, now }) => ({
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
    new Map(serviceIds.map((each) => [each, waitingFor(context, each)])),
  );
}
