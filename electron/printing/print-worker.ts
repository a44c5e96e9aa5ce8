import type { Printer, PrintOutcome } from '../../native/printer/printer';
import { canPrint } from '../../native/printer/status';
import type { ActionContext } from '../actions/action';
import { beginSending } from '../actions/paper/begin-sending';
import { giveUpJob } from '../actions/paper/give-up-job';
import { markPrinted } from '../actions/paper/mark-printed';
import { markUncertain } from '../actions/paper/mark-uncertain';
import { markUnconfirmed } from '../actions/paper/mark-unconfirmed';
import { returnUnsent } from '../actions/paper/return-unsent';
import type { Log } from '../log';
import { openPrintJobs, type PrintJob } from '../store/print-jobs';
import type { Store } from '../store/store';
import { Wakeable } from './wakeable';

/** Runs one action as Antre itself, in a transaction of its own. */
export type Act = <Result>(action: (context: ActionContext) => Result) => Result;

export interface PrintWorkerParts {
  readonly store: Store;
  readonly act: Act;
  readonly log: Log;
  readonly printer: Printer;
  readonly deviceId: string;
  /** A ticket's bytes; null where there is no such ticket. */
  readonly encode: (ticketId: number, copy: boolean) => Buffer | null;
}

/** Milliseconds before a job of unknown fate is tried again: by then somebody may have looked at the printer. */
const pauses = [0, 0, 2000, 10_000, 30_000, 60_000];
/** After so many papers of one number that may all lie on the floor, somebody has to look. */
const mostAttempts = 6;
const unencodablePause = 30_000;
const jobsLookedAt = 50;
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
    for (const job of openPrintJobs(parts.store, parts.deviceId, Number.MAX_SAFE_INTEGER)) {
      // Antre was ended while it was being sent.
      if (job.state === 'sending') parts.act((context) => markUncertain(context, { jobId: job.id }));
    }
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
        // The database is full or gone for a moment; the jobs are still in it.
        this.#parts.log.error({ err: error }, 'printing failed');
        await this.#sleep.sleep(longestSleep);
      }
    }
  }

  #nextJob(): PrintJob | undefined {
    const { store, deviceId } = this.#parts;
    const now = performance.now();
    return openPrintJobs(store, deviceId, jobsLookedAt).find(
      (job) => job.state !== 'sending' && (this.#retryAt.get(job.id) ?? 0) <= now,
    );
  }

  /** Answers whether the next job may be looked at right away. */
  async #print(job: PrintJob): Promise<boolean> {
    const { printer, act, log } = this.#parts;
    if (job.attempts >= mostAttempts) {
      log.error({ jobId: job.id, attempts: job.attempts }, 'a ticket was given up after too many papers');
      this.#retryAt.delete(job.id);
      act((context) => giveUpJob(context, { jobId: job.id }));
      return true;
    }
    if (!canPrint(printer.status)) return false;
    const bytes = this.#encode(job);
    if (!bytes) {
      // The others go on; no byte of this one was sent, so it may still become void.
      this.#retryAt.set(job.id, performance.now() + unencodablePause);
      return true;
    }
    let begun = false;
    const outcome = await printer.print(bytes, () => {
      begun = !this.#stopped && act((context) => beginSending(context, { jobId: job.id }));
      return begun;
    });
    this.#settle(job, outcome, begun);
    return outcome.kind !== 'not_sent' || outcome.reason === 'withdrawn';
  }

  #encode(job: PrintJob): Buffer | null {
    try {
      return this.#parts.encode(job.ticketId, job.copy === 1);
    } catch (error) {
      this.#parts.log.error({ err: error, jobId: job.id }, 'a ticket could not be encoded');
      return null;
    }
  }

  #settle(job: PrintJob, outcome: PrintOutcome, begun: boolean): void {
    const { act, log } = this.#parts;
    const jobId = job.id;
    switch (outcome.kind) {
      case 'printed':
        act((context) => markPrinted(context, { jobId, proof: outcome.proof }));
        break;
      case 'unconfirmed':
        act((context) => markUnconfirmed(context, { jobId }));
        break;
      case 'not_sent':
        if (begun) act((context) => returnUnsent(context, { jobId }));
        return;
      case 'uncertain': {
        act((context) => markUncertain(context, { jobId }));
        const attempts = job.attempts + 1;
        this.#retryAt.set(jobId, performance.now() + (pauses[attempts] ?? longestSleep));
        log.warn({ jobId, reason: outcome.reason, attempts }, 'a ticket may or may not have come out');
        return;
      }
    }
    this.#retryAt.delete(jobId);
    log.info({ jobId, outcome: outcome.kind, copy: job.copy === 1 }, 'ticket printed');
  }
}
