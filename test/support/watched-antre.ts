import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { until } from './until';

const root = join(import.meta.dirname, '../..');
const loadedMs = 60_000;

/** A process that watches over another, and what both wrote. */
export interface Watched {
  readonly watcher: ChildProcess;
  words(): string;
  /** The id of the process that is watched now. */
  pid(): number | undefined;
  /** Waits until another process than this is watched, and words of that kind stand in the output so many times. */
  again(killed: number, words: RegExp, times: number): Promise<number>;
  /** The exit status of the one that watches. */
  readonly ended: Promise<number | null>;
}

/** Why it was started again, as it is kept for the admins. */
export interface KeptRestart {
  readonly at: number;
  readonly reason: string;
  readonly detail: string;
  readonly error: string;
}

/** Starts a program of this project's (`scripts/start.cjs`, `test/support/watch-program.cjs`) that watches over another. */
export function startWatched(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
): Watched {
  const watcher = spawn(process.execPath, [...parameters], {
    cwd: root,
    env: { PATH: process.env.PATH, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let words = '';
  watcher.stderr?.on('data', (chunk: Buffer) => {
    words += chunk;
  });
  const ended = once(watcher, 'exit').then(([status]) => status as number | null);
  const pid = () => childrenOf(watcher.pid ?? 0)[0];
  onTestFinished(async () => {
    const last = pid();
    watcher.kill('SIGKILL');
    await ended;
    if (last !== undefined) endAtOnce(last);
  });
  return {
    watcher,
    words: () => words,
    pid,
    again: (killed, wanted, times) =>
      until(
        `another process than ${killed}, and ${wanted} ${times} times in: ${words}`,
        () => {
          const now = pid();
          return now !== killed && (words.match(wanted)?.length ?? 0) >= times && now;
        },
        loadedMs,
      ),
    ended,
  };
}

/** What is kept in a data directory of restarts, the oldest first. */
export function keptRestarts(dataDir: string): KeptRestart[] {
  const file = join(dataDir, 'restarts.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

/** Waits until a process is no more. */
export async function untilEnded(pid: number): Promise<void> {
  await until(`the end of ${pid}`, () => !isRunning(pid), loadedMs);
}

function isRunning(pid: number): boolean {
  try {
    // A zombie has ended; its parent has only not yet asked.
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function endAtOnce(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const [, state, ppid] = /\) (\S) (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8')) ?? [];
        return state !== 'Z' && Number(ppid) === parent ? [Number(name)] : [];
      } catch {
        return [];
      }
    });
}
