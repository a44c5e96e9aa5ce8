import { markUncertain } from '../actions/paper/mark-uncertain';
import { reportJob } from '../actions/paper/report-job';
import { openPrintJobs, readPrintJob } from '../store/print-jobs';
import type { Store } from '../store/store';
import { printJobsView } from '../views/print-jobs-view';
import type { Act, JobList } from './job-list';

/** A device's jobs in this machine's store. What was being sent as Antre last ended is of unknown fate from now on. */
export function storedJobs(parts: {
  readonly store: Store;
  readonly act: Act;
  readonly deviceId: string;
  /** A ticket's bytes; null where there is no such ticket. */
  readonly encode: (ticketId: number, copy: boolean) => Buffer | null;
}): JobList {
  const { store, act, deviceId, encode } = parts;
  for (const job of openPrintJobs(store, deviceId, Number.MAX_SAFE_INTEGER)) {
    if (job.state === 'sending') act((context) => markUncertain(context, { jobId: job.id }));
  }
  return {
    open: () => printJobsView(store, deviceId),
    paper: ({ id, copy }) => {
      const job = readPrintJob(store, id);
      return job ? encode(job.ticketId, copy) : null;
    },
    report: ({ id }, report) => act((context) => reportJob(context, { jobId: id, report })),
  };
}
