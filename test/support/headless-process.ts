import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

/** Starts the built program (`npm run build`) without windows, with these settings and no others of this process. */
export function spawnHeadless(
  settings: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): ChildProcess {
  return spawn(process.execPath, [join(root, 'build/main/headless.cjs'), ...flags], {
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** Ends a process as a power cut does: at once, with nothing tidied up; answers once it is gone. */
export async function cutPower(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
