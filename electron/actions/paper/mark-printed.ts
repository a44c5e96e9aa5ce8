import { readPrintJob } from '../../store/print-jobs';
import type { PrintProof } from '../../store/schema';
import type { ActionContext } from '../action';
import { endJob } from './paper-change';

/** A job's paper is out, by that proof: its ticket waits to be called. Nothing changes where the job is over. */
export function markPrinted(
  context: ActionContext,
  input: { readonly jobId: number; readonly proof: Exclude<PrintProof, 'status'> },
): void {
  const job = readPrintJob(context.transaction, input.jobId);
  if (job?.state === 'sending') endJob(context, job, { paper: 'printed', proof: input.proof });
}
