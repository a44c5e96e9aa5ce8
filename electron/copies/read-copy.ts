import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ReadableStream } from 'node:stream/web';
import { createGunzip } from 'node:zlib';
import { Decrypter } from 'age-encryption';
import { extract } from 'tar-stream';
import { sumCopy } from '../store/backups/copy-sums';
import { CopyUnusableError } from '../store/backups/restorable-copy';
import { syncFile } from '../store/durable-file';
import { CopyUnopenedError } from './copy-fault';
import { readKey } from './copy-key';
import { hashFile } from './hashed-file';
import { readLabel } from './list-away';
import {
  copyFileName,
  copyForm,
  isKeptName,
  labelFileName,
  type Manifest,
  manifest,
  partNames,
} from './manifest';

/** Left for the hall whatever is unpacked. */
const keptFreeBytes = 500 * 1024 * 1024;
const mostManifestBytes = 64 * 1024 * 1024;
/** What the library says where the key is another's. */
const otherKey = "no identity matched any of the file's recipients";

/** A copy whose parts were all found as they were written. */
export interface OpenedCopy {
  readonly manifest: Manifest;
  /** Whether the database counts as it did when the copy was made. */
  readonly countsRight: boolean;
  /** The public half of the key that opened it. */
  readonly recipient: string;
}

/**
 * Opens a copy of a second place into a folder, which is emptied first: each part is compared with the manifest, the
 * database checked and counted. Throws `CopyUnopenedError` with the folder removed.
 */
export async function openCopy(
  order: {
    readonly folder: string;
    readonly name: string;
    readonly typedKey: string;
    readonly into: string;
  },
  onProgress: (done: number, total: number) => void,
): Promise<OpenedCopy> {
  const { folder, name, typedKey, into } = order;
  rmSync(into, { recursive: true, force: true });
  try {
    const key = await readKey(typedKey);
    if (key === null) throw new CopyUnopenedError('wrong_key');
    mkdirSync(into, { recursive: true, mode: 0o700 });
    const file = join(folder, copyFileName(name));
    const label = readLabel(join(folder, labelFileName(name)));
    if (label && label.form > copyForm) throw new CopyUnopenedError('newer');
    const found = await unpack(file, { key: key.key, into, onProgress, total: label?.bytes ?? 0 }).catch(
      async (error: unknown) => {
        // A byte that is other than it was in the copy's head looks as if it were for another key.
        const looksOtherKey = (error as Error).message === otherKey;
        if (looksOtherKey && label && (await hashFile(file)).sha256 !== label.sha256)
          throw new CopyUnopenedError('damaged');
        throw error;
      },
    );
    const sums = sumCopy(join(into, partNames.database));
    return {
      manifest: found,
      recipient: key.recipient,
      countsRight: JSON.stringify(inOrder(sums.rows)) === JSON.stringify(inOrder(found.sums.rows)),
    };
  } catch (error) {
    rmSync(into, { recursive: true, force: true });
    throw asOpenFault(error, folder);
  }
}

async function unpack(
  file: string,
  work: {
    readonly key: string;
    readonly into: string;
    readonly total: number;
    readonly onProgress: (done: number, total: number) => void;
  },
): Promise<Manifest> {
  const { key, into } = work;
  const { bavail, bsize } = statfsSync(into);
  let room = bavail * bsize - keptFreeBytes;
  const decrypter = new Decrypter();
  decrypter.addIdentity(key);
  const plain = await decrypter.decrypt(ReadableStream.from(readParts(file, work)) as never);
  const found: Manifest['parts'][number][] = [];
  let told: Manifest | undefined;
  const unpacker = extract();
  const gunzip = createGunzip();
  const feeding = pipeline(Readable.from(plain as unknown as AsyncIterable<Uint8Array>), gunzip, unpacker);
  feeding.catch(() => undefined);
  for await (const entry of unpacker) {
    const { name, type, size = 0 } = entry.header;
    // The manifest is the last part.
    if (told || type !== 'file') throw new CopyUnopenedError('damaged');
    room -= size;
    if (room < 0) throw new CopyUnopenedError('no_room');
    if (name === partNames.manifest) {
      if (size > mostManifestBytes) throw new CopyUnopenedError('damaged');
      told = readManifest(await entryText(entry as unknown as AsyncIterable<Buffer>));
      continue;
    }
    const isOurs = name === partNames.database || name === partNames.configuration || isKeptName(name);
    if (!isOurs) throw new CopyUnopenedError('damaged');
    found.push({ name, ...(await writePart(entry as unknown as AsyncIterable<Buffer>, join(into, name))) });
  }
  await feeding;
  if (!told || JSON.stringify(found) !== JSON.stringify(told.parts.map(inSameOrder)))
    throw new CopyUnopenedError('damaged');
  return told;
}

async function* readParts(
  file: string,
  {
    total,
    onProgress,
  }: { readonly total: number; readonly onProgress: (done: number, total: number) => void },
): AsyncGenerator<Uint8Array> {
  let done = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    done += chunk.length;
    onProgress(done, total);
    yield chunk;
  }
}

async function writePart(chunks: AsyncIterable<Buffer>, path: string) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const hash = createHash('sha256');
  let bytes = 0;
  const measured = async function* () {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  await pipeline(measured, createWriteStream(path, { mode: 0o600, flags: 'wx' }));
  syncFile(path);
  return { bytes, sha256: hash.digest('hex') };
}

async function entryText(chunks: AsyncIterable<Buffer>): Promise<string> {
  const read: Buffer[] = [];
  for await (const chunk of chunks) read.push(chunk);
  return Buffer.concat(read).toString('utf8');
}

function readManifest(text: string): Manifest {
  const json = JSON.parse(text) as { readonly form?: unknown };
  if (typeof json.form === 'number' && json.form > copyForm) throw new CopyUnopenedError('newer');
  return manifest.parse(json);
}

const inSameOrder = ({ name, bytes, sha256 }: Manifest['parts'][number]) => ({ name, bytes, sha256 });

function inOrder(rows: Readonly<Record<string, number>>): [string, number][] {
  return Object.entries(rows).sort(([one], [other]) => (one < other ? -1 : 1));
}

/** Whatever isn't the file system's says that the copy is not what was written. */
function asOpenFault(error: unknown, folder: string): unknown {
  if (error instanceof CopyUnopenedError) return error;
  if (error instanceof CopyUnusableError) return new CopyUnopenedError(error.fault);
  const { code = '', path = '', message } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT') return new CopyUnopenedError('no_room');
  if (/^E[A-Z]+$/.test(code) && (path === '' || path.startsWith(folder)))
    return new CopyUnopenedError('unreachable');
  if (message === otherKey) return new CopyUnopenedError('wrong_key');
  return new CopyUnopenedError('damaged');
}
