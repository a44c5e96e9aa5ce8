import type { Condition } from '../../status';
import type { Answer, Dialect } from '../dialect';
import { escpos } from '../escpos';
import { ReplyStream } from '../reply-stream';

/** USB vendor id (usb.org): Custom Engineering. */
const vendor = 0x0dd4;

/** Custom's printers in kiosks (KPM, TK, VKP80), which answer one question of their own with everything. */
export const dialect: Dialect = {
  ...escpos,
  /** DLE EOT 20: the full status. */
  questions: [Uint8Array.of(0x10, 0x04, 0x14)],
  condition: ([status]) => conditionFromFullStatus(status ?? []),
  readReplies: () => new ReplyStream({ begins: [0x10, 0x0f], length: 6 }),
  // DLE DC4 is another command there, and DLE ENQ is not known to be the same.
  clear: null,
  recover: null,
  isKnownByAnswer: true,
  suits: ({ vendorId, maker, model }) => vendorId === vendor || /\bcustom\b/i.test([maker, model].join(' ')),
};

/**
 * The full status: paper, user, recoverable and unrecoverable errors.
 * Bits by Custom's command references (KPM, TK, VKP80): paper 01 none, 04 near end, 20 ticket in the mouth; user 01
 * head up, 02 cover open; recoverable 01 head temperature, 40 paper jam; unrecoverable 01 cutter, others broken.
 */
function conditionFromFullStatus([
  paper = 0,
  user = 0,
  recoverable = 0,
  unrecoverable = 0,
]: Answer): Condition {
  const fault =
    (unrecoverable & 0x01) !== 0
      ? 'cutter'
      : unrecoverable !== 0
        ? 'unrecoverable'
        : (recoverable & 0x01) !== 0
          ? 'overheated'
          : (recoverable & 0x40) !== 0
            ? 'mechanical'
            : 'none';
  return {
    online: true,
    coverOpen: (user & 0x03) !== 0,
    feedButton: false,
    paper: (paper & 0x01) !== 0 ? 'out' : (paper & 0x04) !== 0 ? 'low' : 'enough',
    fault,
    ticketInMouth: (paper & 0x20) !== 0,
  };
}
