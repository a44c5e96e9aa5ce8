import { issueTicket } from '../../electron/actions/issue-ticket';
import type { Priority } from '../../electron/contract/tickets';
import { query } from '../../electron/store/store';
import { kiosk, type TestHall } from './test-hall';

/** A visitor takes a number at the kiosk. */
export function take(
  hall: TestHall,
  serviceId: number,
  more: { readonly priority?: Priority; readonly printerReady?: boolean } = {},
): { readonly ticketId: number; readonly token: string } {
  return hall.act(kiosk, (context) =>
    issueTicket(context, {
      serviceId,
      priority: more.priority ?? null,
      language: 'id',
      printerReady: more.printerReady ?? true,
    }),
  );
}

/** A visitor takes a number, and its paper comes out (as the print worker would note). */
export function takePrinted(
  hall: TestHall,
  serviceId: number,
  more: { readonly priority?: Priority } = {},
): { readonly ticketId: number; readonly token: string } {
  const taken = take(hall, serviceId, more);
  hall.store.write((transaction) => {
    transaction.run(
      query
        .updateTable('tickets')
        .set({ status: 'waiting', paper: 'printed' })
        .where('id', '=', taken.ticketId),
    );
    transaction.run(
      query
        .updateTable('print_jobs')
        .set({ state: 'printed', endedAt: hall.clock.now() })
        .where('ticketId', '=', taken.ticketId),
    );
  });
  return taken;
}

/** A ticket's number, `A-001`, and state as the database has them. */
export function stored(hall: TestHall, ticketId: number) {
  const row = hall.store.first(query.selectFrom('tickets').selectAll().where('id', '=', ticketId));
  if (!row) throw new Error(`no ticket ${ticketId}`);
  return row;
}
