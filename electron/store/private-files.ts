import { chmodSync, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Chromium's profile has thousands of files, and the closed folder above them keeps others out. */
const closedByItsFolder = 'electron';
const sticky = 0o1000;

/**
 * Takes away from everybody but its owner what a data directory holds: the folder itself (which somebody else may have
 * made, open to all) and the files that an older Antre left readable. What belongs to another user, and a folder that
 * several share (`/tmp`), stay as they are. Windows has rights of its own, by which a user's folder is the user's.
 */
export function keepPrivate(dataDir: string): void {
  if (process.platform === 'win32') return;
  close(dataDir);
}

function close(path: string): void {
  const { mode, uid } = lstatSync(path);
  const isFolder = (mode & 0o170000) === 0o040000;
  const isFile = (mode & 0o170000) === 0o100000;
  if (!isFolder && !isFile) return;
  if (uid !== process.getuid?.() || (mode & sticky) !== 0) return;
  const own = isFolder ? 0o700 : 0o600 | (mode & 0o100);
  if ((mode & 0o777) !== own) chmodSync(path, own);
  if (!isFolder || path.endsWith(`/${closedByItsFolder}`)) return;
  for (const name of readdirSync(path)) close(join(path, name));
}
