import type { CallingRule, OrderReason } from '../queue/calling-order';
import { type DeskNow, desksNow } from '../store/kept-desks';
import { type AliveCounts, queueNow, type TicketInLine } from '../store/kept-queue';
import { poolOfService } from '../store/wait-now';
import { onceFor, type ViewContext } from './view-context';

const linesOf = onceFor(() => new Map<string, PlaceInLine[]>());

/** Every desk's state, by id. */
export function desksOf({ reader }: ViewContext): ReadonlyMap<number, DeskNow> {
  return desksNow(reader);
}

/** How many of a service's tickets are in each state that is still in the hall, by service. */
export function aliveOfDay({ reader, businessDate }: ViewContext): ReadonlyMap<number, AliveCounts> {
  return queueNow(reader, businessDate).counts;
}

/** Since when the one who waits longest for a service and can be called has waited; undefined: nobody waits. */
export function longestWaitOf({ reader, businessDate }: ViewContext, serviceId: number): number | undefined {
  let since: number | undefined;
  for (const { status, arrivedAt } of queueNow(reader, businessDate).inLine(serviceId)) {
    if (status === 'waiting' && (since === undefined || arrivedAt < since)) since = arrivedAt;
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

/** Those in line for some services in calling order, by a counter's ratio and a desk's memory of its priority run. */
export function lineFor(
  context: ViewContext,
  serviceIds: readonly number[],
  rule: CallingRule,
): readonly PlaceInLine[] {
  const key = `${serviceIds.join(',')}:${rule.priorityRun}:${rule.priorityRatio}`;
  const lines = linesOf(context);
  let line = lines.get(key);
  if (!line) {
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
  const service = context.hall.service.get(serviceId);
  if (!service) return null;
  const { serviceIds, rule } = poolOfService(context.reader, context.hall, service);
  return keptLine(context, serviceIds).peopleBefore(ticketId, rule);
}

function keptLine({ reader, businessDate, hall }: ViewContext, serviceIds: readonly number[]) {
  return queueNow(reader, businessDate).line(serviceIds, hall);
}
