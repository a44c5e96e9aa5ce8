import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram } from './build-program';

const root = join(import.meta.dirname, '../..');
const programs = ['electron/heavy/heavy-process.ts', 'electron/copies/copy-process.ts'];

/** Before any test: the programs of heavy work and of copies are built, and no older than their sources. */
export default async function buildProcesses(): Promise<void> {
  const sources = globSync('electron/**/*.{ts,json}', { cwd: root });
  const newest = Math.max(...sources.map((file) => statSync(join(root, file)).mtimeMs));
  for (const program of programs) {
    const name = program.replace(/^.*\/(.*)\.ts$/, '$1.cjs');
    const built = join(root, 'build/main', name);
    if (!existsSync(built) || statSync(built).mtimeMs < newest) await buildProgram(program, 'build/main');
  }
}
