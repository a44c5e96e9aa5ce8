import type { JournalBody, ticketSteps } from '../../contract/centre/journal-kinds';
import type { EventKind } from '../events';
import { prepared } from '../prepared';
import { query, type Reader } from '../store';
import type { JournalWriter } from './journal-rows';

type TicketStep = (typeof ticketSteps)[number];
type DeskStep = JournalBody<'desk'>['step'];

/** What is told of an event; of those that aren't named nothing leaves the hall. */
const told: {
  readonly [Kind in EventKind]?: { ticket: TicketStep } | { desk: DeskStep } | { call: boolean };
} = {
  issued: { ticket: 'issued' },
  paper: { ticket: 'waiting' },
  void: { ticket: 'void' },
  called: { call: false },
  recalled: { call: true },
  started: { ticket: 'started' },
  finished: { ticket: 'finished' },
  service_added: { ticket: 'service_added' },
  service_removed: { ticket: 'service_removed' },
  no_show: { ticket: 'no_show' },
  held: { ticket: 'held' },
  transferred: { ticket: 'transferred' },
  reinstated: { ticket: 'reinstated' },
  taken_back: { ticket: 'taken_back' },
  cancelled: { ticket: 'cancelled' },
  moved: { ticket: 'moved' },
  desk_taken: { desk: 'taken' },
  desk_left: { desk: 'left' },
  desk_paused: { desk: 'paused' },
  desk_resumed: { desk: 'resumed' },
};

const writtenEvent = prepared((values: { id: number }) =>
  query
    .selectFrom('events')
    .leftJoin('tickets', 'tickets.id', 'events.ticketId')
    .leftJoin('steps', 'steps.id', 'events.stepId')
    .leftJoin('desks', 'desks.id', 'events.deskId')
    .where('events.id', '=', values.id)
    .select([
      'events.at',
      'events.kind',
      'events.businessDate as date',
      'events.deskId',
      'events.ticketId',
      'tickets.practice',
      'tickets.serviceId',
      'steps.arrivedAt',
      'steps.deskId as stepDeskId',
      'desks.counterId',
    ]),
);

/** Tells of an event that was written, where it is one of those that are told. */
export function tellEvent(reader: Reader, writer: JournalWriter, id: number): void {
  const event = reader.first(writtenEvent({ id }));
  const what = event && told[event.kind as EventKind];
  if (!event || !what) return;
  const { at, date, ticketId, serviceId, counterId } = event;
  if ('desk' in what) {
    if (event.deskId === null || counterId === null) return;
    writer.write('desk', at, { step: what.desk, deskId: event.deskId, counterId, date });
    return;
  }
  // Gone again in the same transaction.
  if (ticketId === null || serviceId === null) return;
  const practice = event.practice === 1;
  const deskId = event.deskId ?? event.stepDeskId;
  if ('ticket' in what) {
    writer.write('ticket_step', at, { step: what.ticket, ticketId, date, serviceId, deskId, practice });
  } else if (deskId !== null) {
    const waited = Math.max(0, Math.round((at - (event.arrivedAt ?? at)) / 1000));
    writer.write('call', at, { ticketId, date, serviceId, deskId, practice, recall: what.call, waited });
  }
}
