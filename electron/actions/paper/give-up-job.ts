import { readPrintJob } from '../../store/print-jobs';
import { query } from '../../store/store';
import type { ActionContext } from '../action';

/**
 * Ends a job that can't be printed, whatever is tried. Its ticket goes on awaiting its paper: the holder may keep
 * it without, and where no byte was ever sent it becomes void as any other.
 */
export function giveUpJob({ transaction, now }: ActionContext, input: { readonly jobId: number }): void {
  const job = readPrintJob(transaction, input.jobId);
  if (!job || (job.state !== 'queued' && job.state !== 'uncertain')) return;
  transaction.run(
    query.updateTable('print_jobs').set({ state: 'dropped', endedAt: now }).where('id', '=', job.id),
  );
}
