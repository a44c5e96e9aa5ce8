import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** How the hall's process was within a second. */
export interface ProcessSample {
  /** Milliseconds since 1970 by this machine's clock. */
  readonly at: number;
  readonly pid: number;
  /** Bytes. */
  readonly rss: number;
  /** Milliseconds by which a timer of the event loop came too late → how often within that second. */
  readonly delays: Readonly<Record<string, number>>;
}

/** A hall that runs as `npm run serve` runs it, watched over, whose clock can be set wrong. */
export class HallProcess {
  readonly #watcher: ChildProcess;

  private constructor(
    readonly url: string,
    readonly folder: string,
    readonly dataDir: string,
    watcher: ChildProcess,
  ) {
    this.#watcher = watcher;
  }

  /** Starts it on a free port with these settings; resolves once it answers. `folder` holds its samples and its log. */
  static async start(
    folder: string,
    settings: Readonly<Record<string, string>> & { readonly ANTRE_DATA_DIR: string },
  ): Promise<HallProcess> {
    const dataDir = settings.ANTRE_DATA_DIR;
    writeFileSync(join(folder, 'shift'), '0');
    const port = await freePort();
    const watcher = spawn(process.execPath, ['scripts/start.cjs', '--headless'], {
      env: {
        ...process.env,
        // Vite's runner, which runs this, says "development" to whoever builds.
        NODE_ENV: undefined,
        NODE_OPTIONS: `--require=${join(import.meta.dirname, 'wrong-clock.cjs')}`,
        ANTRE_SOAK_FOLDER: folder,
        ANTRE_PORT: String(port),
        ANTRE_LOG: 'warn',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const log = join(folder, 'hall.log');
    for (const output of [watcher.stdout, watcher.stderr]) {
      output.on('data', (words: Buffer) => writeFileSync(log, words, { flag: 'a' }));
    }
    const hall = new HallProcess(`http://127.0.0.1:${port}`, folder, dataDir, watcher);
    await hall.answers(300_000).catch(async (error: unknown) => {
      await hall.stop();
      throw error;
    });
    return hall;
  }

  /** Shifts the hall's wall clock by so many milliseconds from the truth. */
  setClockWrongBy(milliseconds: number): void {
    writeFileSync(join(this.folder, 'shift'), String(milliseconds));
  }

  /**
   * Sends a signal to the process that serves, not to the one that watches over it; one that has only just begun is
   * waited for, since it is known by its first sample.
   */
  async signal(signal: NodeJS.Signals): Promise<void> {
    for (;;) {
      const { pid } = this.samples().at(-1) ?? {};
      try {
        if (pid !== undefined) {
          process.kill(pid, signal);
          return;
        }
      } catch (error) {
        // The last one that was known has ended.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
      await pause(100);
    }
  }

  /** Resolves once the hall answers; rejects where it does not within so many milliseconds. */
  async answers(within: number): Promise<void> {
    const until = Date.now() + within;
    while (Date.now() < until) {
      const answer = await fetch(`${this.url}/healthz`, { signal: AbortSignal.timeout(2000) }).catch(
        () => null,
      );
      if (answer) return;
      await pause(100);
    }
    throw new Error(`the hall does not answer; see ${join(this.folder, 'hall.log')}`);
  }

  samples(): readonly ProcessSample[] {
    const file = join(this.folder, 'process.jsonl');
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.endsWith('}'))
      .map((line) => JSON.parse(line) as ProcessSample);
  }

  async stop(): Promise<void> {
    if (this.#watcher.exitCode !== null) return;
    this.#watcher.kill('SIGTERM');
    await once(this.#watcher, 'exit');
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
