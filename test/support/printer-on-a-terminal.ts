import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FakePrinter } from '../../native/printer/testing/fake-printer';

/** Why there can be no pseudo-terminal here, or null. */
export const terminalUnable =
  spawnSync('python3', ['-c', 'import pty']).status === 0 ? null : 'needs python3 to make a pseudo-terminal';

/** Shows a fake printer as a device file of the kernel's until the test ends; returns its path. */
export async function printerOnATerminal(fake: FakePrinter): Promise<string> {
  return (await startTerminal(fake)).path;
}

/** Below /dev, where the address of a serial port has to be, and for everybody to write to. */
const memoryFolder = '/dev/shm';

/** Why there can be no `pluggedTerminal` here, or null. */
export const pluggedTerminalUnable =
  terminalUnable ?? (existsSync(memoryFolder) ? null : `needs ${memoryFolder} to put a device file into`);

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
  const folder = mkdtempSync(`${memoryFolder}/antre-test-`);
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'tty');
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
