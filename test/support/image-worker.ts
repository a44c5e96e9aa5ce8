import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildProgram } from './build-program';

const root = join(import.meta.dirname, '../..');

/** Sees to it that the program that makes pictures anew is built, and no older than its source. */
export async function requireImageWorker(): Promise<void> {
  const built = join(root, 'build/main/image-worker.cjs');
  const sources = join(root, 'electron/images');
  const newest = Math.max(...readdirSync(sources).map((file) => statSync(join(sources, file)).mtimeMs));
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return;
  await buildProgram('electron/images/image-worker.ts', 'build/main');
}
