import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The file of a program of Antre's own, by its name (`heavy-process`): built beside this one; where the sources themselves
 * run (tests), the built one is taken. A plain Node can't read Electron's archive: there the file lies beside it.
 */
function ownProgram(name: string): string {
  const beside = join(__dirname, `${name}.cjs`).replace(/([\\/]app\.asar)(?=[\\/])/, '$1.unpacked');
  return existsSync(beside) ? beside : join(__dirname, `../../build/main/${name}.cjs`);
}

const longestWords = 2_000;

/**
 * Starts a program of Antre's own (`heavy-process`) as Node, with so much memory for its objects, to be spoken to by messages.
 * `words`: the last that it said on its way to an end.
 */
export function forkOwnProgram(
  name: string,
  heapMegabytes: number,
): { readonly child: ChildProcess; readonly words: () => string } {
  const child = fork(ownProgram(name), {
    // Electron 25 can't use the database's driver but in its main process; a later one forks itself as Node.
    execPath: process.env.ANTRE_NODE ?? process.execPath,
    execArgv: [`--max-old-space-size=${heapMegabytes}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  let words = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString()).slice(-longestWords);
  });
  return { child, words: () => words };
}
