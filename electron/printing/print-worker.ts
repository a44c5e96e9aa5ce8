import type { PrintOutcome } from '../../native/printer/printer';
import type { OpenPrintJob } from '../contract/print-jobs';
import type { Log } from '../log';
import { type JobList, JobsAway } from './job-list';
import type { Outlet } from './outlets';
import { Wakeable } from './wakeable';

export interface PrintWorkerParts {
  readonly jobs: JobList;
  readonly log: Log;
  /** The printer to print on now; undefined while none can. */
  readonly choose: () => Outlet | undefined;
}

/** Milliseconds before a job of unknown fate is tried again: by then somebody may have looked at the printer. */
const pauses = [0, 0, 2000, 10_000, 30_000, 60_000];
/** After so many papers of one number that may all lie on the floor, somebody has to look. */
const mostAttempts = 6;
const unencodablePause = 30_000;
/** Milliseconds to look again where nothing woke the worker: a wake-up that was missed costs that much at most. */
const longestSleep = 2000;

/**
 * Prints a device's jobs one after another in the order they were made, each once: the printer's status is asked
 * before, `sending` is committed before the first byte, and what came of it after. A job whose fate is unknown is
 * printed again as a copy; while it pauses between tries the others go on.
 */
export class PrintWorker {
  readonly #parts: PrintWorkerParts;
  readonly #sleep = new Wakeable();
  /** When a job of unknown fate may be tried again, by `performance.now()`. */
  readonly #retryAt = new Map<number, number>();
  #stopped = false;
  readonly #running: Promise<void>;

  constructor(parts: PrintWorkerParts) {
    this.#parts = parts;
    this.#running = this.#run();
  }

  /** Something may have changed: a job was made, or the printer's status. */
  wake(): void {
    this.#sleep.wake();
  }

  /** Begins nothing more, and resolves once what is being printed has ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.wake();
    await this.#running;
  }

  async #run(): Promise<void> {
    while (!this.#stopped) {
      try {
        const job = this.#nextJob();
        if (!job || !(await this.#print(job))) await this.#sleep.sleep(longestSleep);
      } catch (error) {
        if (!(error instanceof JobsAway)) {
          this.#parts.log.error({ err: error }, 'printing failed');
        }
        // The database is full or gone for a moment; the jobs are still in it.
        await this.#sleep.sleep(longestSleep);
      }
    }
  }

  #nextJob(): OpenPrintJob | undefined {
    const now = performance.now();
    return this.#parts.jobs
      .open()
      .find((job) => job.state !== 'sending' && (this.#retryAt.get(job.id) ?? 0) <= now);
  }

  /** Answers whether the next job may be looked at right away. */
  async #print(job: OpenPrintJob): Promise<boolean> {
    const { choose, jobs, log } = this.#parts;
    if (job.attempts >= mostAttempts) {
      log.error({ jobId: job.id, attempts: job.attempts }, 'a ticket was given up after too many papers');
      this.#retryAt.delete(job.id);
      await jobs.report(job, { state: 'dropped' }, null);
      return true;
    }
    const outlet = choose();
    if (!outlet) return false;
    const bytes = await this.#encode(job, outlet);
    if (!bytes) {
      // The others go on; no byte of this one was sent, so it may still become void.
      this.#retryAt.set(job.id, performance.now() + unencodablePause);
      return true;
    }
    let begun = false;
    const outcome = await outlet.printer.print(bytes, async () => {
      begun = !this.#stopped && (await jobs.report(job, { state: 'sending' }, outlet));
      return begun;
    });
    await this.#settle(job, outcome, outlet, begun);
    return outcome.kind !== 'not_sent' || outcome.reason === 'withdrawn';
  }

  async #encode(job: OpenPrintJob, outlet: Outlet): Promise<Buffer | null> {
    try {
      return await this.#parts.jobs.paper(job, outlet);
    } catch (error) {
      if (error instanceof JobsAway) throw error;
      this.#parts.log.error({ err: error, jobId: job.id }, 'a ticket could not be encoded');
      return null;
    }
  }

  async #settle(job: OpenPrintJob, outcome: PrintOutcome, outlet: Outlet, begun: boolean): Promise<void> {
    const { jobs, log } = this.#parts;
    switch (outcome.kind) {
      case 'printed':
        await jobs.report(job, { state: 'printed', proof: outcome.proof }, outlet);
        break;
      case 'unconfirmed':
        await jobs.report(job, { state: 'unconfirmed' }, outlet);
        break;
      case 'not_sent':
        if (begun) await jobs.report(job, { state: 'queued' }, outlet);
        return;
      case 'uncertain': {
        await jobs.report(job, { state: 'uncertain' }, outlet);
        const attempts = job.attempts + 1;
        this.#retryAt.set(job.id, performance.now() + (pauses[attempts] ?? longestSleep));
        log.warn(
          { jobId: job.id, reason: outcome.reason, attempts, printer: outlet.name },
          'a ticket may or may not have come out',
        );
        return;
      }
    }
    this.#retryAt.delete(job.id);
    log.info(
      { jobId: job.id, outcome: outcome.kind, copy: job.copy, printer: outlet.name },
      'ticket printed',
    );
  }
}
