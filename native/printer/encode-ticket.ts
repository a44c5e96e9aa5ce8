import Image from 'escpos/image';
import Printer from 'escpos/printer';
import type { PrinterProfile } from '../../electron/contract/printer-profile';
import type { Bitmap } from './bitmap';
import { printableText } from './code-page';
import { motifBand } from './motif';
import { numberBitmap } from './number-bitmap';
import type { PaperDots } from './paper';
import { nativeQr, qrBitmap, qrSide } from './qr';

/** One thing on a ticket, from the top down. Texts may hold anything: what can't be printed is left out. */
export type Block =
  /** A band of the motif; left out on narrow paper. */
  | { readonly kind: 'motif' }
  | {
      readonly kind: 'text';
      readonly text: string;
      /** `double` falls back to `tall` where it would take more than two lines. */
      readonly size: 'normal' | 'tall' | 'double';
      readonly align: 'left' | 'center';
    }
  /** One line with a text at each side; two lines where that is too narrow. */
  | { readonly kind: 'pair'; readonly left: string; readonly right: string; readonly size: 'normal' | 'tall' }
  /** A heading and its items, in at most `lines` lines; where they don't fit, `more` stands for what is left out. */
  | {
      readonly kind: 'list';
      readonly heading: string;
      readonly items: readonly string[];
      readonly lines: number;
      readonly more: string;
    }
  /** White on black across the paper. */
  | { readonly kind: 'banner'; readonly text: string }
  /** A picture in the middle; left out where the printer prints none. */
  | { readonly kind: 'picture'; readonly bitmap: Bitmap }
  | { readonly kind: 'rule' }
  | { readonly kind: 'space'; readonly dots: number }
  /** The ticket's number, as large as fits. */
  | { readonly kind: 'number'; readonly number: string }
  | { readonly kind: 'qr'; readonly data: string };

/** The printer that a ticket is encoded for. */
export interface PaperProfile {
  readonly width: PaperDots;
  /** `native`: the printer makes the code itself (GS ( k); `raster`: a picture, for clones that lack that. */
  readonly qr: 'native' | 'raster';
  /** False for printers that print no pictures: no motif, the number in the printer's own font. */
  readonly graphics: boolean;
  readonly codePage: PrinterProfile['codePage'];
  readonly cutter: PrinterProfile['cutter'];
}

/** How a ticket is encoded for a printer of that profile. */
export function paperProfile({ paperWidth, qr, codePage, cutter }: PrinterProfile): PaperProfile {
  return { width: paperWidth === 58 ? 384 : 576, qr, graphics: true, codePage, cutter };
}

/** escpos' name of a code page, and its number for ESC t (Epson's reference). */
const codePages = {
  pc858: { encoding: 'cp858', number: 19 },
  pc437: { encoding: 'cp437', number: 0 },
  ascii: { encoding: 'cp437', number: 0 },
} as const;
/** Lines from the head to where paper is torn off or cut. */
const linesToEdge = 4;

const cellWidth = 12;
const greatestQrModule = 7;
/** White around a QR code, in modules, at each side (ISO/IEC 18004). */
const quietModules = 4;
const sizes = {
  normal: { width: 1, height: 1, lineSpace: 30 },
  tall: { width: 1, height: 2, lineSpace: 54 },
  double: { width: 2, height: 2, lineSpace: 56 },
} as const;

/** A ticket as the bytes that print and cut it, through escpos. The same blocks give the same bytes. */
export function encodeTicket(blocks: readonly Block[], profile: PaperProfile): Buffer {
  const written: Buffer[] = [];
  const printer = new Printer(
    { write: (bytes) => void written.push(Buffer.from(bytes)) },
    { encoding: codePages[profile.codePage].encoding },
  );
  printer
    .hardware('init')
    // FS . leaves the two-byte mode that Chinese clones start in.
    .print(Buffer.from([0x1c, 0x2e]))
    .print(Buffer.from([0x1b, 0x74, codePages[profile.codePage].number]));
  for (const block of blocks) encodeBlock(printer, block, profile);
  printer.size(1, 1).lineSpace(30);
  // ESC d: feeds lines.
  if (profile.cutter === 'none') printer.print(Buffer.from([0x1b, 0x64, linesToEdge]));
  else printer.cut(profile.cutter === 'partial', linesToEdge);
  printer.flush();
  return Buffer.concat(written);
}

function encodeBlock(printer: Printer, block: Block, profile: PaperProfile): void {
  switch (block.kind) {
    case 'motif':
      if (profile.graphics && profile.width === 576) encodeBitmap(printer, cachedMotif(profile.width));
      return;
    case 'text': {
      const text = printableText(block.text, profile.codePage);
      if (text === '') return;
      const fits = block.size !== 'double' || wrap(text, columns(profile, 2)).length <= 2;
      const size = sizes[fits ? block.size : 'tall'];
      encodeLines(printer, wrap(text, columns(profile, size.width)), size, block.align, profile);
      return;
    }
    case 'pair': {
      const left = printableText(block.left, profile.codePage);
      const right = printableText(block.right, profile.codePage);
      const room = columns(profile, 1) - left.length - right.length;
      const lines =
        room >= 2
          ? [left + ' '.repeat(room) + right]
          : [
              ...wrap(left, columns(profile, 1)),
              ...wrap(right, columns(profile, 1)).map((line) => line.padStart(columns(profile, 1))),
            ];
      encodeLines(printer, lines, sizes[block.size], 'left', profile);
      return;
    }
    case 'list': {
      const lines = [printableText(block.heading, profile.codePage), ...listLines(block, profile)];
      encodeLines(printer, lines, sizes.normal, 'left', profile);
      return;
    }
    case 'banner':
      encodeBanner(printer, printableText(block.text, profile.codePage), profile);
      return;
    case 'picture':
      if (profile.graphics && block.bitmap.widthBytes * 8 <= profile.width)
        encodeBitmap(printer, block.bitmap);
      return;
    case 'rule':
      encodeLines(printer, ['-'.repeat(columns(profile, 1))], sizes.normal, 'left', profile);
      return;
    case 'space':
      printer.print(Buffer.from([0x1b, 0x4a, Math.min(255, block.dots)]));
      return;
    case 'number':
      encodeNumber(printer, printableText(block.number, profile.codePage), profile);
      return;
    case 'qr':
      encodeQr(printer, block.data, profile);
      return;
  }
}

/** Characters of a width in a line. Wide paper keeps a margin of one character at each side. */
function columns(profile: PaperProfile, characterWidth: number): number {
  const all = profile.width / cellWidth;
  return Math.floor((profile.width === 576 ? all - 2 : all) / characterWidth);
}

/** The items of a list as lines; an item is shown whole or not at all. */
function listLines(block: Extract<Block, { kind: 'list' }>, profile: PaperProfile): string[] {
  const width = columns(profile, 1);
  const bullet = (text: string) =>
    wrap(printableText(text, profile.codePage), width - 2).map(
      (line, index) => `${index === 0 ? '- ' : '  '}${line}`,
    );
  const items = block.items.map(bullet);
  if (items.flat().length <= block.lines) return items.flat();
  const more = bullet(block.more);
  const shown: string[] = [];
  for (const item of items) {
    if (shown.length + item.length + more.length > block.lines) break;
    shown.push(...item);
  }
  return [...shown, ...more];
}

function encodeLines(
  printer: Printer,
  lines: readonly string[],
  size: (typeof sizes)[keyof typeof sizes],
  align: 'left' | 'center',
  profile: PaperProfile,
): void {
  const margin = align === 'left' && profile.width === 576 ? ' ' : '';
  printer
    .align(align === 'left' ? 'lt' : 'ct')
    .size(size.width, size.height)
    .lineSpace(size.lineSpace);
  for (const line of lines) printer.text(`${margin}${line}`);
}

function encodeBanner(printer: Printer, text: string, profile: PaperProfile): void {
  const across = profile.width / cellWidth;
  printer.align('lt').size(1, 1).lineSpace(24).setReverseColors(true);
  // The spaces to both ends are black too.
  for (const line of wrap(text, across - 2)) {
    const left = Math.floor((across - line.length) / 2);
    printer.text(`${' '.repeat(left)}${line}`.padEnd(across));
  }
  printer.setReverseColors(false);
}

function encodeNumber(printer: Printer, number: string, profile: PaperProfile): void {
  const bitmap = profile.graphics ? numberBitmap(number, profile.width) : null;
  if (bitmap) {
    encodeBitmap(printer, bitmap);
    return;
  }
  // The printer's Font A has sizes to eight times.
  const greatest = Math.floor(profile.width / (number.length * cellWidth));
  const scale = ([8, 7, 6, 5, 4, 3, 2, 1] as const).find((each) => each <= greatest) ?? 1;
  printer
    .align('ct')
    .size(scale, scale)
    .lineSpace(Math.min(255, scale * 24 + 6))
    .text(number);
}

function encodeQr(printer: Printer, data: string, profile: PaperProfile): void {
  const side = qrSide(data, 'M') + 2 * quietModules;
  const moduleDots = Math.max(1, Math.min(greatestQrModule, Math.floor(profile.width / side)));
  printer.align('ct');
  if (profile.qr === 'native') printer.print(nativeQr(data, moduleDots));
  else encodeBitmap(printer, qrBitmap(data, 'M', moduleDots));
}

function encodeBitmap(printer: Printer, bitmap: Bitmap): void {
  printer.align('ct').raster(new PackedImage(bitmap), 'normal');
}

/**
 * A picture that is in the printer's form already. escpos would make it from pixels, dot by dot, in some 70 ms a
 * number, in which nobody else is served.
 */
class PackedImage extends Image {
  readonly #bitmap: Bitmap;

  constructor(bitmap: Bitmap) {
    super({ data: [], shape: [0, 0, 4] });
    this.#bitmap = bitmap;
  }

  override toRaster(): { data: Uint8Array; width: number; height: number } {
    return {
      data: withoutRealTimeCommands(this.#bitmap.bits),
      width: this.#bitmap.widthBytes,
      height: this.#bitmap.height,
    };
  }
}

/**
 * Printers obey DLE EOT, DLE ENQ and DLE DC4 inside pictures too (Epson says so): a dot more after a lone one keeps
 * a picture from asking for the status or opening the drawer.
 */
function withoutRealTimeCommands(bits: Uint8Array): Uint8Array {
  const safe = Buffer.from(bits);
  for (let at = safe.indexOf(0x10); at >= 0; at = safe.indexOf(0x10, at + 1)) {
    if (safe[at + 1] === 0x04 || safe[at + 1] === 0x05 || safe[at + 1] === 0x14) safe[at] = 0x30;
  }
  return safe;
}

const motifs = new Map<PaperDots, Bitmap>();
function cachedMotif(width: PaperDots): Bitmap {
  const band = motifs.get(width) ?? motifBand(width);
  motifs.set(width, band);
  return band;
}

/** Lines of at most `width` characters, broken between words; a longer word is broken where it must. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    let rest = word;
    if (line !== '' && line.length + 1 + rest.length <= width) {
      line += ` ${rest}`;
      continue;
    }
    if (line !== '') lines.push(line);
    while (rest.length > width) {
      lines.push(rest.slice(0, width));
      rest = rest.slice(width);
    }
    line = rest;
  }
  return line === '' ? lines : [...lines, line];
}
