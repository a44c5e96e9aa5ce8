import type { Reply, ReplyReader } from './dialect';
import { conditionFromBlock } from './escpos-status';

const longestBlock = 96;

/** An answer of a dialect's own. */
export interface AnswerFrame {
  readonly begins: readonly [number, number];
  /** Bytes, with those that begin it. */
  readonly length: number;
}

/**
 * Takes a printer's replies apart. They mix in one stream without frames, and may come in halves, mixed up with
 * garbage, or without end: at most one unfinished reply is kept, and what fits no pattern is dropped.
 * Patterns by Epson's reference: DLE EOT `(b & 93) = 12`; status block first `(b & 93) = 10`, then three
 * `(b & 90) = 0`; GS r and GS I one byte `(b & 90) = 0`; blocks `37|5F|… 00` of printable characters: GS I 66 and 67
 * (names), GS ( H (printed), DLE DC4 function 8 (cleared).
 */
export class ReplyStream implements ReplyReader {
  #unfinished: number[] = [];
  readonly #frame: AnswerFrame | null;

  /** `frame`: its answers have that form, which a status block of Epson's can look like; null: they are DLE EOT's. */
  constructor(frame: AnswerFrame | null = null) {
    this.#frame = frame;
  }

  push(bytes: Uint8Array): Reply[] {
    const replies: Reply[] = [];
    for (const byte of bytes) {
      const reply = this.#take(byte);
      if (reply) replies.push(reply);
    }
    return replies;
  }

  #take(byte: number): Reply | null {
    const [first] = this.#unfinished;
    if (first === undefined) return this.#begin(byte);
    if (first === this.#frame?.begins[0]) return this.#takeFramed(byte, this.#frame);
    if ((first & 0x93) === 0x10) {
      if ((byte & 0x90) !== 0) return this.#restart(byte);
      this.#unfinished.push(byte);
      const [a, b, c, d] = this.#unfinished;
      if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
      this.#unfinished = [];
      return { kind: 'condition', condition: conditionFromBlock([a, b, c, d]) };
    }
    if (byte === 0x00) {
      const block = this.#unfinished;
      this.#unfinished = [];
      return readBlock(block);
    }
    // A real-time answer may stand anywhere; a block's own bytes are printable characters.
    if (byte < 0x20 || byte > 0x7e || this.#unfinished.length >= longestBlock) return this.#restart(byte);
    this.#unfinished.push(byte);
    return null;
  }

  #takeFramed(byte: number, { begins, length }: AnswerFrame): Reply | null {
    if (this.#unfinished.length === 1 && byte !== begins[1]) return this.#restart(byte);
    this.#unfinished.push(byte);
    if (this.#unfinished.length < length) return null;
    const bytes = this.#unfinished.slice(begins.length);
    this.#unfinished = [];
    return { kind: 'answer', bytes };
  }

  #restart(byte: number): Reply | null {
    this.#unfinished = [];
    return this.#begin(byte);
  }

  #begin(byte: number): Reply | null {
    if ((byte & 0x93) === 0x12) return this.#frame ? null : { kind: 'answer', bytes: [byte] };
    if ((byte & 0x93) === 0x10 || byte === this.#frame?.begins[0] || blockHeaders.has(byte)) {
      this.#unfinished = [byte];
      return null;
    }
    // 20 to 6F without bit 4 is a letter or digit far more often than a status; GS r uses the low four bits only.
    return (byte & 0xf0) === 0 ? { kind: 'processed', value: byte } : null;
  }
}

const blockHeaders = new Set([0x35, 0x37, 0x3b, 0x3d, 0x5f]);

function readBlock(block: readonly number[]): Reply | null {
  if (block[0] === 0x5f) return { kind: 'name', text: String.fromCharCode(...block.slice(1)).trim() };
  if (block[0] !== 0x37) return null;
  if (block[1] === 0x22) return { kind: 'printed', id: String.fromCharCode(...block.slice(2)) };
  return block[1] === 0x25 && block.length === 2 ? { kind: 'cleared' } : null;
}
