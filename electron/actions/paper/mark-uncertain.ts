import { readPrintJob } from '../../store/print-jobs';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { wantsPaper } from './paper-change';

/**
 * Nobody can know whether a job's paper came out: the line was lost after its first byte, or Antre was. It is to be
 * printed again with the same number, marked as a copy; its ticket goes on awaiting its paper. Where the ticket
 * needs none any more, the job is dropped. Nothing changes where the job is over.
 */
export function markUncertain(context: ActionContext, input: { readonly jobId: number }): void {
  const { transaction, now } = context;
  const job = readPrintJob(transaction, input.jobId);
  if (job?.state !== 'sending') return;
  transaction.run(
    query
      .updateTable('print_jobs')
      .set(wantsPaper(job) ? { state: 'uncertain', copy: 1 } : { state: 'dropped', endedAt: now })
      .where('id', '=', job.id),
  );
}
