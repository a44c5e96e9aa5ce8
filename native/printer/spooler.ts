import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { spoolerProgram } from './spooler-program';

type PowerShell = ChildProcessByStdio<Writable, Readable, null>;

/** Milliseconds for which PowerShell is kept: to start it takes a second or two, which a visitor would wait for. */
const keptFor = 3_600_000;

/** A question that PowerShell could not be asked, or did not answer. */
export type SpoolerSilence = 'missing' | 'timed_out' | 'ended';

/**
 * Windows' print spooler, spoken to through Windows' own PowerShell, which runs on its own for as long as it is used.
 * One question at a time. Never rejects.
 */
export class Spooler {
  #shell: PowerShell | null = null;
  #answer: (line: string | SpoolerSilence) => void = () => undefined;
  #letGo: NodeJS.Timeout | undefined;

  /** Tells it one line of `spoolerProgram`'s language; answers the words of its answer, or why there is none. */
  ask(words: readonly string[], deadline: number): Promise<readonly string[] | SpoolerSilence> {
    clearTimeout(this.#letGo);
    const shell = this.#shell ?? this.#start();
    return new Promise((resolve) => {
      const settle = (line: string | SpoolerSilence) => {
        clearTimeout(timer);
        this.#answer = () => undefined;
        this.#letGo = setTimeout(() => this.#end(shell), keptFor).unref();
        resolve(isSilence(line) ? line : line.trim().split(' '));
      };
      // It may be in the middle of anything: the next question goes to a new one.
      const timer = setTimeout(() => {
        this.#end(shell);
        settle('timed_out');
      }, deadline);
      this.#answer = settle;
      shell.stdin.write(`${words.join(' ')}\n`, () => undefined);
    });
  }

  /** Ends PowerShell where it runs; a later question starts it anew. */
  close(): void {
    clearTimeout(this.#letGo);
    if (this.#shell) this.#end(this.#shell);
  }

  #start(): PowerShell {
    const shell = spawn('powershell', powerShellArguments, {
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    this.#shell = shell;
    const gone = (why: SpoolerSilence) => {
      if (this.#shell !== shell) return;
      this.#shell = null;
      this.#answer(why);
    };
    shell.once('error', () => gone('missing'));
    shell.once('exit', () => gone('ended'));
    shell.stdin.on('error', () => undefined);
    createInterface({ input: shell.stdout }).on('line', (line) => {
      if (this.#shell === shell) this.#answer(line);
    });
    // Antre's end closes its input, and that ends it.
    shell.unref();
    for (const pipe of [shell.stdin, shell.stdout]) if ('unref' in pipe) (pipe as { unref(): void }).unref();
    return shell;
  }

  #end(shell: PowerShell): void {
    if (this.#shell === shell) this.#shell = null;
    shell.kill();
  }
}

/** `-EncodedCommand` takes UTF-16 in base64: nothing of the program is for a command line to read. */
const powerShellArguments = [
  '-NoLogo',
  '-NoProfile',
  '-NonInteractive',
  '-ExecutionPolicy',
  'Bypass',
  '-EncodedCommand',
  Buffer.from(spoolerProgram, 'utf16le').toString('base64'),
];

function isSilence(line: string): line is SpoolerSilence {
  return line === 'missing' || line === 'timed_out' || line === 'ended';
}

/** A text as `spoolerProgram` reads and writes it. */
export const spoolerText = {
  write: (text: string) => Buffer.from(text, 'utf8').toString('base64'),
  read: (text: string) => Buffer.from(text, 'base64').toString('utf8'),
};
