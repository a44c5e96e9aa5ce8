import { decodeCodePage } from './code-page';
import type { Command } from './escpos-commands';
import { type QrLevel, qrSide } from './qr';

/** Dots across the printable area: 576 on 80 mm paper, 384 on 58 mm. */
export type PaperDots = 576 | 384;

/** Something black (or white on black) on the paper; `x` and `y` are dots from the paper's upper left. */
export type Mark =
  | {
      readonly kind: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly scaleX: number;
      readonly scaleY: number;
      readonly bold: boolean;
      readonly reverse: boolean;
    }
  | {
      readonly kind: 'raster';
      readonly x: number;
      readonly y: number;
      readonly widthBytes: number;
      readonly height: number;
      readonly scaleX: number;
      readonly scaleY: number;
      /** Row by row, eight dots a byte, the highest bit leftmost; 1 is black. */
      readonly bits: Uint8Array;
    }
  | {
      readonly kind: 'qr';
      readonly x: number;
      readonly y: number;
      readonly moduleDots: number;
      readonly level: QrLevel;
      readonly data: string;
    };

interface Run {
  readonly text: string;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly bold: boolean;
  readonly reverse: boolean;
}

const cellWidth = 12;
const cellHeight = 24;
const defaultLineSpacing = 30;
const levels = ['L', 'M', 'Q', 'H'] as const;

/**
 * The paper under a printer's head: obeys ESC/POS commands one by one and knows what stands on the paper.
 * It understands what Antre's own encoder sends and ignores the rest, as a printer ignores what it lacks.
 */
export class Paper {
  readonly marks: Mark[] = [];
  /** Dots printed and fed so far. */
  y = 0;
  readonly #width: PaperDots;
  #line: Run[] = [];
  #align: 'left' | 'center' | 'right' = 'left';
  #scaleX = 1;
  #scaleY = 1;
  #bold = false;
  #reverse = false;
  #lineSpacing = defaultLineSpacing;
  #qr: { moduleDots: number; level: QrLevel; data: string } = {
    moduleDots: 3,
    level: 'L',
    data: '',
  };

  constructor(width: PaperDots) {
    this.#width = width;
  }

  /** The texts on the paper, a line each, as a person reads them. */
  get lines(): readonly string[] {
    const lines = new Map<number, string>();
    for (const mark of this.marks) {
      if (mark.kind === 'text') lines.set(mark.y, `${lines.get(mark.y) ?? ''}${mark.text}`);
    }
    return [...lines.values()].map((line) => line.trim()).filter((line) => line !== '');
  }

  /** Obeys one command. */
  obey({ name, parameters }: Command): void {
    const [first = 0, second = 0] = parameters;
    switch (name) {
      case 'text':
        this.#line.push({
          text: decodeCodePage(parameters),
          scaleX: this.#scaleX,
          scaleY: this.#scaleY,
          bold: this.#bold,
          reverse: this.#reverse,
        });
        return;
      case 'LF':
        this.#printLine(this.#lineSpacing);
        return;
      case 'ESC @':
        this.#reset();
        return;
      case 'ESC a':
        this.#align = (['left', 'center', 'right'] as const)[first % 48] ?? 'left';
        return;
      case 'ESC !':
        this.#bold = (first & 0x08) !== 0;
        this.#scaleY = (first & 0x10) !== 0 ? 2 : 1;
        this.#scaleX = (first & 0x20) !== 0 ? 2 : 1;
        return;
      case 'GS !':
        this.#scaleX = (first >> 4) + 1;
        this.#scaleY = (first & 0x0f) + 1;
        return;
      case 'ESC E':
        this.#bold = (first & 1) === 1;
        return;
      case 'GS B':
        this.#reverse = (first & 1) === 1;
        return;
      case 'ESC 2':
        this.#lineSpacing = defaultLineSpacing;
        return;
      case 'ESC 3':
        this.#lineSpacing = first;
        return;
      case 'ESC J':
        this.#printLine(first);
        return;
      case 'ESC d':
        this.#printLine(first * this.#lineSpacing);
        return;
      case 'GS v 0':
        this.#printRaster(parameters);
        return;
      case 'GS ( k':
        this.#obeyQr(parameters.subarray(2));
        return;
      case 'GS V':
        if (first === 66) this.#printLine(second);
        return;
    }
  }

  #reset(): void {
    this.#line = [];
    this.#align = 'left';
    this.#scaleX = 1;
    this.#scaleY = 1;
    this.#bold = false;
    this.#reverse = false;
    this.#lineSpacing = defaultLineSpacing;
  }

  #left(width: number): number {
    const space = Math.max(0, this.#width - width);
    if (this.#align === 'center') return Math.floor(space / 2);
    return this.#align === 'right' ? space : 0;
  }

  /** Prints what stands in the line, wrapped as the printer wraps it, and feeds at least `feed` dots. */
  #printLine(feed: number): void {
    let row: Run[] = [];
    let used = 0;
    const rows: Run[][] = [row];
    for (const run of this.#line) {
      const cell = run.scaleX * cellWidth;
      let left = run.text;
      while (left !== '') {
        const room = Math.floor((this.#width - used) / cell);
        if (room === 0) {
          row = [];
          rows.push(row);
          used = 0;
          continue;
        }
        row.push({ ...run, text: left.slice(0, room) });
        used += Math.min(room, left.length) * cell;
        left = left.slice(room);
      }
    }
    this.#line = [];
    for (const runs of rows) {
      const tallest = Math.max(0, ...runs.map((run) => run.scaleY));
      const width = runs.reduce((sum, run) => sum + run.text.length * run.scaleX * cellWidth, 0);
      let x = this.#left(width);
      for (const run of runs) {
        this.marks.push({ kind: 'text', x, y: this.y + (tallest - run.scaleY) * cellHeight, ...run });
        x += run.text.length * run.scaleX * cellWidth;
      }
      this.y += Math.max(feed, tallest * cellHeight);
    }
  }

  #printRaster(parameters: Uint8Array): void {
    const [mode = 0, widthLow = 0, widthHigh = 0, heightLow = 0, heightHigh = 0] = parameters;
    const widthBytes = widthLow + widthHigh * 256;
    const height = heightLow + heightHigh * 256;
    const scaleX = (mode & 1) + 1;
    const scaleY = ((mode >> 1) & 1) + 1;
    this.marks.push({
      kind: 'raster',
      x: this.#left(widthBytes * 8 * scaleX),
      y: this.y,
      widthBytes,
      height,
      scaleX,
      scaleY,
      bits: Uint8Array.from(parameters.subarray(5)),
    });
    this.y += height * scaleY;
  }

  #obeyQr(parameters: Uint8Array): void {
    const [code = 0, operation = 0, value = 0] = parameters;
    if (code !== 49) return;
    if (operation === 67) this.#qr.moduleDots = value;
    if (operation === 69) this.#qr.level = levels[value - 48] ?? 'L';
    if (operation === 80) this.#qr.data = new TextDecoder().decode(parameters.subarray(3));
    if (operation === 81 && this.#qr.data !== '') {
      const side = qrSide(this.#qr.data, this.#qr.level) * this.#qr.moduleDots;
      this.marks.push({ kind: 'qr', x: this.#left(side), y: this.y, ...this.#qr });
      this.y += side;
    }
  }
}
