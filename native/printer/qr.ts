import { create } from 'qrcode';
import { type Bitmap, blankBitmap, fill } from './bitmap';

export type QrLevel = 'L' | 'M' | 'Q' | 'H';

/** How many modules a QR code of this text has on a side, the quiet zone not counted. */
export function qrSide(data: string, level: QrLevel): number {
  return create(data, { errorCorrectionLevel: level }).modules.size;
}

/** A QR code as a picture, without its quiet zone. */
export function qrBitmap(data: string, level: QrLevel, moduleDots: number): Bitmap {
  const { modules } = create(data, { errorCorrectionLevel: level });
  const bitmap = blankBitmap(modules.size * moduleDots, modules.size * moduleDots);
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (modules.get(row, column)) {
        fill(bitmap, column * moduleDots, row * moduleDots, moduleDots, moduleDots);
      }
    }
  }
  return bitmap;
}

/**
 * The printer's own QR command, GS ( k (model 2, level M), in the order of Epson's reference: model, module size,
 * level, store, print. Written here because escpos sends GS Z instead, which Epson printers print as text.
 */
export function nativeQr(data: string, moduleDots: number): Buffer {
  const bytes = Buffer.from(data, 'utf8');
  const length = bytes.length + 3;
  return Buffer.concat([
    Buffer.from([0x1d, 0x28, 0x6b, 0x04, 0x00, 0x31, 0x41, 0x32, 0x00]),
    Buffer.from([0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x43, moduleDots]),
    Buffer.from([0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x45, 0x31]),
    Buffer.from([0x1d, 0x28, 0x6b, length & 0xff, length >> 8, 0x31, 0x50, 0x30]),
    bytes,
    Buffer.from([0x1d, 0x28, 0x6b, 0x03, 0x00, 0x31, 0x51, 0x30]),
  ]);
}
