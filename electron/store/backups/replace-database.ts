import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFile, syncFolder } from '../durable-file';

/** Where a restorable copy stands until it takes the database's place, and what was there until it is filed away. */
export const comingFile = (file: string): string => `${file}.coming`;
export const replacedFile = (file: string): string => `${file}.replaced`;

/**
 * Puts the restorable copy in the place of a database that nobody has open, and keeps what was there as
 * `replacedFile`. At each moment the place holds one of the two, whole, also where the power fails.
 */
export function swapDatabase(file: string): void {
  const replaced = replacedFile(file);
  rmSync(replaced, { force: true });
  syncFile(comingFile(file));
  try {
    linkSync(file, replaced);
  } catch {
    // A file system without hard links.
    copyFileSync(file, replaced, constants.COPYFILE_EXCL);
    syncFile(replaced);
  }
  renameSync(comingFile(file), file);
  syncFolder(dirname(file));
}

/**
 * What a swap that was broken off left behind: answers whether there is a replaced database to be filed away; one
 * that is still the database itself is only let go of.
 */
export function tidyAfterSwap(file: string): boolean {
  const replaced = replacedFile(file);
  if (!existsSync(replaced)) return false;
  if (existsSync(file) && statSync(file).ino === statSync(replaced).ino) {
    rmSync(replaced);
    return false;
  }
  return true;
}

/**
 * Moves what is left of a lost database into a folder of its own, where it is kept for whoever can mend it; the memory
 * of the hall stays. Returns whether there was anything.
 */
export function setAside(file: string, folder: string): boolean {
  const parts = [file, `${file}-wal`, `${file}-shm`, `${file}-journal`].filter((part) => existsSync(part));
  if (parts.length === 0) return false;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const part of parts) renameSync(part, join(folder, basename(part)));
  syncFolder(folder);
  syncFolder(dirname(file));
  return true;
}

/** Puts the restorable copy where no database is any more. */
export function putInPlace(file: string): void {
  syncFile(comingFile(file));
  renameSync(comingFile(file), file);
  syncFolder(dirname(file));
}
