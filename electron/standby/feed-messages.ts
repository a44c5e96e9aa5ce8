/**
 * What the main machine tells its standby, one message after another: a head of fixed length and as many bytes as it says.
 * `commit`: frames of the write-ahead log (`store/written-pages.ts`). `beat`: nothing was written, and the main machine is
 * there. `begun`: first of each line, a text that says where the messages after it go on.
 */
export interface FeedMessage {
  readonly kind: FeedKind;
  /** Of a commit its own number, without gaps; of others the newest commit's. */
  readonly sequence: number;
  /** When it was told, by the main machine's own clock: milliseconds since 1970 UTC. */
  readonly at: number;
  readonly body: Buffer;
}
export type FeedKind = 'begun' | 'commit' | 'beat';

const kinds: readonly FeedKind[] = ['begun', 'commit', 'beat'];
const headBytes = 24;
/** No commit is told that is larger: a new snapshot says the same with less. */
export const longestBody = 64 * 1024 * 1024;
const mark = 0xa7e1;

/** What the first message of a line says. */
export interface FeedBegun {
  /** Another one: the numbers of commits began anew. */
  readonly generation: string;
  /** The shape of the hall's database (`user_version`). */
  readonly shape: number;
  readonly hallId: string;
  readonly epoch: number;
}

export function writeMessage({ kind, sequence, at, body }: FeedMessage): Buffer {
  const head = Buffer.alloc(headBytes);
  head.writeUInt16BE(mark, 0);
  head.writeUInt16BE(kinds.indexOf(kind), 2);
  head.writeUInt32BE(body.length, 4);
  head.writeDoubleBE(sequence, 8);
  head.writeDoubleBE(at, 16);
  return Buffer.concat([head, body]);
}

/** Takes messages out of bytes as they come. Throws for what is no message. */
export class MessageReader {
  #waiting: Buffer[] = [];
  #bytes = 0;

  *feed(chunk: Buffer): Generator<FeedMessage> {
    this.#waiting.push(chunk);
    this.#bytes += chunk.length;
    for (;;) {
      const head = this.#peek(headBytes);
      if (!head) return;
      const length = head.readUInt32BE(4);
      const kind = kinds[head.readUInt16BE(2)];
      if (head.readUInt16BE(0) !== mark || kind === undefined || length > longestBody)
        throw new Error('this is no message of a main machine');
      const whole = this.#peek(headBytes + length);
      if (!whole) return;
      this.#waiting = [whole.subarray(headBytes + length)];
      this.#bytes -= headBytes + length;
      const sequence = head.readDoubleBE(8);
      yield {
        kind,
        sequence,
        at: head.readDoubleBE(16),
        body: whole.subarray(headBytes, headBytes + length),
      };
    }
  }

  /** At least so many of the bytes that wait, in one piece. */
  #peek(bytes: number): Buffer | null {
    if (this.#bytes < bytes) return null;
    const first = this.#waiting[0];
    if (first && first.length >= bytes) return first;
    const whole = Buffer.concat(this.#waiting);
    this.#waiting = [whole];
    return whole;
  }
}
