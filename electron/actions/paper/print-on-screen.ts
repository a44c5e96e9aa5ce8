import { openPrintJobs } from '../../store/print-jobs';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { endJob, wantsPaper } from './paper-change';

const batch = 200;

/**
 * Without a printer, a kiosk's screen shows every ticket's picture: all open jobs of the device are out at once, in one
 * transaction, so that many taps at a time cost one commit. Returns whether there may be more.
 */
export function printOnScreen(
  context: ActionContext,
  input: { readonly deviceId: string },
): { readonly mayBeMore: boolean } {
  const { transaction, now, businessDate } = context;
  const jobs = openPrintJobs(transaction, input.deviceId, batch);
  for (const job of jobs) {
    if (wantsPaper(job) && job.businessDate === businessDate) {
      endJob(context, job, { paper: 'printed', proof: 'preview' });
    } else {
      transaction.run(
        query.updateTable('print_jobs').set({ state: 'dropped', endedAt: now }).where('id', '=', job.id),
      );
    }
  }
  return { mayBeMore: jobs.length === batch };
}
