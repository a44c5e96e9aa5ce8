import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';

/** Below this a busy week may fill the disk. */
const lowBytes = 200 * 1024 * 1024;
/** Below this SQLite can't be trusted to write a day's tickets. */
const fullBytes = 10 * 1024 * 1024;

export interface DiskSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
  readonly state: 'enough' | 'low' | 'full';
}

/** Returns how much is free where the data lies. */
export async function diskSpace(dataDir: string): Promise<DiskSpace> {
  const { bavail, blocks, bsize } = await statfs(dataDir);
  const freeBytes = bavail * bsize;
  const state = freeBytes < fullBytes ? 'full' : freeBytes < lowBytes ? 'low' : 'enough';
  return { freeBytes, totalBytes: blocks * bsize, state };
}

/** Bytes of the files in a folder itself whose names fit; 0 where there is no such folder. */
export async function bytesIn(folder: string, names: RegExp): Promise<number> {
  const found = (await readdir(folder).catch(() => [])).filter((name) => names.test(name));
  // One that is put away meanwhile counts for nothing.
  const sizes = found.map((name) =>
    stat(join(folder, name)).then(
      ({ size }) => size,
      () => 0,
    ),
  );
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}
