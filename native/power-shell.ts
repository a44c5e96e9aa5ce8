import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

type Running = ChildProcessByStdio<Writable, Readable, null>;

/** Milliseconds for which PowerShell is kept: to start it takes some seconds, which a visitor would wait for. */
const keptFor = 3_600_000;
/** Longer than the slowest kiosk takes to start it; after that it is started anew. */
const longestStart = 60_000;

/**
 * Why there is no answer. `starting`: nothing was asked, since PowerShell isn't ready yet; it goes on starting. `missing`:
 * nothing was asked, since there is none here that runs the program. `timed_out` and `ended`: it was asked, and what came of that is unknown.
 */
export type PowerShellSilence = 'starting' | 'missing' | 'timed_out' | 'ended';
const silences: readonly string[] = [
  'starting',
  'missing',
  'timed_out',
  'ended',
] satisfies PowerShellSilence[];

/**
 * A program for Windows' own PowerShell, which runs on its own for as long as it is used: it says `ready` once it is, and then answers a
 * line to each line it is told. One question at a time. Never rejects.
 */
export class PowerShell {
  readonly #program: string;
  #shell: Running | null = null;
  #isReady = false;
  /** Told each line that PowerShell says, or that it is gone. */
  #hear: (line: string) => void = () => undefined;
  #letGo: NodeJS.Timeout | undefined;

  /** `program`: in PowerShell's language, of some thousand characters at most. */
  constructor(program: string) {
    this.#program = program;
  }

  /**
   * Tells it one line of the program's language; returns the words of its answer, or why there is none. It has
   * `deadline` milliseconds to answer; to start, where it doesn't run yet, it has `startWithin` besides.
   */
  async ask(
    words: readonly string[],
    deadline: number,
    startWithin: number = deadline,
  ): Promise<readonly string[] | PowerShellSilence> {
    clearTimeout(this.#letGo);
    const shell = this.#shell ?? this.#start();
    const begun = this.#isReady ? 'ready' : await this.#next(startWithin, 'starting');
    // One that ends before it is ready can't run the program here.
    if (begun !== 'ready') return begun === 'starting' ? 'starting' : 'missing';
    shell.stdin.write(`${words.join(' ')}\n`, () => undefined);
    const answer = await this.#next(deadline, 'timed_out');
    // It may be in the middle of anything: the next question goes to a new one.
    if (answer === 'timed_out') this.#end(shell);
    else if (this.#shell === shell) this.#letGo = setTimeout(() => this.#end(shell), keptFor).unref();
    return isSilence(answer) ? answer : answer.split(' ');
  }

  /** Ends PowerShell where it runs; a later question starts it anew. */
  close(): void {
    clearTimeout(this.#letGo);
    if (this.#shell) this.#end(this.#shell);
    this.#hear('ended');
  }

  /** The next line, or `otherwise` where none comes in time. */
  #next(deadline: number, otherwise: PowerShellSilence): Promise<string> {
    return new Promise((resolve) => {
      const settle = (line: string) => {
        clearTimeout(timer);
        this.#hear = () => undefined;
        resolve(line);
      };
      const timer = setTimeout(() => settle(otherwise), deadline);
      this.#hear = settle;
    });
  }

  #start(): Running {
    const shell = spawn('powershell', powerShellArguments(this.#program), {
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    this.#shell = shell;
    this.#isReady = false;
    const tooLong = setTimeout(() => this.#end(shell), longestStart).unref();
    const gone = (why: PowerShellSilence) => {
      clearTimeout(tooLong);
      if (this.#shell !== shell) return;
      this.#shell = null;
      this.#hear(why);
    };
    shell.once('error', () => gone('missing'));
    shell.once('exit', () => gone('ended'));
    shell.stdin.on('error', () => undefined);
    createInterface({ input: shell.stdout }).on('line', (line) => {
      if (this.#shell !== shell || (!this.#isReady && line.trim() !== 'ready')) return;
      clearTimeout(tooLong);
      this.#isReady = true;
      this.#hear(line.trim());
    });
    // Antre's end closes its input, and that ends it.
    shell.unref();
    for (const pipe of [shell.stdin, shell.stdout]) if ('unref' in pipe) (pipe as { unref(): void }).unref();
    return shell;
  }

  #end(shell: Running): void {
    if (this.#shell === shell) this.#shell = null;
    shell.kill();
  }
}

/** `-EncodedCommand` takes UTF-16 in base64: nothing of the program is for a command line to read. */
const powerShellArguments = (program: string) => [
  '-NoLogo',
  '-NoProfile',
  '-NonInteractive',
  '-ExecutionPolicy',
  'Bypass',
  '-EncodedCommand',
  Buffer.from(program, 'utf16le').toString('base64'),
];

function isSilence(line: string): line is PowerShellSilence {
  return silences.includes(line);
}

/** A text as the programs read and write it. */
export const powerShellText = {
  write: (text: string) => Buffer.from(text, 'utf8').toString('base64'),
  read: (text: string) => Buffer.from(text, 'base64').toString('utf8'),
};
