import type { HolderTicket } from '../../../electron/contract/tickets';
import type { Visit, World } from './visit';

/** The number as it is known best: an answer to an act is newer than news that still tell it as being printed. */
export function newestTicket({ ticket }: Visit, { ticket: followed }: World): HolderTicket | null {
  if (!ticket || followed?.token !== ticket.token) return ticket;
  return followed.status === 'printing' ? ticket : followed;
}
