import { clearBuffer } from '../escpos-commands';
import type { Dialect } from './dialect';
import { conditionFromRealTime } from './escpos-status';
import { ReplyStream } from './reply-stream';

/** DLE EOT 1 to 4: the printer, what keeps it offline, its errors, its paper. */
const questions = [1, 2, 3, 4].map((which) => Uint8Array.of(0x10, 0x04, which));

/** GS ( H function 48: answer with this id of four characters once everything before it is printed. */
export function askPrinted(id: string): Uint8Array {
  return Uint8Array.of(0x1d, 0x28, 0x48, 0x06, 0x00, 0x30, 0x30, ...Buffer.from(id, 'latin1'));
}

/** GS r 1: answer once everything before it is processed. */
export function askProcessed(): Uint8Array {
  return Uint8Array.of(0x1d, 0x72, 0x01);
}

/** What every ESC/POS printer understands that says anything: dialects are made of this, and say what is different. */
export const escpos = {
  questions,
  condition: conditionFromRealTime,
  readReplies: () => new ReplyStream(),
  watch: null,
  proofs: { gs_r: askProcessed },
  clear: clearBuffer,
  /** DLE ENQ 2: recover from an error and throw away what was received. */
  recover: Uint8Array.of(0x10, 0x05, 0x02),
  isKnownByAnswer: false,
} as const satisfies Omit<Dialect, 'suits'>;
