import type { PrintJobReport } from '../../contract/print-jobs';
import { readPrintJob } from '../../store/print-jobs';
import type { ActionContext } from '../action';
import { beginSending } from './begin-sending';
import { giveUpJob } from './give-up-job';
import { markPrinted } from './mark-printed';
import { markUncertain } from './mark-uncertain';
import { markUnconfirmed } from './mark-unconfirmed';
import { returnUnsent } from './return-unsent';

/**
 * Writes down what whoever prints a job says of it. False where the job was in no state that this could follow:
 * nothing is changed then, but that a job which needs no paper any more is dropped as its sending is to begin.
 */
export function reportJob(
  context: ActionContext,
  input: {
    readonly jobId: number;
    readonly report: PrintJobReport;
    /** Which of the kiosk's printers; null where that isn't known here. */
    readonly printerId: number | null;
  },
): boolean {
  const { jobId, report, printerId } = input;
  const job = readPrintJob(context.transaction, jobId);
  if (!job) return false;
  context.transaction.announce({ kind: 'print_job', deviceId: job.deviceId });
  switch (report.state) {
    case 'sending':
      return beginSending(context, { jobId, printerId });
    case 'queued':
      returnUnsent(context, { jobId });
      break;
    case 'printed':
      markPrinted(context, { jobId, proof: report.proof });
      break;
    case 'unconfirmed':
      markUnconfirmed(context, { jobId });
      break;
    case 'uncertain':
      markUncertain(context, { jobId });
      break;
    case 'dropped':
      giveUpJob(context, { jobId });
      return job.state === 'uncertain';
  }
  return job.state === 'sending';
}
