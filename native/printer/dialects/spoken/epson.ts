import type { Dialect } from '../dialect';
import { askPrinted, askProcessed, escpos } from '../escpos';

/** USB vendor id (usb.org): Seiko Epson. */
const vendor = 0x04b8;

/** Epson's own, whole (ESC/POS command reference). */
export const dialect: Dialect = {
  ...escpos,
  /** GS a: push a status block when online, error or paper changes. */
  watch: Uint8Array.of(0x1d, 0x61, 0x0e),
  proofs: { function_h: askPrinted, gs_r: askProcessed },
  suits: ({ vendorId, maker, model }) => vendorId === vendor || /\bepson\b/i.test([maker, model].join(' ')),
};
