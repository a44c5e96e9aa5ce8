import type { Board, Call } from '../contract/lobby';
import { localInstant } from '../queue/local-instant';
import { formatNumber } from '../queue/number';
import { Refusal } from '../queue/refusal';
import type { HallCounter } from '../store/hall';
import { query } from '../store/store';
import { desksOf, waitingFor } from './line';
import { counterForWaiting, standingView } from './opening-view';
import { stopsOf } from './stops-view';
import { deskLabel } from './ticket-view';
import type { ViewContext } from './view-context';

const newestCalls = 10;
const callRows = query
  .selectFrom('calls')
  .innerJoin('tickets', 'tickets.id', 'calls.ticketId')
  .selectAll('calls')
  .select(['tickets.priority', 'tickets.fetchMe']);

/**
 * The lobby's screen: `GET /board?zone=`, topic `board`. Of each ticket only its newest call stands in `calls`;
 * without a zone, or with one that no counter has, the whole hall is shown.
 */
export function boardView(context: ViewContext, zone?: string): Board {
  const { hall, now } = context;
  const inZone = hall.counters.filter((counter) => counter.zone === zone);
  const counters = zone === undefined || inZone.length === 0 ? hall.counters : inZone;
  return {
    now: localInstant(now, hall.settings.timezone),
    calls: callsOf(context, counters),
    stops: stopsOf(context, counters),
    counters: counters.map((counter) => ({
      id: String(counter.id),
      code: counter.code,
      name: counter.name,
      group: counter.group,
      zone: counter.zone,
      nowServing: counter.desks.flatMap((desk) => {
        const ticket = desksOf(context).get(desk.id)?.ticket;
        const isOfThis = ticket && hall.service.get(ticket.serviceId)?.counterId === counter.id;
        return isOfThis ? [{ number: formatNumber(ticket.prefix, ticket.sequence), desk: desk.label }] : [];
      }),
      waiting: counter.services.reduce((sum, service) => sum + waitingFor(context, service.id), 0),
      standing: standingView(context, counterForWaiting(context, counter)),
    })),
  };
}

/** One call, by its sequence: what a `call` event carries. Refuses `not_found`. */
export function callView(context: ViewContext, sequence: number): Call {
  const row = context.reader.first(callRows.where('calls.sequence', '=', sequence));
  if (!row) throw new Refusal('not_found');
  return callFields(context, row);
}

function callsOf(context: ViewContext, counters: readonly HallCounter[]): Call[] {
  if (counters.length === 0) return [];
  // Recalls repeat a ticket; more rows than are shown are read, and few enough to stay cheap.
  const rows = context.reader.all(
    callRows
      .where('calls.businessDate', '=', context.businessDate)
      .where(
        'calls.counterId',
        'in',
        counters.map((counter) => counter.id),
      )
      .orderBy('calls.sequence', 'desc')
      .limit(newestCalls * 4),
  );
  const seen = new Set<number>();
  return rows
    .filter((row) => !seen.has(row.ticketId) && seen.add(row.ticketId))
    .slice(0, newestCalls)
    .map((row) => callFields(context, row));
}

function callFields(
  context: ViewContext,
  row: {
    readonly sequence: number;
    readonly number: string;
    readonly deskId: number;
    readonly counterId: number;
    readonly at: number;
    readonly recall: 0 | 1;
    readonly priority: string | null;
    readonly fetchMe: 0 | 1;
    readonly language: Call['language'];
  },
): Call {
  return {
    sequence: row.sequence,
    number: row.number,
    desk: { id: String(row.deskId), label: deskLabel(context, row.deskId) },
    counter: callCounter(context, row.counterId),
    calledAt: localInstant(row.at, context.hall.settings.timezone),
    recall: row.recall === 1,
    priority: row.priority !== null,
    fetchMe: row.fetchMe === 1,
    language: row.language,
  };
}

function callCounter({ hall, reader }: ViewContext, counterId: number): Call['counter'] {
  const id = String(counterId);
  const counter = hall.counter.get(counterId);
  if (counter) {
    const { code, name, group, zone } = counter;
    return { id, code, name, group, zone };
  }
  const archived = reader.first(
    query
      .selectFrom('counters')
      .select(['code', 'nameJson', 'groupName', 'zone'])
      .where('id', '=', counterId),
  );
  if (!archived) throw new Refusal('not_found');
  return {
    id,
    code: archived.code,
    name: JSON.parse(archived.nameJson),
    group: archived.groupName,
    zone: archived.zone,
  };
}
