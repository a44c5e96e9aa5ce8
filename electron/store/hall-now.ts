import { goesFirst } from '../queue/own-rules';
import type { Hall } from './hall';
import { queueNow, type TicketInLine } from './kept-queue';
import type { Reader } from './store';

/** Numbers of a business date that were taken for a service, void ones not counted: what a quota limits. */
export function issuedOf(reader: Reader, businessDate: string, serviceId: number): number {
  return queueNow(reader, businessDate).issued.get(serviceId) ?? 0;
}

/** Who can be called at a service: those in line whose paper is out, or who took none; in no order. */
export function ticketsToCall(
  reader: Reader,
  businessDate: string,
  serviceId: number,
  hall: Pick<Hall, 'service'>,
): TicketInLine[] {
  const service = hall.service.get(serviceId);
  return [...queueNow(reader, businessDate).inLine(serviceId)]
    .filter(({ status }) => status === 'waiting')
    .map((ticket) => ({ ...ticket, hasPriority: goesFirst(service, ticket.priority) }));
}
