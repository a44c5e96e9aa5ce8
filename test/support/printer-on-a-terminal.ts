import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FakePrinter } from '../../native/printer/fake-printer';
import { temporaryFolder } from './temporary-store';

/** Why there can be no pseudo-terminal here, or null. */
export const terminalUnable =
  spawnSync('python3', ['-c', 'import pty']).status === 0 ? null : 'needs python3 to make a pseudo-terminal';

/** Shows a fake printer as a device file of the kernel's until the test ends; answers its path. */
export async function printerOnATerminal(fake: FakePrinter): Promise<string> {
  return (await startTerminal(fake)).path;
}

/** A device file that comes and goes, as with the cable of the fake printer behind it. */
export interface PluggedTerminal {
  /** The same whenever it is plugged in. */
  readonly path: string;
  /** The fake printer's dropped line pulls it out too. */
  unplug(): Promise<void>;
  plug(): Promise<void>;
}

/** Shows a fake printer as a device file that is plugged in; it is gone when the test ends. */
export async function pluggedTerminal(fake: FakePrinter): Promise<PluggedTerminal> {
  const path = join(temporaryFolder(), 'tty');
  let pulled: () => Promise<void> = async () => undefined;
  const plug = async () => {
    const terminal = await startTerminal(fake);
    const gone = once(terminal.process, 'exit').then(() => rmSync(path, { force: true }));
    symlinkSync(terminal.path, path);
    pulled = async () => {
      terminal.process.kill();
      await gone;
    };
  };
  await plug();
  return { path, plug, unplug: () => pulled() };
}

async function startTerminal(fake: FakePrinter) {
  const program = join(import.meta.dirname, 'printer-on-a-terminal.py');
  const terminal = spawn('python3', [program, String(fake.port)], { stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void terminal.kill());
  const [path] = (await once(terminal.stdout, 'data')) as [Buffer];
  return { path: path.toString().trim(), process: terminal };
}
