import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { syncFile, writeDurably } from '../store/durable-file';
import { type FeedMessage, MessageReader, writeMessage } from './feed-messages';
import { readChanges } from './page-changes';
import type { FeedPlace } from './page-feed';

const about = z.object({
  format: z.literal('antre-standby'),
  generation: z.string(),
  hallId: z.string(),
  epoch: z.number().int(),
  shape: z.number().int(),
  /** The snapshot is true only with all commits up to this one; null: it isn't here yet. */
  wholeFrom: z.number().int().nullable(),
  /** The last commit whose pages are in the snapshot's file. */
  foldedTo: z.number().int(),
  /** When the main machine told that, by its clock and by this one's. */
  at: z.number(),
  receivedAt: z.number(),
  /** It becomes the hall's database: nothing more is added to it. */
  taken: z.boolean(),
});
export type StandbyAbout = z.infer<typeof about>;

/** What is written to the log is put into the snapshot's file once it is so long. */
const foldAtBytes = 4 * 1024 * 1024;
/** After each message in the log: when this machine had it, and a hash by which one that was half written is known. */
const tailBytes = 16;

const aboutFile = (folder: string) => join(folder, 'about.json');
/** The snapshot, into which commits are folded. */
export const pagesFile = (folder: string): string => join(folder, 'pages.sqlite');
const logFile = (folder: string) => join(folder, 'commits.log');

/**
 * A copy of the main machine's database at its standby: a snapshot's file, and a log of the commits after it. A commit is on
 * the disk once `append` has returned. Pages are put into the file by their numbers, which may be done over again after a power cut
 * at any moment: the log is emptied only once they are on the disk.
 */
export class StandbyCopy {
  readonly folder: string;
  #about: StandbyAbout;
  #log: FileHandle | null = null;
  #logBytes: number;
  #sequence: number;
  #at: number;
  #receivedAt: number;

  private constructor(folder: string, known: StandbyAbout) {
    this.folder = folder;
    this.#about = known;
    this.#sequence = known.foldedTo;
    this.#at = known.at;
    this.#receivedAt = known.receivedAt;
    this.#logBytes = 0;
    for (const { message, receivedAt, end } of recordsOf(logFile(folder))) {
      this.#logBytes = end;
      this.#at = message.at;
      this.#receivedAt = receivedAt;
      if (message.kind === 'commit') this.#sequence = message.sequence;
    }
  }

  /** Begins one after a commit; its snapshot is still to come. */
  static begin(
    folder: string,
    begun: Pick<StandbyAbout, 'generation' | 'hallId' | 'epoch' | 'shape' | 'at' | 'receivedAt'>,
    sequence: number,
  ): StandbyCopy {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const known: StandbyAbout = {
      format: 'antre-standby',
      ...begun,
      wholeFrom: null,
      foldedTo: sequence,
      taken: false,
    };
    writeDurably(aboutFile(folder), JSON.stringify(known));
    return new StandbyCopy(folder, known);
  }

  /** The one that lies there, or null. */
  static open(folder: string): StandbyCopy | null {
    try {
      return new StandbyCopy(folder, about.parse(JSON.parse(readFileSync(aboutFile(folder), 'utf8'))));
    } catch {
      return null;
    }
  }

  get about(): StandbyAbout {
    return this.#about;
  }

  get place(): FeedPlace {
    return { generation: this.#about.generation, sequence: this.#sequence };
  }

  /** When the main machine was heard last: by its clock, and by this one's. */
  get heard(): { readonly at: number; readonly receivedAt: number } {
    return { at: this.#at, receivedAt: this.#receivedAt };
  }

  /** Whether it can become the hall's database. */
  get isWhole(): boolean {
    const { wholeFrom } = this.#about;
    return wholeFrom !== null && this.#sequence >= wholeFrom;
  }

  /** The snapshot lies in its file; it is true with all commits up to `wholeFrom`. */
  snapshotCame(wholeFrom: number): void {
    this.#tellAbout({ ...this.#about, wholeFrom });
  }

  /** Writes messages to the disk. Throws where a commit is missing before one of them. */
  async append(messages: readonly FeedMessage[], receivedAt: number): Promise<void> {
    if (messages.length === 0) return;
    if (this.#about.taken) throw new Error('the copy has become the database');
    const records: Buffer[] = [];
    let sequence = this.#sequence;
    for (const message of messages) {
      if (message.kind === 'commit') {
        if (message.sequence !== sequence + 1) throw new Error('a commit is missing');
        sequence = message.sequence;
      }
      records.push(recordOf(message, receivedAt));
    }
    const bytes = Buffer.concat(records);
    this.#log ??= await open(logFile(this.folder), existsSync(logFile(this.folder)) ? 'r+' : 'w+', 0o600);
    // At its own place: what a power cut left half written is written over.
    await this.#log.write(bytes, 0, bytes.length, this.#logBytes);
    await this.#log.datasync();
    this.#logBytes += bytes.length;
    this.#sequence = sequence;
    this.#at = messages.at(-1)?.at ?? this.#at;
    this.#receivedAt = receivedAt;
    if (this.isWhole && this.#logBytes >= foldAtBytes) this.fold();
  }

  /** Puts all commits into the snapshot's file. Only of a whole copy. */
  fold(): void {
    if (!this.isWhole) throw new Error('the snapshot is not here');
    const file = openSync(pagesFile(this.folder), 'r+');
    try {
      const pages = new Map<number, Buffer>();
      let total = 0;
      let size = 0;
      for (const { message } of recordsOf(logFile(this.folder))) {
        if (message.kind !== 'commit') continue;
        for (const { page, pageBytes, databasePages, spans } of readChanges(message.body)) {
          const content = pages.get(page) ?? readAt(file, (page - 1) * pageBytes, pageBytes);
          for (const { at, bytes } of spans) bytes.copy(content, at);
          pages.set(page, content);
          size = pageBytes;
          if (databasePages > 0) total = databasePages;
        }
      }
      for (const [page, content] of pages) {
        if (page <= total) writeSync(file, content, 0, size, (page - 1) * size);
      }
      if (total > 0) ftruncateSync(file, total * size);
    } finally {
      closeSync(file);
    }
    syncFile(pagesFile(this.folder));
    this.#tellAbout({
      ...this.#about,
      foldedTo: this.#sequence,
      at: this.#at,
      receivedAt: this.#receivedAt,
    });
    this.#emptyLog();
  }

  /** From now on nothing is added to it: it becomes the database. */
  take(): void {
    this.fold();
    this.#tellAbout({ ...this.#about, taken: true });
  }

  async close(): Promise<void> {
    const log = this.#log;
    this.#log = null;
    await log?.close();
  }

  #emptyLog(): void {
    const file = logFile(this.folder);
    if (existsSync(file)) {
      const log = openSync(file, 'r+');
      ftruncateSync(log, 0);
      closeSync(log);
      syncFile(file);
    }
    this.#logBytes = 0;
  }

  #tellAbout(known: StandbyAbout): void {
    writeDurably(aboutFile(this.folder), JSON.stringify(known));
    this.#about = known;
  }
}

function recordOf(message: FeedMessage, receivedAt: number): Buffer {
  const bytes = writeMessage(message);
  const tail = Buffer.alloc(tailBytes);
  tail.writeDoubleBE(receivedAt, 0);
  hashOf(bytes, tail.subarray(0, 8)).copy(tail, 8);
  return Buffer.concat([bytes, tail]);
}

function hashOf(...parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest().subarray(0, 8);
}

/** The whole records of a log, up to the first that isn't one; `end` is where the next begins. */
function* recordsOf(
  file: string,
): Generator<{ readonly message: FeedMessage; readonly receivedAt: number; readonly end: number }> {
  if (!existsSync(file)) return;
  const log = openSync(file, 'r');
  try {
    const { size } = fstatSync(log);
    for (let at = 0; at + 24 + tailBytes <= size; ) {
      const head = readAt(log, at, 24);
      const length = 24 + head.readUInt32BE(4);
      if (at + length + tailBytes > size) return;
      const bytes = readAt(log, at, length);
      const tail = readAt(log, at + length, tailBytes);
      if (!hashOf(bytes, tail.subarray(0, 8)).equals(tail.subarray(8))) return;
      const [message] = new MessageReader().feed(bytes);
      if (!message) return;
      at += length + tailBytes;
      yield { message, receivedAt: tail.readDoubleBE(0), end: at };
    }
  } finally {
    closeSync(log);
  }
}

function readAt(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, at);
  return bytes;
}
