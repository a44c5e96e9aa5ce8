import { readPrintJob } from '../../store/print-jobs';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { wantsPaper } from './paper-change';

/**
 * Commits that a ticket's bytes are about to be sent; from now on nobody can say that none was. False, and nothing
 * may be sent, where the job is over or its ticket needs no paper any more (kept without paper, cancelled, void, of
 * an earlier day): the job is dropped then.
 */
export function beginSending(
  context: ActionContext,
  input: { readonly jobId: number; readonly printerId: number | null },
): boolean {
  const { transaction, now, businessDate } = context;
  const job = readPrintJob(transaction, input.jobId);
  if (!job || (job.state !== 'queued' && job.state !== 'uncertain')) return false;
  const wanted = wantsPaper(job) && job.businessDate === businessDate;
  transaction.run(
    query
      .updateTable('print_jobs')
      .set(
        wanted
          ? { state: 'sending', attempts: job.attempts + 1, printerId: input.printerId }
          : { state: 'dropped', endedAt: now },
      )
      .where('id', '=', job.id),
  );
  return wanted;
}
