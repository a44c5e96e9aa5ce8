import { accessSync, constants, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FoundPlace, PlaceLook } from '../contract/admin-copies';
import { syncFile } from '../store/durable-file';
import { asPlaceFault, PlaceUnusableError } from './copy-fault';
import { listAwayCopies } from './list-away';

/** Whether two folders lie on one file system. */
function isSameDisk(one: string, other: string): boolean {
  return statSync(one).dev === statSync(other).dev;
}

/**
 * Proves that files can be written into a folder, by writing one. Throws `PlaceUnusableError`: also `away` where the folder
 * was on a disk of its own when it was chosen and no more is, since then only the empty folder is left to which a stick
 * was connected.
 */
export function requirePlace(
  folder: string,
  { dataDir, otherDisk }: { readonly dataDir: string; readonly otherDisk: boolean },
): void {
  try {
    if (!statSync(folder).isDirectory()) throw new PlaceUnusableError('missing');
    if (otherDisk && isSameDisk(folder, dataDir)) throw new PlaceUnusableError('away');
    accessSync(folder, constants.W_OK);
    const proof = join(folder, `.antre-${process.pid}.part`);
    try {
      writeFileSync(proof, 'antre', { mode: 0o600 });
      syncFile(proof);
    } finally {
      rmSync(proof, { force: true });
    }
  } catch (error) {
    throw asPlaceFault(error);
  }
}

/** Looks at a folder as a second place. */
export function lookAtPlace(folder: string, dataDir: string): PlaceLook {
  const nothing = { folder, otherDisk: false, freeBytes: null, copies: 0 };
  try {
    requirePlace(folder, { dataDir, otherDisk: false });
    return {
      folder,
      fault: null,
      otherDisk: !isSameDisk(folder, dataDir),
      freeBytes: freeBytes(folder),
      copies: listAwayCopies(folder).length,
    };
  } catch (error) {
    if (error instanceof PlaceUnusableError) return { ...nothing, fault: error.fault };
    throw error;
  }
}

/** How much is free there, or null where it doesn't say. */
export function freeBytes(folder: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return null;
  }
}

const shares = new Set([
  'cifs',
  'smb3',
  'nfs',
  'nfs4',
  'fuse.sshfs',
  '9p',
  'virtiofs',
  'davfs',
  'fuse.davfs2',
]);
const diskPlaces = /^\/(media|mnt|run\/media)\//;

/** Sticks, disks and shares that are connected to this computer and on which Antre may write. */
export function findPlaces(dataDir: string): FoundPlace[] {
  return mounted().flatMap(({ folder, kind }): FoundPlace[] => {
    try {
      accessSync(folder, constants.W_OK);
      if (isSameDisk(folder, dataDir)) return [];
      return [{ folder, kind, freeBytes: freeBytes(folder) }];
    } catch {
      return [];
    }
  });
}

function mounted(): Pick<FoundPlace, 'folder' | 'kind'>[] {
  if (process.platform === 'win32') {
    return Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => ({
      folder: `${letter}:\\`,
      kind: 'disk' as const,
    }));
  }
  return readMounts().flatMap(({ folder, type }): Pick<FoundPlace, 'folder' | 'kind'>[] => {
    if (shares.has(type)) return [{ folder, kind: 'share' }];
    return diskPlaces.test(folder) ? [{ folder, kind: 'disk' }] : [];
  });
}

/** The kernel's list, in which blanks and the like are written in octal (proc(5), `/proc/pid/mounts`). */
function readMounts(): { readonly folder: string; readonly type: string }[] {
  let text: string;
  try {
    text = readFileSync('/proc/self/mounts', 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').flatMap((line) => {
    const [, folder, type] = line.split(' ');
    if (folder === undefined || type === undefined) return [];
    const plain = folder.replace(/\\([0-7]{3})/g, (_all, octal: string) =>
      String.fromCharCode(Number.parseInt(octal, 8)),
    );
    return [{ folder: Buffer.from(plain, 'latin1').toString('utf8'), type }];
  });
}
