import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { strToU8, Zip, ZipDeflate, ZipPassThrough } from 'fflate';

interface Made {
  readonly name: string;
  readonly content: string | Uint8Array;
}
interface OnDisk {
  readonly name: string;
  readonly path: string;
}

/**
 * A ZIP of what was or is being made and of files on disk, made while it is read: at no time is more than a piece of a file in memory. Files on disk
 * are packed as they are: photographs and PDFs hardly shrink.
 */
export function zipStream(made: Iterable<Made> | AsyncIterable<Made>, onDisk: readonly OnDisk[]): Readable {
  return Readable.from(pieces(made, onDisk), { objectMode: false });
}

async function* pieces(
  made: Iterable<Made> | AsyncIterable<Made>,
  onDisk: readonly OnDisk[],
): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  let failed: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) failed = error;
    else if (piece.length > 0) ready.push(piece);
  });
  const taken = () => {
    if (failed) throw failed;
    const pieces = ready;
    ready = [];
    return pieces;
  };
  for await (const { name, content } of made) {
    const entry = new ZipDeflate(name, { level: 6 });
    zip.add(entry);
    entry.push(typeof content === 'string' ? strToU8(content) : content, true);
    yield* taken();
  }
  for (const { name, path } of onDisk) {
    const entry = new ZipPassThrough(name);
    zip.add(entry);
    for await (const piece of createReadStream(path)) {
      entry.push(piece);
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}
