import { query } from '../../electron/store/store';
import { takePrinted } from './issue';
import type { TestHall } from './test-hall';

/** A visitor who took a number and has been served at a desk just now (as an officer's acts would note). */
export function serve(
  hall: TestHall,
  serviceId: number,
  deskNumber = 1,
): { readonly ticketId: number; readonly token: string } {
  const taken = takePrinted(hall, serviceId);
  const now = hall.clock.now();
  hall.store.write((transaction) => {
    transaction.run(
      query
        .updateTable('steps')
        .set({ status: 'done', deskId: hall.deskId(deskNumber), calledAt: now, startedAt: now, endedAt: now })
        .where('ticketId', '=', taken.ticketId),
    );
    transaction.run(
      query.updateTable('tickets').set({ status: 'done', endedAt: now }).where('id', '=', taken.ticketId),
    );
  });
  return taken;
}
