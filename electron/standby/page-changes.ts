import { frameHeadBytes, type WrittenFrames } from '../store/written-pages';

/** Bytes of a page that a commit changed. */
export interface PageChange {
  readonly page: number;
  readonly pageBytes: number;
  /** Of the last change of a commit: how many pages the database has after it; else 0. */
  readonly databasePages: number;
  readonly spans: readonly { readonly at: number; readonly bytes: Buffer }[];
}

/** So much is remembered of what pages held. */
const usuallyKnown = 16 * 1024 * 1024;
/** Spans with no more than so many words between them are one: each costs eight bytes of its own. */
const wordsBetween = 3;
const headBytes = 4;
const changeHeadBytes = 12;
const spanHeadBytes = 8;

/**
 * Writes of pages what changed in them: a number changes some two dozen pages, and a few hundred bytes in each. A page
 * whose last content isn't remembered is written whole. Spans are set, not added, so that those of a page may be put in their places
 * over again, in their order, as whole pages may.
 */
export class PageChanges {
  /** The last content by page, the longest untouched first. */
  readonly #known = new Map<number, Buffer>();
  readonly #mostBytes: number;
  /** How many pages the database had after the last commit. */
  #databasePages = 0;

  constructor(mostBytes = usuallyKnown) {
    this.#mostBytes = mostBytes;
  }

  /** What pages held is another database's. */
  forget(): void {
    this.#known.clear();
  }

  write({ frames, pageBytes }: WrittenFrames): Buffer {
    const head = Buffer.alloc(headBytes);
    head.writeUInt32BE(pageBytes);
    const parts = [head];
    const newest = new Map<number, number>();
    for (let at = 0; at < frames.length; at += frameHeadBytes + pageBytes)
      newest.set(frames.readUInt32BE(at), at);
    for (let at = 0; at < frames.length; at += frameHeadBytes + pageBytes) {
      const page = frames.readUInt32BE(at);
      // Of several commits, the last content counts; the last of all ends a commit.
      if (newest.get(page) !== at) continue;
      const content = frames.subarray(at + frameHeadBytes, at + frameHeadBytes + pageBytes);
      const spans = this.#spansOf(page, content);
      const databasePages = frames.readUInt32BE(at + 4);
      // What was cut off is not there any more where the database grows again.
      if (databasePages > 0 && databasePages < this.#databasePages) this.forget();
      if (databasePages > 0) this.#databasePages = databasePages;
      const changeHead = Buffer.alloc(changeHeadBytes + spans.length * spanHeadBytes);
      changeHead.writeUInt32BE(page, 0);
      changeHead.writeUInt32BE(databasePages, 4);
      changeHead.writeUInt32BE(spans.length, 8);
      for (const [index, [from, to]] of spans.entries()) {
        changeHead.writeUInt32BE(from, changeHeadBytes + index * spanHeadBytes);
        changeHead.writeUInt32BE(to - from, changeHeadBytes + index * spanHeadBytes + 4);
      }
      parts.push(changeHead, ...spans.map(([from, to]) => Buffer.from(content.subarray(from, to))));
    }
    return Buffer.concat(parts);
  }

  /** Where a page differs from what it held, as from and to; remembers what it holds now. */
  #spansOf(page: number, content: Buffer): (readonly [number, number])[] {
    const before = this.#known.get(page);
    if (before?.length !== content.length) {
      const own = Buffer.allocUnsafeSlow(content.length);
      content.copy(own);
      this.#known.set(page, own);
      while (this.#known.size * content.length > this.#mostBytes) {
        const [oldest] = this.#known.keys();
        if (oldest === undefined) break;
        this.#known.delete(oldest);
      }
      return [[0, content.length]];
    }
    const spans = differences(before, content);
    content.copy(before);
    this.#known.delete(page);
    this.#known.set(page, before);
    return spans;
  }
}

function differences(before: Buffer, now: Buffer): (readonly [number, number])[] {
  const [one, other] = [wordsOf(before), wordsOf(now)];
  const spans: [number, number][] = [];
  let last: [number, number] | undefined;
  for (let word = 0; word < one.length; word += 1) {
    if (one[word] === other[word]) continue;
    if (last && word - last[1] <= wordsBetween) last[1] = word + 1;
    else {
      last = [word, word + 1];
      spans.push(last);
    }
  }
  return spans.map(([from, to]) => [from * 4, to * 4]);
}

function wordsOf(bytes: Buffer): Uint32Array {
  // Of memory that begins anywhere, words can't be seen.
  const whole = bytes.byteOffset % 4 === 0 ? bytes : Buffer.from(new Uint8Array(bytes).buffer);
  return new Uint32Array(whole.buffer, whole.byteOffset, whole.length / 4);
}

/** Reads what `PageChanges` wrote. */
export function* readChanges(body: Buffer): Generator<PageChange> {
  const pageBytes = body.readUInt32BE(0);
  for (let at = headBytes; at < body.length; ) {
    const page = body.readUInt32BE(at);
    const databasePages = body.readUInt32BE(at + 4);
    const count = body.readUInt32BE(at + 8);
    const heads = at + changeHeadBytes;
    let from = heads + count * spanHeadBytes;
    const spans: { at: number; bytes: Buffer }[] = [];
    for (let span = 0; span < count; span += 1) {
      const length = body.readUInt32BE(heads + span * spanHeadBytes + 4);
      spans.push({
        at: body.readUInt32BE(heads + span * spanHeadBytes),
        bytes: body.subarray(from, from + length),
      });
      from += length;
    }
    at = from;
    yield { page, pageBytes, databasePages, spans };
  }
}
