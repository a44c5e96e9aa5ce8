import { forkOwnProgram } from '../process/own-program';
import { CopyUnopenedError, PlaceUnusableError } from './copy-fault';
import type { CopyInput, CopyJob, CopyResult, OnProgress } from './copy-jobs';
import type { CopyMessage, CopyOrderMessage } from './copy-messages';

/** A job that tells nothing for so long stands still: the stick or the share no more answers. Two gigabytes are checked in a minute. */
const stillMs = 900_000;
/** What only looks, while a person waits. */
const quickMs = 20_000;
const quickJobs: ReadonlySet<CopyJob> = new Set(['find', 'look', 'list', 'key', 'recipient']);
const heapMegabytes = 512;

/** A job with copies, each in a process of its own. */
export class CopyWork {
  readonly #ends = new Set<() => void>();
  readonly #stillMs: number;
  #isStopped = false;

  constructor(limits: { readonly stillMs?: number } = {}) {
    this.#stillMs = limits.stillMs ?? stillMs;
  }

  /**
   * Does a job. Throws `PlaceUnusableError` (also `stalled` where it stood still), `CopyUnopenedError`, or an `Error` where its
   * process ended or it failed otherwise.
   */
  run<Job extends CopyJob>(
    job: Job,
    input: CopyInput<Job>,
    onProgress: OnProgress = () => undefined,
  ): Promise<CopyResult<Job>> {
    if (this.#isStopped) return Promise.reject(new Error('Antre is ending'));
    const limitMs = quickJobs.has(job) ? Math.min(quickMs, this.#stillMs) : this.#stillMs;
    return new Promise((resolve, reject) => {
      const { child, words } = forkOwnProgram('copy-process', heapMegabytes);
      let timer: NodeJS.Timeout | undefined;
      const end = () => {
        clearTimeout(timer);
        this.#ends.delete(broken);
        child.kill('SIGKILL');
      };
      const broken = () => {
        end();
        reject(new Error('Antre is ending'));
      };
      const wait = () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          // One that waits for a disk that no more answers can't even be killed; nobody waits for it.
          end();
          reject(new PlaceUnusableError('stalled'));
        }, limitMs).unref();
      };
      this.#ends.add(broken);
      child.on('message', (message: CopyMessage) => {
        if (message.kind === 'progress') {
          wait();
          onProgress(message.done, message.total);
          return;
        }
        end();
        if (message.kind === 'result') resolve(message.result as CopyResult<Job>);
        else if (message.kind === 'place') reject(new PlaceUnusableError(message.fault));
        else if (message.kind === 'open') reject(new CopyUnopenedError(message.fault));
        else reject(Object.assign(new Error(message.message), { code: message.code }));
      });
      child.on('error', (error) => {
        end();
        reject(error);
      });
      child.on('close', (status, signal) => {
        end();
        reject(new Error(`the process of copies ended (${signal ?? status}): ${words()}`));
      });
      wait();
      child.send({ job, input } satisfies CopyOrderMessage, () => undefined);
    });
  }

  /** Ends what is under way. */
  stop(): void {
    this.#isStopped = true;
    for (const end of [...this.#ends]) end();
  }
}
