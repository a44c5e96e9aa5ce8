import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Clock } from '../clock';
import type { Log } from '../log';
import { forkOwnProgram } from '../process/own-program';
import { Refusal } from '../queue/refusal';
import type { HeavyInput, HeavyJob, HeavyResult } from './heavy-jobs';
import type { JobMessage, OutcomeMessage } from './heavy-messages';

/** Milliseconds. */
interface Limits {
  /** A job takes seconds, on a slow and busy machine a minute. */
  readonly job: number;
  /** So long the process is kept for the next job: it starts in a third of a second, and takes 80 MB. */
  readonly idle: number;
}
const defaultLimits: Limits = { job: 120_000, idle: 60_000 };

/** A year's report of a busy hall takes 150 MB. */
const heapMegabytes = 512;

interface Waiting {
  readonly job: HeavyJob;
  readonly input: HeavyInput<HeavyJob>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: unknown) => void;
}

/** Does heavy work, a job at a time, in a process of its own, which is there only while there is work. */
export class HeavyWork {
  readonly #parts: { readonly file: string; readonly clock: Clock; readonly log: Log };
  readonly #limits: Limits;
  #waiting: Waiting[] = [];
  #running: Waiting | undefined;
  #process: ChildProcess | undefined;
  /** Of the job under way, or of the process without one. */
  #timer: NodeJS.Timeout | undefined;
  /** Of the processes that were ended. */
  #ended: Promise<unknown> = Promise.resolve();
  /** Whoever has the database to itself. */
  #holders = 0;
  #isStopped = false;

  /** `file`: the database's. */
  constructor(
    parts: { readonly file: string; readonly clock: Clock; readonly log: Log },
    limits: Partial<Limits> = {},
  ) {
    this.#parts = parts;
    this.#limits = { ...defaultLimits, ...limits };
  }

  /** The process's number, or null while there is none. */
  get pid(): number | null {
    return this.#process?.pid ?? null;
  }

  /**
   * Does a job once those before it are done. Throws what the job throws; `Refusal` `work_broken_off` where its process
   * ended, `work_too_long` where it took longer than a job may.
   */
  run<Job extends HeavyJob>(job: Job, input: HeavyInput<Job>): Promise<HeavyResult<Job>> {
    if (this.#isStopped) return Promise.reject(new Refusal('work_broken_off'));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ job, input, resolve: resolve as Waiting['resolve'], reject });
      this.#next();
    });
  }

  /**
   * Resolves once no process of this has the database open, nor will until the function that it resolves to is called. The
   * job under way begins anew then.
   */
  async letGo(): Promise<() => void> {
    this.#holders += 1;
    if (this.#running) {
      this.#waiting.unshift(this.#running);
      this.#running = undefined;
    }
    await this.#end();
    return () => {
      this.#holders -= 1;
      this.#next();
    };
  }

  /** Ends its process; what was to be done is refused as broken off. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const { reject } of this.#waiting.splice(0)) reject(new Refusal('work_broken_off'));
    await this.#end();
  }

  #next(): void {
    if (this.#running || this.#holders > 0) return;
    const next = this.#waiting.shift();
    clearTimeout(this.#timer);
    if (!next) {
      this.#timer = setTimeout(() => void this.#end(), this.#limits.idle).unref();
      return;
    }
    this.#running = next;
    this.#timer = setTimeout(() => this.#tooLong(), this.#limits.job).unref();
    const { file, clock } = this.#parts;
    const message: JobMessage = { job: next.job, input: next.input, file, now: clock.now() };
    if (!this.#process?.connected) this.#process = this.#start();
    // That it can't be sent to is told by its end.
    this.#process.send(message, () => {});
  }

  #start(): ChildProcess {
    const { child, words } = forkOwnProgram('heavy-process', heapMegabytes);
    let isOver = false;
    child.on('message', (outcome: OutcomeMessage) => {
      if (this.#process === child) this.#settle(outcome);
    });
    const over = (reason: string) => {
      if (isOver) return;
      isOver = true;
      // One that was ended on purpose has been let go of before.
      if (this.#process !== child) return;
      this.#process = undefined;
      this.#parts.log.warn({ reason, words: words() }, 'the process of heavy work ended');
      this.#fail('work_broken_off');
    };
    child.on('error', (error) => {
      if (child.pid === undefined) over(error.message);
    });
    child.on('close', (status, signal) => over(signal ?? `status ${status}`));
    return child;
  }

  #settle(outcome: OutcomeMessage): void {
    const done = this.#running;
    this.#running = undefined;
    if ('result' in outcome) done?.resolve(outcome.result);
    else if ('refusal' in outcome) done?.reject(new Refusal(outcome.refusal, outcome.details));
    else done?.reject(Object.assign(new Error(outcome.error.message), outcome.error));
    this.#next();
  }

  #tooLong(): void {
    this.#parts.log.warn({ job: this.#running?.job }, 'heavy work took too long');
    void this.#end('work_too_long');
  }

  /** Ends the process, if there is one; a job under way is refused. Resolves once it has ended. */
  async #end(why: 'work_broken_off' | 'work_too_long' = 'work_broken_off'): Promise<void> {
    clearTimeout(this.#timer);
    const ending = this.#process;
    this.#process = undefined;
    if (ending && ending.exitCode === null && ending.signalCode === null) {
      this.#ended = Promise.all([this.#ended, once(ending, 'exit')]);
      ending.kill('SIGKILL');
    }
    this.#fail(why);
    await this.#ended;
  }

  #fail(why: 'work_broken_off' | 'work_too_long'): void {
    const failed = this.#running;
    this.#running = undefined;
    failed?.reject(new Refusal(why));
    if (failed) this.#next();
  }
}
