import type { Ticket } from '../contract/tickets';

/** What the history keeps of an act on a ticket: which number it was, as people know it, and why. */
export function actOn({ id, number }: Pick<Ticket, 'id' | 'number'>, reason?: string) {
  return { ticketId: Number(id), number, ...(reason === undefined ? {} : { reason }) };
}
