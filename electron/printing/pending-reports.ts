import type { OpenPrintJob, PrintJobReport } from '../contract/print-jobs';
import type { Log } from '../log';
import type { JobList } from './job-list';
import type { PooledPrinter } from './printer-pool';

interface Entry {
  readonly job: OpenPrintJob;
  readonly report: PrintJobReport;
  readonly pooled: PooledPrinter;
}

/**
 * Writes down what became of jobs. What can't be written down yet (the disk is full, the database away) is kept and
 * tried again: a paper that is out is out, and its job must neither be printed again nor hang in `sending`.
 */
export class PendingReports {
  readonly #jobs: JobList;
  readonly #log: Log;
  readonly #missing = new Map<number, Entry>();

  constructor(jobs: JobList, log: Log) {
    this.#jobs = jobs;
    this.#log = log;
  }

  /** Never rejects; what it couldn't write it keeps. */
  async write(entry: Entry): Promise<void> {
    this.#missing.set(entry.job.id, entry);
    await this.#try(entry);
  }

  /** Tries what is kept once more; returns whether nothing is kept then. Never rejects. */
  async writeMissing(): Promise<boolean> {
    for (const entry of [...this.#missing.values()]) await this.#try(entry);
    return this.#missing.size === 0;
  }

  async #try(entry: Entry): Promise<void> {
    const { job, report, pooled } = entry;
    try {
      await this.#jobs.report(job, report, pooled);
      this.#missing.delete(job.id);
    } catch (error) {
      this.#log.error(
        { err: error, jobId: job.id, state: report.state },
        'what became of a ticket could not be written down; it will be',
      );
    }
  }
}
