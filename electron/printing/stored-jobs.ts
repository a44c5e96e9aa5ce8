import { reportJob } from '../actions/paper/report-job';
import { reportPaper } from '../actions/paper/report-paper';
import type { PrinterProfile } from '../contract/printer-profile';
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
  readonly encode: (ticketId: number, copy: boolean, profile: PrinterProfile) => Buffer | null;
}): JobList {
  const { store, act, deviceId, encode } = parts;
  for (const job of openPrintJobs(store, deviceId, Number.MAX_SAFE_INTEGER)) {
    if (job.state !== 'sending') continue;
    act((context) => reportJob(context, { jobId: job.id, report: { state: 'uncertain' }, printerId: null }));
  }
  return {
    open: () => printJobsView(store, deviceId),
    paper: ({ id, copy }, { profile }) => {
      const job = readPrintJob(store, id);
      return job ? encode(job.ticketId, copy, profile) : null;
    },
    report: ({ id }, report, pooled) =>
      act((context) => reportPaper(context, { jobId: id, report, printerId: pooled?.printerId ?? null })),
  };
}
