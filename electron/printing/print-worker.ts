import type { Printer, PrintOutcome } from '../../native/printer/printer';
import type { OpenPrintJob, PrintJobReport } from '../contract/print-jobs';
import type { Log } from '../log';
import { InterruptibleSleep } from './interruptible-sleep';
import { type JobList, JobsAwayError } from './job-list';
import { PendingReports } from './pending-reports';
import type { PooledPrinter } from './printer-pool';

export interface PrintWorkerParts {
  readonly jobs: JobList;
  readonly log: Log;
  /** The printer to print on now, besides those that just refused a ticket; undefined while none can. */
  readonly choose: (besides: ReadonlySet<Printer>) => PooledPrinter | undefined;
}

/** Milliseconds before a job of unknown fate is tried again: by then somebody may have looked at the printer. */
const pauses = [0, 0, 2000, 10_000, 30_000, 60_000];
/** After so many papers of one number that may all lie on the floor, somebody has to look. */
const maxAttempts = 6;
const unencodablePause = 30_000;
/** Milliseconds to look again where nothing woke the worker: a wake-up that was missed costs that much at most. */
const longestSleep = 2000;
/** Milliseconds of rest after something failed; they double with each failure in a row. */
const firstRest = 250;
const longestRest = 8000;

/**
 * Prints a device's jobs one after another in the order they were made, each once: the printer's status is asked
 * before, `sending` is committed before the first byte, and what came of it after, sooner or later. A job whose fate is
 * unknown is printed again as a copy; while it pauses between tries the others go on.
 */
export class PrintWorker {
  readonly #parts: PrintWorkerParts;
  readonly #pendingReports: PendingReports;
  readonly #sleep = new InterruptibleSleep();
  /** When a job of unknown fate may be tried again, by `performance.now()`. */
  readonly #retryAt = new Map<number, number>();
  #stopped = false;
  readonly #running: Promise<void>;

  constructor(parts: PrintWorkerParts) {
    this.#parts = parts;
    this.#pendingReports = new PendingReports(parts.jobs, parts.log);
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
    let failures = 0;
    while (!this.#stopped) {
      try {
        const isWritten = await this.#pendingReports.writeMissing();
        const job = this.#nextJob();
        const goesOn = job !== undefined && (await this.#print(job));
        failures = isWritten ? 0 : failures + 1;
        if (failures > 0) await this.#rest(failures);
        else if (!goesOn) await this.#sleep.sleep(longestSleep);
      } catch (error) {
        if (error instanceof JobsAwayError) {
          await this.#sleep.sleep(longestSleep);
          continue;
        }
        // The database is full or gone for a moment; the jobs are still in it.
        this.#parts.log.error({ err: error }, 'printing failed');
        failures += 1;
        await this.#rest(failures);
      }
    }
    await this.#pendingReports.writeMissing();
  }

  /** Waking doesn't end it: what failed wakes the worker itself, each time it is tried. */
  async #rest(failures: number): Promise<void> {
    const end = performance.now() + Math.min(longestRest, firstRest * 2 ** (failures - 1));
    while (!this.#stopped && performance.now() < end) await this.#sleep.sleep(end - performance.now());
  }

  #nextJob(): OpenPrintJob | undefined {
    const now = performance.now();
    return this.#parts.jobs
      .open()
      .find((job) => job.state !== 'sending' && (this.#retryAt.get(job.id) ?? 0) <= now);
  }

  /** Returns whether the next job may be looked at right away. */
  async #print(job: OpenPrintJob): Promise<boolean> {
    const { choose, jobs, log } = this.#parts;
    if (job.attempts >= maxAttempts) {
      log.error({ jobId: job.id, attempts: job.attempts }, 'a ticket was given up after too many papers');
      this.#retryAt.delete(job.id);
      await jobs.report(job, { state: 'dropped' }, null);
      return true;
    }
    const refusing = new Set<Printer>();
    for (let pooled = choose(refusing); pooled; pooled = choose(refusing)) {
      const bytes = await this.#encode(job, pooled);
      if (!bytes) {
        // The others go on; no byte of this one was sent, so it may still become void.
        this.#retryAt.set(job.id, performance.now() + unencodablePause);
        return true;
      }
      const outcome = await this.#send(job, bytes, pooled);
      if (outcome.kind !== 'not_sent' || outcome.reason === 'withdrawn') return true;
      if (outcome.reason === 'failed') throw outcome.error;
      refusing.add(pooled.printer);
    }
    return false;
  }

  /** Prints on that printer, and writes down what came of it. */
  async #send(job: OpenPrintJob, bytes: Buffer, pooled: PooledPrinter): Promise<PrintOutcome> {
    let mayBeBegun = false;
    const outcome = await pooled.printer.print(bytes, async () => {
      if (this.#stopped) return false;
      // Where this fails, it may be on disk all the same.
      mayBeBegun = true;
      mayBeBegun = await this.#parts.jobs.report(job, { state: 'sending' }, pooled);
      return mayBeBegun;
    });
    const report = reportOf(outcome);
    if (report.state !== 'queued' || mayBeBegun) await this.#pendingReports.write({ job, report, pooled });
    this.#tell(job, outcome, pooled);
    return outcome;
  }

  async #encode(job: OpenPrintJob, pooled: PooledPrinter): Promise<Buffer | null> {
    try {
      return await this.#parts.jobs.paper(job, pooled);
    } catch (error) {
      if (error instanceof JobsAwayError) throw error;
      this.#parts.log.error({ err: error, jobId: job.id }, 'a ticket could not be encoded');
      return null;
    }
  }

  #tell(job: OpenPrintJob, outcome: PrintOutcome, pooled: PooledPrinter): void {
    const { log } = this.#parts;
    if (outcome.kind === 'not_sent') return;
    if (outcome.kind === 'uncertain') {
      const attempts = job.attempts + 1;
      this.#retryAt.set(job.id, performance.now() + (pauses[attempts] ?? longestSleep));
      log.warn(
        { jobId: job.id, reason: outcome.reason, attempts, printer: pooled.name },
        'a ticket may or may not have come out',
      );
      return;
    }
    this.#retryAt.delete(job.id);
    log.info(
      { jobId: job.id, outcome: outcome.kind, copy: job.copy, printer: pooled.name },
      'ticket printed',
    );
  }
}

/** What is to be written down; `queued`: as it was before. */
function reportOf(outcome: PrintOutcome): PrintJobReport {
  switch (outcome.kind) {
    case 'printed':
      return { state: 'printed', proof: outcome.proof };
    case 'not_sent':
      return { state: 'queued' };
    default:
      return { state: outcome.kind };
  }
}
