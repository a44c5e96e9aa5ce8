import { Worker } from 'node:worker_threads';
import type { Log } from '../log';

const everyMs = 1_000;
/** A part that won't stop must not keep the machine from going down. */
export const stopWithinMs = 10_000;

/** Text, since a worker can't be a file of its own in a bundle. */
const endWithParentProgram = `
const { workerData } = require('node:worker_threads');
const { parent, afterMs } = workerData;
const gone = () => {
  if (process.ppid !== parent) return true;
  try { process.kill(parent, 0); } catch (error) { return error.code === 'ESRCH'; }
  return false;
};
setInterval(() => {
  if (gone()) setTimeout(() => process.kill(process.pid, 'SIGKILL'), afterMs);
}, 1000);
`;

/**
 * Ends this process so many milliseconds after its parent has ended. It must not go on without one, nor stand in its
 * successor's way: where its own loop hangs and it can't end by itself, a thread ends it.
 */
export function endWithParent(afterMs: number): void {
  new Worker(endWithParentProgram, { eval: true, workerData: { parent: process.ppid, afterMs } }).unref();
}

/** What the process that watches over this one (scripts/supervise.cjs) is told; without such a one, nobody is. */
export class Watcher {
  /** `stop` is called when it asks this process to end, or has itself ended. */
  constructor(stop: () => void) {
    if (!process.send) return;
    process.on('message', (message: { readonly kind?: string }) => {
      if (message.kind === 'stop') stop();
    });
    process.on('disconnect', stop);
    endWithParent(stopWithinMs + 2_000);
    setInterval(() => {
      void tell({ kind: 'alive', memoryBytes: process.memoryUsage.rss() });
    }, everyMs).unref();
  }

  /** From now on it can keep in this data directory why it started this process again. */
  starting(dataDir: string): void {
    void tell({ kind: 'starting', dataDir });
  }

  /** The parts run; null: they have no server that could be asked. */
  started(url: string | null): void {
    void tell({ kind: 'started', url });
  }

  /** Resolves once it knows why this process ends. Never rejects. */
  async crashed(error: unknown): Promise<void> {
    await tell({
      kind: 'crashed',
      error: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
    });
  }
}

/**
 * Ends this process in order where something was thrown that nobody foresaw: what it still did could be wrong. `keep` writes down
 * why, before anything else can fail.
 */
export function endOnUnforeseen(
  { log, watcher, keep }: { readonly log: Log; readonly watcher: Watcher; keep(error: unknown): void },
  end: () => void,
): void {
  let ending = false;
  const crash = (error: unknown) => {
    log.error({ err: error }, 'crashed');
    if (ending) return;
    ending = true;
    keep(error);
    void watcher.crashed(error).then(end);
  };
  process.on('uncaughtException', crash);
  process.on('unhandledRejection', crash);
}

function tell(message: unknown): Promise<void> {
  return new Promise((resolve) => {
    if (!process.send || !process.connected) resolve();
    // That the watcher is gone is told by `disconnect`.
    else process.send(message, undefined, undefined, () => resolve());
  });
}
