import { chmodSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../contract/admin-backups';
import { localInstant } from '../queue/local-instant';
import type { Store } from '../store/store';

const fileName = /^(antre-\d{8}T\d{6}\d{3}Z)\.sqlite$/;

/** The copies in `DATA_DIR/backups`, the newest first; other files there are ignored. */
export function listBackups(dataDir: string, timezone: string): Backup[] {
  const folder = join(dataDir, 'backups');
  return filesOf(folder)
    .flatMap((file) => {
      const id = fileName.exec(file)?.[1];
      if (id === undefined) return [];
      const { mtimeMs, size } = statSync(join(folder, file));
      return [{ id, madeAt: localInstant(Math.trunc(mtimeMs), timezone), bytes: size }];
    })
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

/**
 * Copies the database into `DATA_DIR/backups`, named by the moment (milliseconds since 1970 UTC); answers its id. The
 * file gets its name only once it is whole, and only Antre's own user may read it.
 */
export async function makeBackup(store: Store, dataDir: string, now: number): Promise<string> {
  const folder = join(dataDir, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const id = `antre-${new Date(now).toISOString().replace(/[-:.]/g, '')}`;
  const unfinished = join(folder, `${id}.part`);
  try {
    await store.backup(unfinished);
    chmodSync(unfinished, 0o600);
    renameSync(unfinished, join(folder, `${id}.sqlite`));
  } finally {
    rmSync(unfinished, { force: true });
  }
  return id;
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No copy was made yet.
    return [];
  }
}
