import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DrillOutcome } from '../contract/admin-copies';
import { sumCopy } from '../store/backups/copy-sums';
import { CopyUnusableError, makeRestorable, removeDatabase } from '../store/backups/restorable-copy';
import { writeDurably } from '../store/durable-file';
import { CopyUnopenedError } from './copy-fault';
import { hashFile } from './hashed-file';
import { copyFileName, localSeal, partNames } from './manifest';
import { openCopy } from './read-copy';

/** Where what was counted of a local copy lies: beside it. */
const sealFile = (file: string): string => file.replace(/\.sqlite$/, '.json');

/** Counts a local copy that was just made, and keeps that beside it for later trials. */
export async function sealLocalCopy(file: string): Promise<void> {
  const sums = sumCopy(file);
  const { sha256 } = await hashFile(file);
  writeDurably(sealFile(file), JSON.stringify({ format: 'antre-copy-seal', sha256, sums }));
}

/**
 * Tries a local copy as a restore would use it, in a folder of its own: whole, counting as when it was made, brought to
 * the newest shape, with an admin in it.
 */
export async function tryLocalCopy(file: string, workFolder: string): Promise<DrillOutcome> {
  const tried = join(workFolder, 'tried.sqlite');
  try {
    const seal = existsSync(sealFile(file))
      ? localSeal.safeParse(JSON.parse(readFileSync(sealFile(file), 'utf8')))
      : null;
    const sums = sumCopy(file);
    if (seal && !seal.success) return 'miscounted';
    if (seal && JSON.stringify(sums) !== JSON.stringify(seal.data.sums)) return 'miscounted';
    return await tryDatabase(file, tried);
  } catch (error) {
    return outcomeOf(error);
  } finally {
    removeDatabase(tried);
  }
}

/**
 * Tries a copy of a second place: with the key as a restore would use it; without it, whether its bytes are those that were
 * written.
 */
export async function tryAwayCopy(
  copy: {
    readonly folder: string;
    readonly name: string;
    /** As the hall remembers what it wrote. */
    readonly sha256: string;
    readonly typedKey: string | undefined;
    readonly workFolder: string;
  },
  onProgress: (done: number, total: number) => void,
): Promise<DrillOutcome> {
  const { folder, name, sha256, typedKey, workFolder } = copy;
  const into = join(workFolder, 'tried-copy');
  try {
    if (typedKey === undefined) {
      const found = await hashFile(join(folder, copyFileName(name)), (bytes) => onProgress(bytes, 0));
      return found.sha256 === sha256 ? 'as_written' : 'damaged';
    }
    const opened = await openCopy({ folder, name, typedKey, into }, onProgress);
    if (!opened.countsRight) return 'miscounted';
    return await tryDatabase(join(into, partNames.database), join(into, 'tried.sqlite'));
  } catch (error) {
    return outcomeOf(error);
  } finally {
    rmSync(into, { recursive: true, force: true });
  }
}

async function tryDatabase(file: string, into: string): Promise<DrillOutcome> {
  await makeRestorable(file, into);
  return 'good';
}

function outcomeOf(error: unknown): DrillOutcome {
  if (error instanceof CopyUnopenedError || error instanceof CopyUnusableError) return error.fault;
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'SQLITE_FULL') return 'no_room';
  if (error instanceof SyntaxError) return 'miscounted';
  return /^E[A-Z]+$/.test(code) ? 'unreachable' : 'failed';
}
