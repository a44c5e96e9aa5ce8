import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname } from 'node:path';

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

function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** So that the new name is on disk; Windows can't and needn't. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
