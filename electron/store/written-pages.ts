import { closeSync, openSync, readSync } from 'node:fs';

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
const magic = 0x377f0682;

/**
 * Reads what the one writer of a database commits, each page once, by the log's own file: complete without anybody naming
 * tables. SQLite keeps its locks on other files, so that this one may be opened and closed beside it. How many of its frames are
 * committed SQLite itself says: behind them may lie what a transaction that was undone had written out.
 */
export class WrittenPages {
  readonly #log: string;
  /** Which log was read from, and how many of its frames. */
  #salts = '';
  #frame = 0;
  #chunk: Buffer = Buffer.alloc(0);

  /** `file` is the database's own. */
  constructor(file: string) {
    this.#log = `${file}-wal`;
  }

  /** Leaves out what was committed until now, in a log of so many frames. */
  begin(committed: number): void {
    this.#salts = this.#read((descriptor) => this.#header(descriptor)?.salts) ?? '';
    this.#frame = committed;
  }

  /**
   * What was committed since, or null; its bytes hold until the next call. To be asked before the log can be begun anew, with
   * how many of its frames are committed. Throws where the log isn't what it must be then.
   */
  read(committed: number): WrittenFrames | null {
    return this.#read((descriptor) => {
      const header = this.#header(descriptor);
      if (!header) return null;
      const { salts, pageBytes } = header;
      if (salts !== this.#salts) {
        this.#salts = salts;
        this.#frame = 0;
      }
      const count = committed - this.#frame;
      if (count <= 0) return null;
      const frameBytes = frameHeadBytes + pageBytes;
      const frames = this.#chunkOf(count * frameBytes);
      const read = readSync(descriptor, frames, 0, frames.length, headerBytes + this.#frame * frameBytes);
      if (read < frames.length) throw new Error('the log is shorter than what was committed');
      for (let at = 0; at < frames.length; at += frameBytes) {
        if (frames.toString('hex', at + 8, at + 16) !== salts) throw new Error('a frame is of another log');
      }
      if (frames.readUInt32BE(frames.length - frameBytes + 4) === 0) throw new Error('no commit ends there');
      this.#frame = committed;
      return { frames, pageBytes };
    });
  }

  #read<Result>(work: (descriptor: number) => Result): Result | null {
    let descriptor: number;
    try {
      descriptor = openSync(this.#log, 'r');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    try {
      return work(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }

  #header(descriptor: number): { readonly salts: string; readonly pageBytes: number } | null {
    const header = Buffer.alloc(headerBytes);
    if (readSync(descriptor, header, 0, headerBytes, 0) < headerBytes) return null;
    // The last bit tells the order of the bytes of sums, which nobody adds up here.
    if ((header.readUInt32BE(0) & 0xfffffffe) !== magic) return null;
    const size = header.readUInt32BE(8);
    return { salts: header.toString('hex', 16, 24), pageBytes: size === 1 ? 65_536 : size };
  }

  /** Of its own memory, so that its words lie as a processor reads them; the same again and again unless it is large. */
  #chunkOf(bytes: number): Buffer {
    if (bytes > largestKept) return Buffer.allocUnsafeSlow(bytes);
    if (this.#chunk.length < bytes) this.#chunk = Buffer.allocUnsafeSlow(bytes);
    return this.#chunk.subarray(0, bytes);
  }
}

const largestKept = 2 * 1024 * 1024;
