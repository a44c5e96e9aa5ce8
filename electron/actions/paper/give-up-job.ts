import { readPrintJob } from '../../store/print-jobs';
import { query } from '../../store/store';
import type { ActionContext } from '../action';

/**
 * Ends a job that never could be proved, however often it was tried. Its ticket goes on awaiting its paper: the
 * holder may keep it without, a supervisor may cancel it, and it ends with the day.
 */
export function giveUpJob({ transaction, now }: ActionContext, input: { readonly jobId: number }): void {
  const job = readPrintJob(transaction, input.jobId);
  if (job?.state !== 'uncertain') return;
  transaction.run(
    query.updateTable('print_jobs').set({ state: 'dropped', endedAt: now }).where('id', '=', job.id),
  );
}
