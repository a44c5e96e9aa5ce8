import type { Updateable } from 'kysely';
import type { PrintJobReport } from '../../contract/print-jobs';
import { readPrintJob } from '../../store/print-jobs';
import type { PrintJobState, Tables } from '../../store/schema';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { endJob, wantsPaper } from './paper-change';

/** What a job must be in for a report to follow; of one that is in any other state, or over, it changes nothing. */
const follows: Readonly<Record<PrintJobReport['state'], readonly PrintJobState[]>> = {
  sending: ['queued', 'uncertain'],
  queued: ['sending'],
  printed: ['sending'],
  unconfirmed: ['sending'],
  uncertain: ['sending'],
  dropped: ['uncertain'],
};

/**
 * Writes down what whoever prints a job says of it. False where the job was in no state that this could follow:
 * nothing is changed then. False too, and nothing may be sent, where its ticket needs no paper any more (kept without
 * paper, cancelled, void, of an earlier day) as its sending is to begin: the job is dropped then.
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
  const { transaction, now, businessDate } = context;
  const { report, printerId } = input;
  const job = readPrintJob(transaction, input.jobId);
  if (!job) return false;
  transaction.announce({ kind: 'print_job', deviceId: job.deviceId });
  if (!follows[report.state].includes(job.state)) return false;
  const change = (values: Updateable<Tables['print_jobs']>) =>
    transaction.run(query.updateTable('print_jobs').set(values).where('id', '=', job.id));
  const dropped = { state: 'dropped', endedAt: now } as const;
  switch (report.state) {
    case 'sending': {
      const isWanted = wantsPaper(job) && job.businessDate === businessDate;
      // From now on nobody can say that no byte was sent.
      change(isWanted ? { state: 'sending', attempts: job.attempts + 1, printerId } : dropped);
      return isWanted;
    }
    case 'queued':
      change({ state: job.copy === 1 ? 'uncertain' : 'queued', attempts: job.attempts - 1 });
      return true;
    case 'printed':
      endJob(context, job, { paper: 'printed', proof: report.proof });
      return true;
    case 'unconfirmed':
      endJob(context, job, { paper: 'unconfirmed', proof: 'status' });
      return true;
    case 'uncertain':
      // It is printed again with the same number, marked as a copy; its ticket goes on awaiting its paper.
      change(wantsPaper(job) ? { state: 'uncertain', copy: 1 } : dropped);
      return true;
    case 'dropped':
      // Its ticket goes on awaiting its paper: its holder may keep it without, a supervisor cancel it; it ends with the day.
      change(dropped);
      return true;
  }
}
