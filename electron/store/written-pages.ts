import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/**
 * The pages that commits wrote, as they stand in SQLite's write-ahead log (sqlite.org/fileformat2.html, "The
 * Write-Ahead Log"): whole frames, each a head of 24 bytes and a page, the last of them one that ends a commit.
 */
export interface WrittenFrames {
  readonly frames: Buffer;
  readonly pageBytes: number;
}

const headerBytes = 32;
/** Before each page of a frame. */
export const frameHeadBytes = 24;
const littleEndianMagic = 0x377f0682;
/** So many frames are read at a time: about what a number writes. */
const readAtOnce = 32;

const isLittleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

interface Place {
  readonly salts: string;
  readonly pageBytes: number;
  readonly littleEndian: boolean;
  /** Frames of this log that were read. */
  readonly frame: number;
  readonly sums: readonly [number, number];
}

/**
 * Reads what the one writer of a database commits, each page once, by the log's own file: complete without anybody naming
 * tables. SQLite keeps its locks on other files, so that this one may be opened and closed beside it. What a transaction
 * that was undone left in the log is told by the sums that go on from frame to frame.
 */
export class WrittenPages {
  readonly #log: string;
  #place: Place | null = null;
  #chunk: Buffer = Buffer.alloc(0);
  /** Frames of a commit like the last. */
  #usual = readAtOnce;

  /** `file` is the database's own. */
  constructor(file: string) {
    this.#log = `${file}-wal`;
  }

  /** Leaves out what was committed until now, of this log or of another one that lay here before. */
  begin(): void {
    this.#place = null;
    while (this.#read() !== null);
  }

  /** What was committed since, or null; its bytes hold until the next call. To be asked after each commit: the log is begun anew once it was written back. */
  read(): WrittenFrames | null {
    return this.#read();
  }

  #read(): WrittenFrames | null {
    let descriptor: number;
    try {
      descriptor = openSync(this.#log, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    try {
      const place = this.#placeIn(descriptor);
      return place && this.#readFrom(descriptor, place);
    } finally {
      closeSync(descriptor);
    }
  }

  /** Of its own memory, so that its words lie as a processor reads them; the same again and again where it is not kept. */
  #chunkOf(bytes: number, isKept: boolean): Buffer {
    if (isKept) return Buffer.allocUnsafeSlow(bytes);
    if (this.#chunk.length < bytes) this.#chunk = Buffer.allocUnsafeSlow(bytes);
    return this.#chunk.subarray(0, bytes);
  }

  /** Where to go on: in the log that was read from, or at the beginning of another. */
  #placeIn(descriptor: number): Place | null {
    const header = Buffer.alloc(headerBytes);
    if (readSync(descriptor, header, 0, headerBytes, 0) < headerBytes) return null;
    const salts = header.toString('hex', 16, 24);
    if (this.#place?.salts === salts) return this.#place;
    const magic = header.readUInt32BE(0);
    if ((magic & 0xfffffffe) !== littleEndianMagic) return null;
    const littleEndian = magic === littleEndianMagic;
    const sums = addTo([0, 0], header, 0, 24, littleEndian);
    if (!isSum(header, 24, sums)) return null;
    const size = header.readUInt32BE(8);
    return { salts, pageBytes: size === 1 ? 65_536 : size, littleEndian, frame: 0, sums };
  }

  #readFrom(descriptor: number, from: Place): WrittenFrames | null {
    const { pageBytes, littleEndian, salts } = from;
    const frameBytes = frameHeadBytes + pageBytes;
    const found: Buffer[] = [];
    let committed = 0;
    let sums = from.sums;
    let end = from;
    const total = Math.floor((fstatSync(descriptor).size - headerBytes) / frameBytes);
    let isOver = false;
    for (let frame = from.frame; frame < total && !isOver; ) {
      const count = Math.min(found.length === 0 ? this.#usual : readAtOnce, total - frame);
      const chunk = this.#chunkOf(count * frameBytes, found.length > 0);
      const read = readSync(descriptor, chunk, 0, chunk.length, headerBytes + frame * frameBytes);
      let valid = 0;
      for (; valid < count && (valid + 1) * frameBytes <= read; valid += 1) {
        const at = valid * frameBytes;
        if (chunk.toString('hex', at + 8, at + 16) !== salts) break;
        const withHead = addTo(sums, chunk, at, 8, littleEndian);
        const next = addTo(withHead, chunk, at + frameHeadBytes, pageBytes, littleEndian);
        if (!isSum(chunk, at + 16, next)) break;
        sums = next;
        if (chunk.readUInt32BE(at + 4) === 0) continue;
        committed = frame + valid + 1;
        end = { ...from, frame: committed, sums };
      }
      found.push(chunk.subarray(0, valid * frameBytes));
      frame += valid;
      isOver = valid < count;
    }
    this.#place = end;
    if (committed === 0) return null;
    const [first = Buffer.alloc(0)] = found;
    const whole = found.length === 1 ? first : Buffer.concat(found);
    const frames = whole.subarray(0, (committed - from.frame) * frameBytes);
    this.#usual = Math.min(readAtOnce, committed - from.frame + 1);
    return { frames, pageBytes };
  }
}

function isSum(bytes: Buffer, at: number, [one, other]: readonly [number, number]): boolean {
  return bytes.readUInt32BE(at) === one && bytes.readUInt32BE(at + 4) === other;
}

/** SQLite's sums of words of four bytes, two at a time. */
function addTo(
  [first, second]: readonly [number, number],
  bytes: Buffer,
  at: number,
  length: number,
  littleEndian: boolean,
): readonly [number, number] {
  let one = first;
  let other = second;
  const start = bytes.byteOffset + at;
  if (littleEndian && isLittleEndian && start % 4 === 0) {
    const words = new Uint32Array(bytes.buffer, start, length / 4);
    for (let place = 0; place < words.length; place += 2) {
      one = (one + (words[place] as number) + other) | 0;
      other = (other + (words[place + 1] as number) + one) | 0;
    }
    return [one >>> 0, other >>> 0];
  }
  const words = new DataView(bytes.buffer, start, length);
  for (let place = 0; place < length; place += 8) {
    one = (one + words.getUint32(place, littleEndian) + other) >>> 0;
    other = (other + words.getUint32(place + 4, littleEndian) + one) >>> 0;
  }
  return [one, other];
}
