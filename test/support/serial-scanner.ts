import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A scanner at a real serial port of the kernel's (a pseudo-terminal). */
export interface PluggedScanner {
  /** It sends that, as it is. */
  send(bytes: string | readonly number[]): void;
  unplug(): Promise<void>;
}

/** Plugs a scanner in; `port` is the path of its port, where nothing may be yet. */
export async function plugSerialScanner(port: string): Promise<PluggedScanner> {
  const terminal = spawn('python3', [join(import.meta.dirname, 'scanner-on-a-terminal.py'), port], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(terminal, 'exit');
  await once(terminal.stdout, 'data');
  return {
    send: (bytes) => {
      const sent = typeof bytes === 'string' ? Buffer.from(bytes) : Buffer.from([...bytes]);
      terminal.stdin.write(`${sent.toString('hex')}\n`);
    },
    unplug: async () => {
      terminal.stdin.end();
      await ended;
    },
  };
}
