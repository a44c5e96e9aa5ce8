import { statfs } from 'node:fs/promises';

/** Below this a busy week may fill the disk. */
const lowBytes = 200 * 1024 * 1024;
/** Below this SQLite can't be trusted to write a day's tickets. */
const fullBytes = 10 * 1024 * 1024;

export interface DiskSpace {
  readonly freeBytes: number;
  readonly state: 'enough' | 'low' | 'full';
}

/** Returns how much is free where the data lies. */
export async function diskSpace(dataDir: string): Promise<DiskSpace> {
  const { bavail, bsize } = await statfs(dataDir);
  const freeBytes = bavail * bsize;
  return { freeBytes, state: freeBytes < fullBytes ? 'full' : freeBytes < lowBytes ? 'low' : 'enough' };
}
