import { randomBytes } from 'node:crypto';
import type { Language } from '../contract/common';
import type { Paper, Priority, TicketStatus } from '../contract/tickets';
import { goesFirst } from '../queue/overrides';
import { countAccess } from '../store/access-days';
import { recordEvent } from '../store/events';
import type { HallService } from '../store/hall';
import { prepared } from '../store/prepared';
import { query, type Transaction } from '../store/store';
import type { TicketRow } from '../store/ticket-rows';
import type { ActionContext } from './action';

const nextNumber = prepared((values: { businessDate: string; prefix: string }) =>
  query
    .insertInto('number_sequences')
    .values({ businessDate: values.businessDate, prefix: values.prefix, lastNumber: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['businessDate', 'prefix'])
        .doUpdateSet((row) => ({ lastNumber: row('number_sequences.lastNumber', '+', 1) })),
    )
    .returning('lastNumber'),
);
const insertTicket = prepared(
  (values: {
    token: string;
    businessDate: string;
    prefix: string;
    sequence: number;
    practice: 0 | 1;
    status: TicketStatus;
    paper: Paper;
    priority: Priority | null;
    language: Language;
    deviceId: string | null;
    byPhone: 0 | 1;
    fetchMe: 0 | 1;
    fetchAskedBy: 'kiosk' | null;
    issuedAt: number;
    serviceId: number;
  }) =>
    query.insertInto('tickets').values({
      token: values.token,
      businessDate: values.businessDate,
      prefix: values.prefix,
      sequence: values.sequence,
      practice: values.practice,
      status: values.status,
      paper: values.paper,
      priority: values.priority,
      language: values.language,
      deviceId: values.deviceId,
      byPhone: values.byPhone,
      fetchMe: values.fetchMe,
      fetchAskedBy: values.fetchAskedBy,
      issuedAt: values.issuedAt,
      serviceId: values.serviceId,
      firstServiceId: values.serviceId,
    }),
);
const insertStep = prepared(
  (values: { ticketId: number; serviceId: number; businessDate: string; now: number }) =>
    query.insertInto('steps').values({
      ticketId: values.ticketId,
      serviceId: values.serviceId,
      businessDate: values.businessDate,
      status: 'waiting',
      arrivedAt: values.now,
      orderedAt: values.now,
      placeReason: 'arrival',
    }),
);
const setStep = prepared((values: { ticketId: number; stepId: number }) =>
  query.updateTable('tickets').set({ stepId: values.stepId }).where('id', '=', values.ticketId),
);

/** Of a ticket's first step, what it begins without. */
const firstStep = {
  placeReason: 'arrival',
  fromServiceId: null,
  deskId: null,
  userId: null,
  calledAt: null,
  startedAt: null,
  heldAt: null,
  endedAt: null,
  recalls: 0,
  note: null,
  reason: null,
  forUserId: null,
} as const;

/** A ticket as it was written; `row` as the store would read it, which costs more than to have written it. */
export interface NewTicket {
  readonly ticketId: number;
  readonly token: string;
  readonly row: TicketRow;
}

/**
 * Gives the next number of the service's prefix on the business date: a ticket, its first step and the event.
 * Rules (open, quota) are the caller's, and so is the paper: a ticket whose paper is `pending` is `printing`,
 * one without paper waits at once. A priority that the service doesn't know gives a regular number: it may have been
 * taken away while the visitor chose.
 */
export function newTicket(
  context: ActionContext,
  service: HallService,
  visitor: {
    readonly priority: Priority | null;
    readonly language: Language;
    readonly paper: Extract<Paper, 'pending' | 'none'>;
    /** Taken by phone inside the hall. */
    readonly byPhone?: boolean;
    /** The visitor asks to be fetched when called. */
    readonly fetchMe?: boolean;
  },
): NewTicket {
  const { transaction, actor, businessDate, now } = context;
  const token = randomBytes(16).toString('base64url');
  const ticket = {
    token,
    businessDate,
    prefix: service.prefix,
    sequence: takeNumber(transaction, businessDate, service.prefix),
    practice: context.hall.settings.practice ? 1 : 0,
    status: visitor.paper === 'pending' ? 'printing' : 'waiting',
    paper: visitor.paper,
    priority: goesFirst(service, visitor.priority) ? visitor.priority : null,
    language: visitor.language,
    fetchMe: visitor.fetchMe ? 1 : 0,
    fetchAskedBy: visitor.fetchMe ? 'kiosk' : null,
    issuedAt: now,
    serviceId: service.id,
  } as const;
  const { lastId: ticketId } = transaction.run(
    insertTicket({
      ...ticket,
      deviceId: actor.kind === 'device' ? actor.deviceId : null,
      byPhone: visitor.byPhone ? 1 : 0,
    }),
  );
  const { lastId: stepId } = transaction.run(
    insertStep({ ticketId, serviceId: service.id, businessDate, now }),
  );
  transaction.run(setStep({ ticketId, stepId }));
  if (visitor.fetchMe) {
    countAccess(transaction, { businessDate, practice: context.hall.settings.practice }, 'fetchAsked');
  }
  recordEvent(transaction, {
    at: now,
    businessDate,
    kind: 'issued',
    ticketId,
    stepId,
    ...(actor.kind === 'user' ? { userId: actor.userId } : {}),
  });
  transaction.announce({ kind: 'ticket', ticketId, counterId: service.counterId });
  const row = { ...firstStep, ...ticket, id: ticketId, stepId, arrivedAt: now, orderedAt: now };
  return { ticketId, token, row };
}

/** The next number of a prefix on a business date: 1, 2, 3 …, none left out, none given again. */
function takeNumber(transaction: Transaction, businessDate: string, prefix: string): number {
  const taken = transaction.first(nextNumber({ businessDate, prefix }));
  if (!taken) throw new Error('SQLite returned no number');
  return taken.lastNumber;
}
