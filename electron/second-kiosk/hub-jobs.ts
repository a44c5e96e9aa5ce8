import { randomUUID } from 'node:crypto';
import type { OpenPrintJob, PrintJobReport } from '../contract/print-jobs';
import { type JobList, JobsAwayError } from '../printing/job-list';
import type { PooledPrinter } from '../printing/printer-pool';
import { callHub, type HubAccess } from './call-hub';
import { HubAwayError, HubRefused } from './hub-errors';

const retryMs = 500;

interface Begun {
  readonly job: OpenPrintJob;
  readonly key: string;
  readonly printerId: number | null;
}

/**
 * This kiosk's print jobs, which the hub keeps. Its list comes by `listed` and is forgotten by `away`. Whatever is
 * reported is reported until the hub has answered; a report's idempotency key makes that one report however often it
 * is sent. Nothing is kept on this machine's disk: what was being sent as this process ended is printed again by the
 * next one, as a copy.
 */
export class HubJobs implements JobList {
  readonly #access: HubAccess;
  readonly #told: { onChange(): void; onAway(): void };
  readonly #process = randomUUID();
  #reports = 0;
  /** As the hub last said, and this process knows better; null while the hub is away. */
  #jobs: OpenPrintJob[] | null = null;
  /** Whether what an earlier process was sending is known to the hub as of unknown fate. */
  #adopted: 'not yet' | 'under way' | 'done' = 'not yet';
  /** Sending that was begun but not answered: the job as it was, and the key to ask again with. */
  readonly #unanswered = new Map<number, Begun>();
  #stopped = false;

  constructor(access: HubAccess, told: { onChange(): void; onAway(): void }) {
    this.#access = access;
    this.#told = told;
  }

  /** The hub said which jobs are open. */
  listed(jobs: readonly OpenPrintJob[]): void {
    this.#jobs = [...jobs];
    if (this.#adopted === 'not yet') void this.#adopt(jobs.filter(({ state }) => state === 'sending'));
    this.#told.onChange();
  }

  /** The hub can't be heard. */
  away(): void {
    this.#jobs = null;
  }

  /** Gives up what can't be reported. */
  stop(): void {
    this.#stopped = true;
  }

  open(): readonly OpenPrintJob[] {
    if (this.#adopted !== 'done') return [];
    // What was begun unheard is begun again.
    return (this.#jobs ?? []).map((job) =>
      job.state === 'sending' ? (this.#unanswered.get(job.id)?.job ?? job) : job,
    );
  }

  async paper(job: OpenPrintJob, pooled: PooledPrinter): Promise<Buffer | null> {
    try {
      const { base64 } = await callHub(this.#access, 'printJobPaper', {
        params: { job: String(job.id) },
        query: queryFor(pooled),
      });
      return Buffer.from(base64, 'base64');
    } catch (error) {
      if (isAway(error)) {
        this.#lose();
        throw new JobsAwayError();
      }
      // Another printer was chosen, or the job is over: the hub is about to say so.
      if (error instanceof HubRefused && error.code === 'not_found') return null;
      throw error;
    }
  }

  async report(job: OpenPrintJob, report: PrintJobReport, pooled: PooledPrinter | null): Promise<boolean> {
    if (report.state === 'sending') return await this.#begin(job, pooled);
    const key = this.#newKey(job);
    while (!this.#stopped) {
      try {
        const accepted = await this.#send(job, report, key, pooled);
        this.#correct(job, report.state);
        return accepted;
      } catch (error) {
        if (!isAway(error)) throw error;
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
    return false;
  }

  async #adopt(orphans: readonly OpenPrintJob[]): Promise<void> {
    this.#adopted = 'under way';
    for (const job of orphans) await this.report(job, { state: 'uncertain' }, null);
    this.#adopted = 'done';
    this.#told.onChange();
  }

  async #begin(job: OpenPrintJob, pooled: PooledPrinter | null): Promise<boolean> {
    try {
      const before = this.#unanswered.get(job.id);
      const isAgain = before !== undefined && before.printerId === (pooled?.printerId ?? null);
      // The hub may have noted the printer of before, where no byte was sent.
      if (before && !isAgain) await this.#send(job, { state: 'queued' }, this.#newKey(job), null);
      const key = isAgain ? before.key : this.#newKey(job);
      this.#unanswered.set(job.id, { job, key, printerId: pooled?.printerId ?? null });
      const accepted = await this.#send(job, { state: 'sending' }, key, pooled);
      this.#unanswered.delete(job.id);
      if (accepted) this.#correct(job, 'sending');
      else this.#forget(job);
      return accepted;
    } catch (error) {
      if (!isAway(error)) throw error;
      this.#lose();
      return false;
    }
  }

  /** False also where the hub knows no such job of ours any more. */
  async #send(
    job: OpenPrintJob,
    report: PrintJobReport,
    key: string,
    pooled: PooledPrinter | null,
  ): Promise<boolean> {
    try {
      const params = { job: String(job.id) };
      const request = { params, query: queryFor(pooled), body: report, key };
      return (await callHub(this.#access, 'reportPrintJob', request)).accepted;
    } catch (error) {
      if (error instanceof HubRefused && !isAway(error)) return false;
      throw error;
    }
  }

  /** A list that is on its way may be older than what was just reported. */
  #correct(job: OpenPrintJob, state: PrintJobReport['state']): void {
    if (state !== 'sending' && state !== 'queued' && state !== 'uncertain') {
      this.#forget(job);
      return;
    }
    const known = {
      id: job.id,
      state,
      attempts: state === 'sending' ? job.attempts + 1 : job.attempts,
      copy: job.copy || state === 'uncertain',
    };
    this.#jobs = this.#jobs?.map((each) => (each.id === job.id ? known : each)) ?? null;
  }

  #forget(job: OpenPrintJob): void {
    this.#jobs = this.#jobs?.filter(({ id }) => id !== job.id) ?? null;
  }

  #lose(): void {
    this.#jobs = null;
    this.#told.onAway();
  }

  #newKey(job: OpenPrintJob): string {
    this.#reports += 1;
    return `${this.#process}-${job.id}-${this.#reports}`;
  }
}

/** Whether the hub may take later what it didn't take now: it can't be heard, or won't hear this kiosk at its address. */
function isAway(error: unknown): boolean {
  return error instanceof HubAwayError || (error instanceof HubRefused && [401, 403].includes(error.status));
}

/** Names the printer to the hub, which knows its paper. */
function queryFor(pooled: PooledPrinter | null): Record<string, string> {
  const printerId = pooled?.printerId ?? null;
  return printerId === null ? {} : { printer: String(printerId) };
}
