import type { OpenPrintJob } from '../contract/print-jobs';
import { openPrintJobs } from '../store/print-jobs';
import type { Reader } from '../store/store';

/** So many jobs are looked at for one that may be printed now. */
const jobsLookedAt = 50;

/** The oldest of a kiosk's open print jobs: `GET /devices/me/print-jobs`. */
export function printJobsView(reader: Reader, deviceId: string): OpenPrintJob[] {
  return openPrintJobs(reader, deviceId, jobsLookedAt).flatMap(({ id, state, attempts, copy }) =>
    state === 'queued' || state === 'sending' || state === 'uncertain'
      ? [{ id, state, attempts, copy: copy === 1 }]
      : [],
  );
}
