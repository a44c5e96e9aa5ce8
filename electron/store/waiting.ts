import type { WaitingTicket } from '../queue/calling-order';
import { query, type Reader } from './store';

/**
 * Who waits for any of these services on a business date, in no particular order. A ticket whose paper isn't
 * proved out yet (`printing`) does not wait.
 */
export function readWaiting(
  reader: Reader,
  businessDate: string,
  serviceIds: readonly number[],
): WaitingTicket[] {
  if (serviceIds.length === 0) return [];
  return reader
    .all(
      query
        .selectFrom('steps')
        .innerJoin('tickets', 'tickets.id', 'steps.ticketId')
        .where('steps.businessDate', '=', businessDate)
        .where('steps.serviceId', 'in', serviceIds)
        .where('steps.status', '=', 'waiting')
        .where('tickets.status', '=', 'waiting')
        .select([
          'steps.ticketId',
          'steps.serviceId',
          'steps.orderedAt',
          'steps.placeReason',
          'tickets.priority',
        ]),
    )
    .map(({ priority, ...row }) => ({ ...row, hasPriority: priority !== null }));
}
