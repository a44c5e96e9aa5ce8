import { prepared } from '../../electron/store/prepared';
import type { Tables } from '../../electron/store/schema';
import { query, type Transaction } from '../../electron/store/store';

type Ticket = Pick<
  Tables['tickets'],
  | 'token'
  | 'businessDate'
  | 'prefix'
  | 'sequence'
  | 'status'
  | 'paper'
  | 'priority'
  | 'language'
  | 'issuedAt'
  | 'serviceId'
  | 'endedAt'
>;
type Step = Pick<
  Tables['steps'],
  | 'ticketId'
  | 'serviceId'
  | 'businessDate'
  | 'status'
  | 'arrivedAt'
  | 'deskId'
  | 'userId'
  | 'calledAt'
  | 'startedAt'
  | 'endedAt'
  | 'reason'
>;
type Call = Pick<
  Tables['calls'],
  'at' | 'businessDate' | 'ticketId' | 'deskId' | 'counterId' | 'number' | 'language'
>;

const ticketRow = prepared((values: Ticket) =>
  query.insertInto('tickets').values({
    token: values.token,
    businessDate: values.businessDate,
    prefix: values.prefix,
    sequence: values.sequence,
    practice: 0,
    status: values.status,
    paper: values.paper,
    priority: values.priority,
    language: values.language,
    deviceId: null,
    issuedAt: values.issuedAt,
    serviceId: values.serviceId,
    firstServiceId: values.serviceId,
    endedAt: values.endedAt,
  }),
);
const stepRow = prepared((values: Step) =>
  query.insertInto('steps').values({
    ticketId: values.ticketId,
    serviceId: values.serviceId,
    businessDate: values.businessDate,
    status: values.status,
    arrivedAt: values.arrivedAt,
    orderedAt: values.arrivedAt,
    placeReason: 'arrival',
    deskId: values.deskId,
    userId: values.userId,
    calledAt: values.calledAt,
    startedAt: values.startedAt,
    endedAt: values.endedAt,
    reason: values.reason,
  }),
);
const presentStep = prepared((values: { readonly ticketId: number; readonly stepId: number }) =>
  query.updateTable('tickets').set({ stepId: values.stepId }).where('id', '=', values.ticketId),
);
const callRow = prepared((values: Call) =>
  query.insertInto('calls').values({
    at: values.at,
    businessDate: values.businessDate,
    ticketId: values.ticketId,
    deskId: values.deskId,
    counterId: values.counterId,
    number: values.number,
    language: values.language,
    recall: 0,
  }),
);

/** Writes a ticket with its only step; returns their ids. */
export function insertTicket(
  transaction: Transaction,
  ticket: Ticket,
  step: Omit<Step, 'ticketId' | 'serviceId' | 'businessDate' | 'arrivedAt'>,
): { readonly ticketId: number; readonly stepId: number } {
  const { lastId: ticketId } = transaction.run(ticketRow(ticket));
  const { serviceId, businessDate, issuedAt } = ticket;
  const { lastId: stepId } = transaction.run(
    stepRow({ ...step, ticketId, serviceId, businessDate, arrivedAt: issuedAt }),
  );
  transaction.run(presentStep({ ticketId, stepId }));
  return { ticketId, stepId };
}

/** Returns the call's number. */
export function insertCall(transaction: Transaction, call: Call): number {
  return transaction.run(callRow(call)).lastId;
}

/** The numbers that a prefix has given on a day. */
export function insertLastNumber(
  transaction: Transaction,
  row: { readonly businessDate: string; readonly prefix: string; readonly lastNumber: number },
): void {
  transaction.run(query.insertInto('number_sequences').values(row));
}
