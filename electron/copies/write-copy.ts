import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import { createGzip } from 'node:zlib';
import { Encrypter } from 'age-encryption';
import { type Pack, pack } from 'tar-stream';
import { type CopySums, snapshotDatabase, sumCopy } from '../store/backups/copy-sums';
import { CopyUnusableError, removeDatabase } from '../store/backups/restorable-copy';
import { syncFolder, writeDurably } from '../store/durable-file';
import { exportConfiguration } from '../store/export-configuration';
import { readHall } from '../store/hall';
import { openReader } from '../store/open-reader';
import { asPlaceFault, PlaceUnusableError } from './copy-fault';
import { keyName } from './copy-key';
import { hallFiles } from './hall-files';
import { hashFile } from './hashed-file';
import { dropOldCopies } from './list-away';
import {
  copyFileName,
  copyForm,
  copyNameAt,
  type Label,
  labelFileName,
  type Manifest,
  partNames,
} from './manifest';
import { requirePlace } from './place';

export interface CopyOrder {
  readonly dataDir: string;
  /** The hall's database. */
  readonly database: string;
  readonly folder: string;
  readonly otherDisk: boolean;
  readonly recipient: string;
  readonly keptDays: number;
  /** The hall's time, milliseconds since 1970 UTC. */
  readonly now: number;
  readonly antre: string;
}

export interface WrittenCopy {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** So much is written before it is asked onto the disk, so that a slow stick shows how far it is. */
const syncEveryBytes = 8 * 1024 * 1024;

/**
 * Makes a copy of the whole hall in a second place: database, pictures, slides, voices, reports and configuration as one file,
 * by tar, gzip and age. It has its name only once it was read back and found to be what was written; only then old ones go. What
 * was left by a copy that broke off is removed. Throws `PlaceUnusableError`; then there is nothing new in the place.
 */
export async function writeCopy(
  order: CopyOrder,
  onProgress: (done: number, total: number) => void,
): Promise<WrittenCopy> {
  const { dataDir, folder, otherDisk, recipient, now, antre } = order;
  requirePlace(folder, { dataDir, otherDisk });
  const snapshot = join(dataDir, 'copying.sqlite');
  try {
    const sums = takeSnapshot(order.database, snapshot);
    const partsPrefix = `.antre-${(sums.hallId ?? 'hall').slice(0, 8)}-`;
    removeUnfinished(folder, partsPrefix);
    const name = freeName(folder, now);
    const unfinished = join(folder, `${partsPrefix}${name}.part`);
    try {
      const written = await writeArchive(order, { snapshot, sums, file: unfinished, onProgress });
      const readBack = await hashFile(unfinished, (bytes) => onProgress(bytes, written.bytes));
      if (readBack.sha256 !== written.sha256) throw new PlaceUnusableError('unlike');
      const about: Label = {
        format: 'antre-copy-label',
        form: copyForm,
        antre,
        hallId: sums.hallId,
        timezone: sums.timezone,
        madeAt: now,
        ...written,
        contents: {
          hall: sums.siteName,
          counters: sums.counters,
          users: sums.users,
          tickets: sums.tickets,
          lastBusinessDate: sums.lastBusinessDate,
          keyName: keyName(recipient),
        },
      };
      putLabel(join(folder, labelFileName(name)), about);
      renameSync(unfinished, join(folder, copyFileName(name)));
      syncFolderIfCan(folder);
      dropOldCopies(
        folder,
        { hallId: sums.hallId, keyName: keyName(recipient), timezone: sums.timezone },
        order.keptDays,
      );
      return { name, ...written };
    } finally {
      rmSync(unfinished, { force: true });
    }
  } catch (error) {
    // What can't be read of this computer's own files is no fault of the place.
    const isOwn = ((error as NodeJS.ErrnoException).path ?? folder).startsWith(join(dataDir, ''));
    throw isOwn && !folder.startsWith(dataDir) ? error : asPlaceFault(error);
  } finally {
    removeDatabase(snapshot);
  }
}

/** Throws `PlaceUnusableError`: `no_room` of this computer's own disk, `damaged` of the hall's own database. */
function takeSnapshot(database: string, snapshot: string): CopySums {
  try {
    snapshotDatabase(database, snapshot);
    return sumCopy(snapshot);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (code === 'SQLITE_FULL' || code === 'ENOSPC') throw new PlaceUnusableError('no_room');
    if (error instanceof CopyUnusableError || code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB')
      throw new PlaceUnusableError('damaged');
    throw error;
  }
}

async function writeArchive(
  { dataDir, recipient, now, antre }: CopyOrder,
  work: {
    readonly snapshot: string;
    readonly sums: CopySums;
    readonly file: string;
    readonly onProgress: (done: number, total: number) => void;
  },
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const { snapshot, sums } = work;
  const files = [{ name: partNames.database as string, path: snapshot }, ...(await hallFiles(dataDir))];
  const total = files.reduce((sum, { path }) => sum + sizeOf(path), 0);
  let read = 0;
  const tar = pack();
  const parts: Manifest['parts'][number][] = [];
  const fill = async () => {
    parts.push(await addText(tar, partNames.configuration, configurationOf(snapshot)));
    for (const { name, path } of files) {
      const part = await addFile(tar, name, path, (bytes) => {
        read += bytes;
        work.onProgress(read, total);
      });
      if (part) parts.push(part);
    }
    const whole: Manifest = { format: 'antre-copy', form: copyForm, antre, madeAt: now, sums, parts };
    await addText(tar, partNames.manifest, JSON.stringify(whole));
    tar.finalize();
  };
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const zipped = createGzip({ level: 4 });
  const filling = Promise.all([
    fill().catch((error: unknown) => {
      tar.destroy(error as Error);
      throw error;
    }),
    pipeline(tar, zipped),
  ]);
  // Its fault is told by whoever reads from it.
  filling.catch(() => undefined);
  const encrypted = await encrypter.encrypt(ReadableStream.from(zipped) as never);
  const written = await writeOut(work.file, encrypted as unknown as AsyncIterable<Uint8Array>);
  await filling;
  return written;
}

/** Writes a new file to the disk. Returns its length and hash. */
async function writeOut(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  const handle = await open(file, 'wx', 0o600);
  let bytes = 0;
  let unsynced = 0;
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      await handle.writeFile(chunk);
      bytes += chunk.length;
      unsynced += chunk.length;
      if (unsynced < syncEveryBytes) continue;
      unsynced = 0;
      await handle.datasync();
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { bytes, sha256: hash.digest('hex') };
}

async function addText(tar: Pack, name: string, text: string) {
  const bytes = Buffer.from(text);
  await new Promise<void>((resolve, reject) => {
    tar.entry({ name, mode: 0o600 }, bytes, (error) => (error ? reject(error) : resolve()));
  });
  return { name, bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Adds a file; null where it was removed meanwhile, as slides are. */
async function addFile(tar: Pack, name: string, path: string, onRead: (bytes: number) => void) {
  const size = sizeOf(path);
  const hash = createHash('sha256');
  const source = createReadStream(path, { end: Math.max(0, size - 1) });
  if (!(await opens(source))) return null;
  const measured = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk);
      onRead(chunk.length);
      yield chunk;
    }
  };
  await pipeline(
    Readable.from(measured(source), { objectMode: false }),
    tar.entry({ name, size, mode: 0o600 }),
  );
  return { name, bytes: size, sha256: hash.digest('hex') };
}

function opens(source: ReturnType<typeof createReadStream>): Promise<boolean> {
  return new Promise((resolve, reject) => {
    source.once('open', () => resolve(true));
    source.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? resolve(false) : reject(error),
    );
  });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function configurationOf(snapshot: string): string {
  const reader = openReader(snapshot);
  try {
    return JSON.stringify(exportConfiguration(readHall(reader)), null, 2);
  } finally {
    reader.close();
  }
}

/** The name of that moment, or of the first after it that no copy there has. */
function freeName(folder: string, now: number): string {
  for (let moment = now; ; moment += 1) {
    const name = copyNameAt(moment);
    if (!existsSync(join(folder, copyFileName(name)))) return name;
  }
}

/** What earlier copies of this hall that were broken off left behind. */
function removeUnfinished(folder: string, prefix: string): void {
  for (const name of readdirSync(folder)) {
    if (name.startsWith(prefix) && name.endsWith('.part')) rmSync(join(folder, name), { force: true });
  }
}

function putLabel(file: string, about: Label): void {
  try {
    writeDurably(file, JSON.stringify(about));
  } catch (error) {
    if (!isFolderUnsynced(error)) throw error;
  }
}

function syncFolderIfCan(folder: string): void {
  try {
    syncFolder(folder);
  } catch (error) {
    if (!isFolderUnsynced(error)) throw error;
  }
}

/** Sticks and shares have file systems that can't be asked to put a folder on the disk. */
function isFolderUnsynced(error: unknown): boolean {
  const { code = '', syscall } = error as NodeJS.ErrnoException;
  return syscall === 'fsync' && ['EINVAL', 'ENOTSUP', 'EOPNOTSUPP', 'EBADF'].includes(code);
}
