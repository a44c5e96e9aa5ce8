import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { syncFolder } from '../store/durable-file';
import { StandbyCopy } from './standby-copy';

const folderOf = (dataDir: string) => join(dataDir, 'standby');
const currentOf = (dataDir: string) => join(folderOf(dataDir), 'current');
/** Where a copy is made anew, while the one before stays. */
export const comingCopy = (dataDir: string): string => join(folderOf(dataDir), 'coming');

/** The hall's files that stand in no database. */
export const filesFolder = (dataDir: string): string => join(folderOf(dataDir), 'files');

/** What lies of the hall in the data directory of its standby. */
export interface KeptCopies {
  /** The one that can become the hall's database. */
  readonly current: StandbyCopy | null;
  /** The one that is being made. */
  readonly coming: StandbyCopy | null;
}

export function openCopies(dataDir: string): KeptCopies {
  mkdirSync(folderOf(dataDir), { recursive: true, mode: 0o700 });
  const coming = StandbyCopy.open(comingCopy(dataDir));
  if (coming?.isWhole) return { current: promoteCopy(dataDir), coming: null };
  return { current: StandbyCopy.open(currentOf(dataDir)), coming };
}

/** What the hall can go on with, to look at: it may be in use. */
export function currentCopy(dataDir: string): StandbyCopy | null {
  return StandbyCopy.open(currentOf(dataDir));
}

/** Lets the copy that was made anew take the place of the one before; nobody may have either open. */
export function promoteCopy(dataDir: string): StandbyCopy | null {
  rmSync(currentOf(dataDir), { recursive: true, force: true });
  if (existsSync(comingCopy(dataDir))) renameSync(comingCopy(dataDir), currentOf(dataDir));
  syncFolder(folderOf(dataDir));
  return StandbyCopy.open(currentOf(dataDir));
}

/** Removes everything: this machine stands by no longer. */
export function forgetCopies(dataDir: string): void {
  rmSync(folderOf(dataDir), { recursive: true, force: true });
}
