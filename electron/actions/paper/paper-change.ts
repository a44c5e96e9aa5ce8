import type { Paper } from '../../contract/tickets';
import type { PrintJob } from '../../store/print-jobs';
import type { PrintProof } from '../../store/schema';
import { query } from '../../store/store';
import { readTicket } from '../../store/tickets';
import type { ActionContext } from '../action';
import { recordTicketEvent, setTicketStatus } from '../desk/ticket-change';

/** Whether a job's ticket still waits for its paper. */
export function awaitsPaper(job: Pick<PrintJob, 'ticketStatus' | 'paper'>): boolean {
  return job.ticketStatus === 'printing' && job.paper === 'pending';
}

/** Whether a job's paper is still wanted: awaited, or asked for again while the visitor is in the hall. */
export function wantsPaper(job: Pick<PrintJob, 'ticketStatus' | 'paper' | 'reprint'>): boolean {
  return awaitsPaper(job) || (job.reprint === 1 && stillHere.has(job.ticketStatus));
}

const stillHere: ReadonlySet<PrintJob['ticketStatus']> = new Set(['waiting', 'called', 'serving', 'held']);

/**
 * Ends a job whose paper came out, and lets its ticket wait to be called, unless its holder kept it without paper
 * or it was cancelled meanwhile: then only the job is over.
 */
export function endJob(
  context: ActionContext,
  job: PrintJob,
  end: { readonly paper: Extract<Paper, 'printed' | 'unconfirmed'>; readonly proof: PrintProof },
): void {
  const { transaction, now } = context;
  transaction.run(
    query
      .updateTable('print_jobs')
      .set({ state: end.paper, proof: end.proof, endedAt: now })
      .where('id', '=', job.id),
  );
  if (!awaitsPaper(job)) return;
  const ticket = readTicket(transaction, job.ticketId);
  if (!ticket) return;
  transaction.run(query.updateTable('tickets').set({ paper: end.paper }).where('id', '=', ticket.id));
  setTicketStatus(context, ticket, 'waiting');
  recordTicketEvent(context, ticket, 'paper', {
    data: { paper: end.paper, proof: end.proof, copy: job.copy === 1 },
  });
}
