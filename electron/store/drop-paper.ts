import { prepared } from './prepared';
import { query, type Transaction } from './store';

const dropJobs = prepared((values: { ticketId: number; endedAt: number }) =>
  query
    .updateTable('print_jobs')
    .set({ state: 'dropped', endedAt: values.endedAt })
    .where('ticketId', '=', values.ticketId)
    .where('state', 'in', ['queued', 'uncertain']),
);

/**
 * Takes a ticket's paper off the printers' lists. What is being sent at this moment comes out all the same; a paper
 * that may or may not have come out isn't printed again.
 */
export function dropPaper(transaction: Transaction, ticketId: number, now: number): void {
  transaction.run(dropJobs({ ticketId, endedAt: now }));
}
