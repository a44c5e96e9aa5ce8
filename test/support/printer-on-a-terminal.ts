import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { FakePrinter } from '../../native/printer/fake-printer';

/** Why there can be no pseudo-terminal here, or null. */
export const terminalUnable =
  spawnSync('python3', ['-c', 'import pty']).status === 0 ? null : 'needs python3 to make a pseudo-terminal';

/** Shows a fake printer as a device file of the kernel's until the test ends; answers its path. */
export async function printerOnATerminal(fake: FakePrinter): Promise<string> {
  const program = join(import.meta.dirname, 'printer-on-a-terminal.py');
  const terminal = spawn('python3', [program, String(fake.port)], { stdio: ['ignore', 'pipe', 'ignore'] });
  onTestFinished(() => void terminal.kill());
  const [path] = (await once(terminal.stdout, 'data')) as [Buffer];
  return path.toString().trim();
}
