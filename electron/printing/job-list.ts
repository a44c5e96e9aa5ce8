import type { ActionContext } from '../actions/action';
import type { OpenPrintJob, PrintJobReport } from '../contract/print-jobs';
import type { PooledPrinter } from './printer-pool';

/** Runs one action as Antre itself, in a transaction of its own. */
export type Act = <Result>(action: (context: ActionContext) => Result) => Result;

/** Thrown by `paper` where the jobs can't be known for now, so that nothing is wrong with this one. */
export class JobsAwayError extends Error {
  override name = 'JobsAwayError';
}

/** A printer's jobs, wherever they are kept: in this machine's store, or at the hub. */
export interface JobList {
  /** The oldest open jobs, in the order in which they were made. None while they can't be known. */
  open(): readonly OpenPrintJob[];
  /** A job's bytes for that printer, as things stand now; null where there is nothing to print (yet). Throws `JobsAwayError`. */
  paper(job: OpenPrintJob, pooled: PooledPrinter): Buffer | null | Promise<Buffer | null>;
  /**
   * Writes down what became of a job, and answers whether that was accepted. `sending` has to be on disk, and
   * accepted, before the first byte; it may be refused. All else is written down sooner or later. `pooled` is the
   * printer that it is or was sent to.
   */
  report(job: OpenPrintJob, report: PrintJobReport, pooled: PooledPrinter | null): boolean | Promise<boolean>;
}
