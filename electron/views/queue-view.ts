import type { Queue, QueueTicket } from '../contract/staff';
import type { CallingRule, OrderReason } from '../queue/calling-order';
import { localInstant, localInstantOrNull } from '../queue/local-instant';
import { comesBy, priorityRatioAt } from '../queue/overrides';
import { Refusal } from '../queue/refusal';
import { takeBackUntil } from '../queue/take-back';
import { ticketIsAlive } from '../store/alive';
import { prepared } from '../store/prepared';
import { mayBeCalledBy } from '../store/queue-queries';
import { query } from '../store/store';
import { type TicketRow, ticketById, ticketRows } from '../store/ticket-rows';
import { desksOf, lineFor } from './line';
import { placeSentence, type ReturnedFrom } from './place-sentence';
import { servicePlace, ticketFields } from './ticket-view';
import type { ViewContext } from './view-context';

const recentCount = 30;

/** A counter's queue: `GET /queue?counterId=`, in the order of its first desk that works. Refuses `not_found`. */
export function queueView(context: ViewContext, counterId: number): Queue {
  const counter = context.hall.counter.get(counterId);
  if (!counter) throw new Refusal('not_found');
  const desks = counter.desks.flatMap((desk) => desksOf(context).get(desk.id) ?? []);
  const first = desks.find((desk) => desk.user && !desk.pause) ?? desks[0];
  return queueOf(
    context,
    counter.services.map((service) => service.id),
    { priorityRatio: priorityRatioAt(context.hall, counterId), priorityRun: first?.priorityRun ?? 0 },
  );
}

/**
 * The queue of some services in the order of one desk, whose rule decides. `userId`: only whom this officer may
 * call; undefined: everybody.
 */
export function queueOf(
  context: ViewContext,
  serviceIds: readonly number[],
  rule: CallingRule,
  userId?: number | null,
): Queue {
  if (serviceIds.length === 0) return { waiting: [], held: [], recent: [] };
  const { reader, businessDate } = context;
  const alive = reader.all(
    ticketRows
      .where('tickets.businessDate', '=', businessDate)
      .where('tickets.serviceId', 'in', serviceIds)
      .where(ticketIsAlive)
      .where('tickets.status', 'in', ['waiting', 'held']),
  );
  const recent = reader.all(
    ticketRows
      .where('steps.businessDate', '=', businessDate)
      .where('steps.serviceId', 'in', serviceIds)
      .where('steps.status', 'in', ['done', 'no_show', 'cancelled'])
      .orderBy('steps.endedAt', 'desc')
      .limit(recentCount),
  );
  const history = historyOf(context, [...alive, ...recent]);
  const view = (row: TicketRow, reason: OrderReason) => queueTicketFields(context, row, reason, history);

  const waiting = new Map(alive.filter((row) => row.status === 'waiting').map((row) => [row.id, row]));
  return {
    waiting: lineFor(context, serviceIds, rule).flatMap(({ ticket, reason }) => {
      const row = waiting.get(ticket.ticketId);
      const isTheirs = userId === undefined || mayBeCalledBy(reader, context.hall, ticket, userId);
      return row && isTheirs ? [view(row, reason)] : [];
    }),
    held: alive
      .filter((row) => row.status === 'held')
      .sort((a, b) => (a.heldAt ?? 0) - (b.heldAt ?? 0))
      .map((row) => view(row, row.placeReason)),
    recent: recent.map((row) => view(row, row.placeReason)),
  };
}

/** One ticket as a console shows it, at a desk or anywhere. Refuses `not_found`. */
export function queueTicketView(context: ViewContext, ticketId: number): QueueTicket {
  const row = context.reader.first(ticketById({ ticketId }));
  if (!row) throw new Refusal('not_found');
  return queueTicketFields(context, row, row.placeReason, historyOf(context, [row]));
}

function queueTicketFields(
  context: ViewContext,
  row: TicketRow,
  reason: OrderReason,
  history: History,
): QueueTicket {
  const { timezone } = context.hall.settings;
  const from = row.fromServiceId === null ? null : servicePlace(context, row.fromServiceId).counter.name;
  return {
    ...ticketFields(context, row),
    fetchMe: row.fetchMe === 1,
    fetchAskedBy: row.fetchAskedBy,
    waitingSince: localInstant(row.arrivedAt, timezone),
    place: {
      reason,
      sentence: placeSentence(
        {
          reason,
          priority: row.priority,
          orderedAt: row.orderedAt,
          from,
          returnedFrom: history.returnedFrom.get(row.id) ?? null,
        },
        timezone,
      ),
    },
    note: row.status === 'held' ? row.reason : row.note,
    startedAt: localInstantOrNull(row.startedAt, timezone),
    heldAt: localInstantOrNull(row.status === 'held' ? row.heldAt : null, timezone),
    recalls: row.recalls,
    comesBy: row.status === 'called' ? comesByOf(context, row) : null,
    usualMinutes: context.hall.service.get(row.serviceId)?.usualMinutes ?? 10,
    sentTo: row.status === 'waiting' && row.forUserId !== null ? officerOf(context, row.forUserId) : null,
    added: history.added.get(row.id) ?? [],
    takeBack: takeBackOf(context, row),
  };
}

/** Whether an end can be taken back still; the action asks besides whether nothing else has happened since. */
function takeBackOf({ hall, now }: ViewContext, row: TicketRow): QueueTicket['takeBack'] {
  const { status, userId, deskId, endedAt, reason } = row;
  if ((status !== 'done' && status !== 'no_show') || reason === 'end_of_day') return null;
  if (userId === null || deskId === null || endedAt === null) return null;
  const until = takeBackUntil(hall.settings.takeBackMinutes, endedAt);
  if (until === null || until < now) return null;
  return { by: String(userId), until: localInstant(until, hall.settings.timezone) };
}

const namedUser = prepared((values: { userId: number }) =>
  query.selectFrom('users').where('id', '=', values.userId).select('displayName'),
);

function officerOf({ reader }: ViewContext, userId: number): QueueTicket['sentTo'] {
  const displayName = reader.first(namedUser({ userId }))?.displayName;
  return displayName === undefined ? null : { id: String(userId), displayName };
}

const lastCalls = prepared((values: { ticketId: number }) =>
  query
    .selectFrom('calls')
    .where('ticketId', '=', values.ticketId)
    .select('at')
    .orderBy('sequence', 'desc')
    .limit(1),
);

function comesByOf({ reader, hall }: ViewContext, row: TicketRow): string | null {
  const last = reader.first(lastCalls({ ticketId: row.id }));
  return localInstantOrNull(last ? comesBy(hall, row.serviceId, last.at) : null, hall.settings.timezone);
}

/** What a console shows of tickets besides their rows, by ticket. */
interface History {
  readonly added: ReadonlyMap<number, QueueTicket['added']>;
  readonly returnedFrom: ReadonlyMap<number, ReturnedFrom>;
}

function historyOf(context: ViewContext, rows: readonly TicketRow[]): History {
  return { added: addedServices(context, rows), returnedFrom: returnedFrom(context, rows) };
}

/** Whence those came back who wait again: their newest `reinstated` or `let_pass` event says it. */
function returnedFrom({ reader }: ViewContext, rows: readonly TicketRow[]): Map<number, ReturnedFrom> {
  const returned = rows.filter((row) => row.placeReason === 'returned').map((row) => row.id);
  if (returned.length === 0) return new Map();
  const events = reader.all(
    query
      .selectFrom('events')
      .where('ticketId', 'in', returned)
      .where('kind', 'in', ['reinstated', 'let_pass'])
      .orderBy('id')
      .select(['ticketId', 'kind', 'dataJson']),
  );
  return new Map(
    events.flatMap(({ ticketId, kind, dataJson }) => {
      if (kind === 'let_pass') return ticketId === null ? [] : [[ticketId, kind] as const];
      const from = dataJson === null ? null : (JSON.parse(dataJson) as { from?: ReturnedFrom }).from;
      return ticketId !== null && from ? [[ticketId, from] as const] : [];
    }),
  );
}

/** The services added to each visit, in order. */
function addedServices(context: ViewContext, rows: readonly TicketRow[]): Map<number, QueueTicket['added']> {
  const added = new Map<number, QueueTicket['added']>();
  if (rows.length === 0) return added;
  for (const step of context.reader.all(
    query
      .selectFrom('steps')
      .where(
        'ticketId',
        'in',
        rows.map((row) => row.id),
      )
      .where('status', '=', 'planned')
      .orderBy('id')
      .select(['ticketId', 'serviceId']),
  )) {
    const { service } = servicePlace(context, step.serviceId);
    added.set(step.ticketId, [...(added.get(step.ticketId) ?? []), service]);
  }
  return added;
}
