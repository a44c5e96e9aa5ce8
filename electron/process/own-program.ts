import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The file of a program of Antre's own, by its name (`heavy-process`): built beside this one; where the sources themselves
 * run (tests), the built one is taken. A plain Node can't read Electron's archive: there the file lies beside it.
 */
export function ownProgram(name: string): string {
  const beside = join(__dirname, `${name}.cjs`).replace(/([\\/]app\.asar)(?=[\\/])/, '$1.unpacked');
  return existsSync(beside) ? beside : join(__dirname, `../../build/main/${name}.cjs`);
}
