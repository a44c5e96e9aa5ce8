import type { PrintJobReport } from '../../contract/print-jobs';
import type { ActionContext } from '../action';
import { countPaper } from './paper-roll';
import { reportJob } from './report-job';

/** After these a piece of paper is gone from the roll, whole or in part. */
const tookPaper: ReadonlySet<string> = new Set(['printed', 'unconfirmed', 'uncertain']);

/** Writes down what became of a job, see `reportJob`, and that its printer (null: none that was kept) has less paper. */
export function reportPaper(
  context: ActionContext,
  told: { readonly jobId: number; readonly report: PrintJobReport; readonly printerId: number | null },
): boolean {
  const accepted = reportJob(context, told);
  if (told.printerId !== null && tookPaper.has(told.report.state)) countPaper(context, told.printerId);
  return accepted;
}
