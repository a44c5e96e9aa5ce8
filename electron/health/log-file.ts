import { appendFileSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createStream, type RotatingFileStream } from 'rotating-file-stream';

/** One file holds a day, or so much of a busy one. */
const size = '5M';
/** Of those that were put away: no more, of no more bytes together, and none older, also where a machine is seldom on. */
const mostFiles = 14;
const mostBytes = 40 * 1024 * 1024;
const longestKeptMs = 30 * 24 * 60 * 60_000;
/** A disk that took nothing is tried again so much later. */
const tryAgainMs = 60_000;
const current = 'antre.log';
const ofLog = /^antre(-\d{4}-\d{2}-\d{2}(\.\d+)?)?\.log$/;

/** Where the log's files of a data directory lie. */
export const logFolder = (dataDir: string) => join(dataDir, 'logs');

interface WrittenFile {
  readonly file: string;
  readonly bytes: number;
  /** Milliseconds since 1970 UTC. */
  readonly writtenAt: number;
}

/** The log's files, the oldest first. */
export function logFiles(dataDir: string): readonly WrittenFile[] {
  const folder = logFolder(dataDir);
  return namesIn(folder)
    .filter((name) => ofLog.test(name))
    .flatMap((name) => {
      const file = join(folder, name);
      // One that was just put away has another name.
      const found = statSync(file, { throwIfNoEntry: false });
      return found ? [{ file, bytes: found.size, writtenAt: found.mtimeMs }] : [];
    })
    .sort((one, other) => one.writtenAt - other.writtenAt);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // Nothing was written yet, or nothing can be.
    return [];
  }
}

/** Keeps what is logged in files of the data directory, bounded by size, number and age. Never throws: the hall goes on without. */
export class LogFile {
  readonly #dataDir: string;
  #stream: RotatingFileStream | undefined;
  #isOpen = false;
  #failedAt = Number.NEGATIVE_INFINITY;
  /** What was handed on and isn't known to be written. */
  readonly #pending = new Set<{ readonly line: string }>();

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
    this.#removeOld();
    process.on('exit', () => this.#writeRest());
  }

  /** Takes a line, with its end. */
  write(line: string): void {
    const stream = this.#open();
    if (!stream) return;
    const pending = { line };
    this.#pending.add(pending);
    stream.write(line, () => void this.#pending.delete(pending));
  }

  #open(): RotatingFileStream | undefined {
    if (this.#stream || performance.now() - this.#failedAt < tryAgainMs) return this.#stream;
    const path = logFolder(this.#dataDir);
    const stream = createStream(nameOf, { path, size, interval: '1d', initialRotation: true, mode: 0o600 });
    stream.on('open', () => {
      this.#isOpen = true;
    });
    stream.on('rotated', () => this.#removeOld());
    // A full disk, a folder that may not be written: the console still has it all.
    stream.on('error', () => {
      this.#stream = undefined;
      this.#isOpen = false;
      this.#failedAt = performance.now();
      this.#pending.clear();
    });
    this.#stream = stream;
    return stream;
  }

  /** The last words of a process that ends; the line under way is written by the system. */
  #writeRest(): void {
    const rest = [...this.#pending].slice(this.#isOpen ? 1 : 0).map(({ line }) => line);
    if (rest.length === 0) return;
    try {
      mkdirSync(logFolder(this.#dataDir), { recursive: true });
      appendFileSync(join(logFolder(this.#dataDir), current), rest.join(''));
    } catch {
      // As above.
    }
  }

  #removeOld(): void {
    const now = Date.now();
    let bytes = 0;
    const putAway = logFiles(this.#dataDir).filter(({ file }) => !file.endsWith(current));
    for (const [at, each] of putAway.reverse().entries()) {
      bytes += each.bytes;
      if (at < mostFiles && bytes <= mostBytes && now - each.writtenAt <= longestKeptMs) continue;
      rmSync(each.file, { force: true });
    }
  }
}

/** `antre.log`, and put away `antre-2026-11-29.log`, the second of a day `antre-2026-11-29.2.log`. */
function nameOf(time: number | Date | null, index = 1): string {
  if (time === null) return current;
  const at = new Date(time);
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map((part) =>
    String(part).padStart(2, '0'),
  );
  return `antre-${day.join('-')}${index > 1 ? `.${index}` : ''}.log`;
}
