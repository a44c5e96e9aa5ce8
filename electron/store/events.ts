import { prepared } from './prepared';
import type { Tables } from './schema';
import { query, type Transaction } from './store';

/** What can happen to a ticket or desk; kept for good. */
export type EventKind =
  | 'issued'
  | 'paper'
  | 'reprinted'
  | 'void'
  | 'called'
  | 'recalled'
  | 'started'
  | 'finished'
  | 'service_added'
  | 'service_removed'
  | 'no_show'
  | 'held'
  | 'transferred'
  | 'reinstated'
  | 'taken_back'
  | 'cancelled'
  | 'moved'
  | 'priority_changed'
  | 'fetch_changed'
  | 'let_pass'
  | 'desk_taken'
  | 'desk_left'
  | 'desk_paused'
  | 'desk_resumed'
  | 'help_asked'
  | 'help_answered'
  | 'help_ended'
  | 'break_asked'
  | 'break_withdrawn'
  | 'break_answered'
  | 'went_live';

export interface NewEvent {
  readonly at: number;
  readonly businessDate: string;
  readonly kind: EventKind;
  readonly ticketId?: number;
  readonly stepId?: number;
  readonly deskId?: number;
  readonly userId?: number;
  readonly data?: Readonly<Record<string, unknown>>;
}

const insertEvent = prepared((row: Omit<Tables['events'], 'id'>) =>
  query.insertInto('events').values({
    at: row.at,
    businessDate: row.businessDate,
    kind: row.kind,
    ticketId: row.ticketId,
    stepId: row.stepId,
    deskId: row.deskId,
    userId: row.userId,
    dataJson: row.dataJson,
  }),
);

/** Writes down, for good, that something happened. */
export function recordEvent(transaction: Transaction, event: NewEvent): void {
  transaction.run(
    insertEvent({
      at: event.at,
      businessDate: event.businessDate,
      kind: event.kind,
      ticketId: event.ticketId ?? null,
      stepId: event.stepId ?? null,
      deskId: event.deskId ?? null,
      userId: event.userId ?? null,
      dataJson: event.data ? JSON.stringify(event.data) : null,
    }),
  );
}
