import {
  chmodSync,
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { DateTime } from 'luxon';
import type { Backup } from '../../contract/admin-backups';
import { localInstant } from '../../queue/local-instant';
import { syncFile, syncFolder } from '../durable-file';
import type { Store } from '../store';
import { comingFile, replacedFile, tidyAfterSwap } from './replace-database';
import { CopyUnusableError, finishCopy, removeDatabase } from './restorable-copy';

type Kind = Backup['kind'];

const fileName = /^(antre-(\d{8}T\d{9}Z)(?:-(daily|replaced))?)\.sqlite$/;
/** So many copies that were made by themselves are kept, one of each day. */
const dailyKept = 14;

/** The copies in `DATA_DIR/backups`, the newest first; other files there are ignored. */
export function listBackups(dataDir: string, timezone: string): Backup[] {
  const folder = join(dataDir, 'backups');
  return filesOf(folder)
    .flatMap((file) => {
      const [, id, stamp = '', kind = 'made'] = fileName.exec(file) ?? [];
      const madeAt = DateTime.fromFormat(stamp, "yyyyMMdd'T'HHmmssSSS'Z'", { zone: 'utc' }).toMillis();
      if (id === undefined || Number.isNaN(madeAt)) return [];
      const { size } = statSync(join(folder, file));
      return [{ id, kind: kind as Kind, madeAt: localInstant(madeAt, timezone), bytes: size }];
    })
    .sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** The file of a copy, or undefined. The id is one of `listBackups`, so that no other file can be meant. */
export function backupFile(dataDir: string, id: string): string | undefined {
  const file = join(dataDir, 'backups', `${id}.sqlite`);
  return fileName.test(`${id}.sqlite`) && existsSync(file) ? file : undefined;
}

/**
 * Copies the database into `DATA_DIR/backups`, named by the moment (milliseconds since 1970 UTC), or by the next that is free; returns its id. The
 * file gets its name only once it is whole, and only Antre's own user may read it.
 */
export async function makeBackup(
  store: Store,
  dataDir: string,
  now: number,
  kind: Exclude<Kind, 'replaced'>,
): Promise<string> {
  const { id, unfinished } = reserveName(makeFolder(dataDir), now, kind);
  try {
    await store.backup(unfinished);
    finishCopy(unfinished);
    chmodSync(unfinished, 0o600);
    syncFile(unfinished);
    renameSync(unfinished, join(dataDir, 'backups', `${id}.sqlite`));
    syncFolder(join(dataDir, 'backups'));
  } finally {
    rmSync(unfinished, { force: true });
  }
  return id;
}

/**
 * Files a database that a restored copy replaced among the backups; returns its id, or null where there is none. Also
 * called at the start, for a restore that was broken off. `file` is the database's own.
 */
export function tidyAfterRestore(file: string, dataDir: string, now: number): string | null {
  removeDatabase(comingFile(file));
  if (!tidyAfterSwap(file)) return null;
  const id = idOf(now, 'replaced');
  const kept = join(makeFolder(dataDir), `${id}.sqlite`);
  renameSync(replacedFile(file), kept);
  chmodSync(kept, 0o600);
  try {
    finishCopy(kept);
  } catch (error) {
    // Damaged, it is kept as it is: it may be why a copy was restored.
    if (!(error instanceof CopyUnusableError)) throw error;
  }
  return id;
}

/** Makes the copy of a local day where it has none yet, and removes those of long ago. Returns its id, or null. */
export async function makeDailyBackup(
  store: Store,
  dataDir: string,
  moment: { readonly now: number; readonly timezone: string },
): Promise<string | null> {
  const daily = listBackups(dataDir, moment.timezone).filter(({ kind }) => kind === 'daily');
  const today = localInstant(moment.now, moment.timezone).slice(0, 10);
  if (daily.some(({ madeAt }) => madeAt.startsWith(today))) return null;
  const id = await makeBackup(store, dataDir, moment.now, 'daily');
  for (const old of daily.slice(dailyKept - 1)) removeBackup(dataDir, old.id);
  return id;
}

/** Lays a database that is a copy among the backups, by when it was made (milliseconds since 1970 UTC). Returns its id. */
export function fileBackup(dataDir: string, file: string, madeAt: number): string {
  const { id, unfinished } = reserveName(makeFolder(dataDir), madeAt, 'made');
  try {
    copyFileSync(file, unfinished);
    chmodSync(unfinished, 0o600);
    syncFile(unfinished);
    renameSync(unfinished, join(dataDir, 'backups', `${id}.sqlite`));
    syncFolder(join(dataDir, 'backups'));
  } finally {
    rmSync(unfinished, { force: true });
  }
  return id;
}

/** Removes a copy. */
export function removeBackup(dataDir: string, id: string): void {
  rmSync(join(dataDir, 'backups', `${id}.sqlite`), { force: true });
  // What was counted of it (`copies/drill.ts`).
  rmSync(join(dataDir, 'backups', `${id}.json`), { force: true });
}

function idOf(now: number, kind: Kind): string {
  const stamp = new Date(now).toISOString().replace(/[-:.]/g, '');
  return `antre-${stamp}${kind === 'made' ? '' : `-${kind}`}`;
}

/**
 * Takes the name of that moment, or of the first after it that no other copy has: what waited while Antre stood still is
 * asked for all at once. Returns the id, and the file that is to be filled.
 */
function reserveName(
  folder: string,
  now: number,
  kind: Kind,
): { readonly id: string; readonly unfinished: string } {
  for (let moment = now; ; moment += 1) {
    const id = idOf(moment, kind);
    const unfinished = join(folder, `${id}.part`);
    if (existsSync(join(folder, `${id}.sqlite`))) continue;
    try {
      closeSync(openSync(unfinished, 'wx', 0o600));
      return { id, unfinished };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function makeFolder(dataDir: string): string {
  const folder = join(dataDir, 'backups');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    // No copy was made yet.
    return [];
  }
}
