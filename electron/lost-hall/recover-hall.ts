import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import { preserveRemembered } from '../store/backups/raise-numbers';
import { comingFile, putInPlace, setAside } from '../store/backups/replace-database';
import { CopyUnusableError, makeRestorable, removeDatabase } from '../store/backups/restorable-copy';
import { readMemory } from '../store/hall-memory';
import { type DatabaseLost, StoreUnusableError } from '../store/store-errors';
import { copyElsewhere, HallLost, newestGoodCopy, type OfferedCopy } from './lost-hall';

/** What is left of lost databases is kept so long, for whoever can mend it. */
const keptDays = 30;
const folderName = /^\d{8}T\d{9}Z$/;

/**
 * Puts the newest good copy where the database was lost, with numbering above all that may have been given, and keeps
 * what was left in `DATA_DIR/damaged`. Returns the copy. Throws `HallLost` if there is none.
 */
export async function restoreNewest(dataDir: string, lost: DatabaseLost, now: number): Promise<OfferedCopy> {
  const file = join(dataDir, 'antre.sqlite');
  const copy = newestGoodCopy(dataDir, lost);
  if (!copy) throw new HallLost(lost, null, copyElsewhere(dataDir));
  try {
    await makeRestorable(copy.file, comingFile(file), { adminNeeded: false });
    const remembered = readMemory(dataDir);
    const today = DateTime.fromMillis(now, { zone: copy.timezone }).toISODate() ?? '';
    preserveRemembered(comingFile(file), remembered === 'unreadable' ? null : remembered, today);
  } catch (error) {
    removeDatabase(comingFile(file));
    throw error instanceof CopyUnusableError
      ? new StoreUnusableError(`The copy ${copy.file} cannot be restored: it is ${error.fault}.`)
      : error;
  }
  setAside(file, asideFolder(dataDir, now));
  putInPlace(file);
  return copy;
}

/** Puts what is left of a lost database aside, so that a new hall can begin. Returns whether anything was left. */
export function clearPlace(dataDir: string, now: number): boolean {
  return setAside(join(dataDir, 'antre.sqlite'), asideFolder(dataDir, now));
}

/** Removes what was left of databases that were lost long ago. `now` is milliseconds since 1970 UTC. */
export function forgetDamaged(dataDir: string, now: number): void {
  const folder = join(dataDir, 'damaged');
  const oldest = stamp(now - keptDays * 24 * 3_600_000);
  for (const name of namesIn(folder)) {
    if (folderName.test(name) && name < oldest) rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function asideFolder(dataDir: string, now: number): string {
  return join(dataDir, 'damaged', stamp(now));
}

function stamp(now: number): string {
  return new Date(now).toISOString().replace(/[-:.]/g, '');
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
