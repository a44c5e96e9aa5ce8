/** Something a printer said. */
export type Reply =
  /** One answer to DLE EOT; answers come in the order of the questions. */
  | { readonly kind: 'real_time'; readonly value: number }
  /** An automatic status block, pushed after GS a. */
  | { readonly kind: 'block'; readonly bytes: readonly [number, number, number, number] }
  /** Custom's full status: paper, user, recoverable and unrecoverable errors. */
  | { readonly kind: 'custom'; readonly bytes: readonly [number, number, number, number] }
  /** GS I 66 or 67: the maker's or the model's name. */
  | { readonly kind: 'name'; readonly text: string }
  /** GS ( H: what was sent before that id is printed. */
  | { readonly kind: 'printed'; readonly id: string }
  /** DLE DC4 function 8: the buffer is empty. */
  | { readonly kind: 'cleared' }
  /** GS r: what was sent before it is processed. Only a byte: garbage can look like it. */
  | { readonly kind: 'processed'; readonly value: number };

const longestBlock = 96;

/**
 * Takes a printer's replies apart. They mix in one stream without frames, and may come in halves, mixed up with
 * garbage, or without end: at most one unfinished reply is kept, and what fits no pattern is dropped.
 * Patterns by Epson's reference: DLE EOT `(b & 93) = 12`; status block first `(b & 93) = 10`, then three
 * `(b & 90) = 0`; GS r and GS I one byte `(b & 90) = 0`; blocks `37|5F|… 00` of printable characters.
 */
export class ReplyStream {
  #unfinished: number[] = [];
  readonly #isCustom: boolean;

  /** `custom`: 10 0F begins Custom's full status, which a status block of Epson's can look like. */
  constructor(kind: 'epson' | 'custom' = 'epson') {
    this.#isCustom = kind === 'custom';
  }

  /** What the bytes complete, in order. */
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
    if (this.#isCustom && first === 0x10) return this.#takeCustom(byte);
    if ((first & 0x93) === 0x10) {
      if ((byte & 0x90) !== 0) return this.#restart(byte);
      this.#unfinished.push(byte);
      const [a, b, c, d] = this.#unfinished;
      if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
      this.#unfinished = [];
      return { kind: 'block', bytes: [a, b, c, d] };
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

  #takeCustom(byte: number): Reply | null {
    if (this.#unfinished.length === 1 && byte !== 0x0f) return this.#restart(byte);
    this.#unfinished.push(byte);
    const [, , a, b, c, d] = this.#unfinished;
    if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
    this.#unfinished = [];
    return { kind: 'custom', bytes: [a, b, c, d] };
  }

  #restart(byte: number): Reply | null {
    this.#unfinished = [];
    return this.#begin(byte);
  }

  #begin(byte: number): Reply | null {
    if ((byte & 0x93) === 0x12) return { kind: 'real_time', value: byte };
    if ((byte & 0x93) === 0x10 || blockHeaders.has(byte)) {
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
