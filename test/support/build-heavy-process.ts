import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram } from './build-program';

const root = join(import.meta.dirname, '../..');

/** Before any test: the program of heavy work is built, and no older than its sources. */
export default async function buildHeavyProcess(): Promise<void> {
  const built = join(root, 'build/main/heavy-process.cjs');
  const sources = globSync('electron/**/*.{ts,json}', { cwd: root });
  const newest = Math.max(...sources.map((file) => statSync(join(root, file)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  await buildProgram('electron/heavy/heavy-process.ts', 'build/main');
}
