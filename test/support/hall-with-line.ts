import { deskSnapshotView } from '../../electron/views/desk-view';
import { holderTicketView } from '../../electron/views/ticket-view';
import { staffHall, type TicketOptions } from './staff-hall';

/** An officer at counter A's first desk, and a number a minute for whoever is named, in that order. */
export function hallWithLine(who: readonly (TicketOptions | undefined)[]) {
  const hall = staffHall();
  const officer = hall.officerAt(1, 'staff', ['A']);
  const deskId = hall.deskId(1);
  const tickets = who.map((options) => {
    hall.clock.advance({ minutes: 1 });
    return hall.ticket('A', options);
  });
  const token = (ticketId: number) => String(hall.stored(ticketId).ticket.token);
  const queue = () => deskSnapshotView(hall.view(), deskId, null).queue;
  return {
    hall,
    officer,
    deskId,
    tickets: tickets as [number, number, number, number, number],
    token,
    queue,
    /** Who waits, in calling order. */
    order: () => queue().waiting.map(({ id }) => Number(id)),
    /** What the number's page shows. */
    told: (ticketId: number) => holderTicketView(hall.view(), token(ticketId)),
  };
}
