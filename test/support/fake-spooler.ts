import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { onTestFinished, vi } from 'vitest';

type SpoolerPrinter = number | 'dies' | { readonly error: number; readonly sent: 'none' | 'some' };

/** A Windows print spooler behind a `powershell` that stands first on the PATH until the test ends. */
export interface FakeSpooler {
  /** Which printers it knows: the port of a fake printer behind a name, or what goes wrong with it. */
  know(printers: Readonly<Record<string, SpoolerPrinter>>): void;
  /** The command line that it was started by last. */
  readonly startedWith: readonly string[];
  /** The ids of the processes that were started, in order; some may have ended. */
  readonly processes: readonly number[];
  /** Whether one that was just started gets no further, or goes on. */
  holdStart(held: boolean): void;
}

export function fakeSpooler(printers: Readonly<Record<string, SpoolerPrinter>>): FakeSpooler {
  const folder = mkdtempSync(join(tmpdir(), 'antre-spooler-'));
  const know: FakeSpooler['know'] = (known) =>
    writeFileSync(join(folder, 'printers.json'), JSON.stringify(known));
  know(printers);
  copyFileSync(join(import.meta.dirname, 'fake-powershell.mjs'), join(folder, 'powershell.mjs'));
  symlinkSync('powershell.mjs', join(folder, 'powershell'));
  vi.stubEnv('PATH', [folder, dirname(process.execPath), process.env.PATH].join(delimiter));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
  });
  return {
    know,
    get startedWith() {
      return JSON.parse(readFileSync(join(folder, 'arguments.json'), 'utf8')) as string[];
    },
    get processes() {
      const started = join(folder, 'processes');
      return existsSync(started) ? readFileSync(started, 'utf8').trim().split('\n').map(Number) : [];
    },
    holdStart: (held) => {
      if (held) writeFileSync(join(folder, 'starting'), '');
      else rmSync(join(folder, 'starting'));
    },
  };
}
