import { readPrintJob } from '../../store/print-jobs';
import type { ActionContext } from '../action';
import { endJob } from './paper-change';

/**
 * A job's bytes were all taken by a printer that was well before and after and can't prove more: its ticket waits
 * to be called, `unconfirmed`. Nothing changes where the job is over.
 */
export function markUnconfirmed(context: ActionContext, input: { readonly jobId: number }): void {
  const job = readPrintJob(context.transaction, input.jobId);
  if (job?.state === 'sending') endJob(context, job, { paper: 'unconfirmed', proof: 'status' });
}
