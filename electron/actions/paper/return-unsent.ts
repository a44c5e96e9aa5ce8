import { readPrintJob } from '../../store/print-jobs';
import { query } from '../../store/store';
import type { ActionContext } from '../action';

/** Takes back `beginSending` where no byte left after all: the job is as it was before. */
export function returnUnsent({ transaction }: ActionContext, input: { readonly jobId: number }): void {
  const job = readPrintJob(transaction, input.jobId);
  if (job?.state !== 'sending') return;
  transaction.run(
    query
      .updateTable('print_jobs')
      .set({ state: job.copy === 1 ? 'uncertain' : 'queued', attempts: job.attempts - 1 })
      .where('id', '=', job.id),
  );
}
