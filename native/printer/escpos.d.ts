// The parts of escpos 2.5.2 that Antre uses, with only the values that encode rightly: other names print the word
// `undefined`, other sizes leave as two bytes.
declare module 'escpos/printer' {
  import type EscposImage from 'escpos/image';

  interface Adapter {
    write(bytes: Buffer, callback?: (error?: Error) => void): void;
  }
  class Printer {
    constructor(adapter: Adapter, options: { encoding: 'cp858' | 'cp437' });
    hardware(command: 'init'): this;
    /** Bytes as they are. */
    print(bytes: Buffer): this;
    /** Encoded, and a line feed. */
    text(content: string): this;
    align(side: 'lt' | 'ct' | 'rt'): this;
    size(width: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8, height: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8): this;
    lineSpace(dots?: number): this;
    setReverseColors(reverse: boolean): this;
    raster(image: EscposImage, mode: 'normal'): this;
    /** Feeds that many lines first. */
    cut(partial: boolean, lines: number): this;
    flush(): this;
  }
  export = Printer;
}

declare module 'escpos/image' {
  class Image {
    constructor(pixels: { data: readonly number[]; shape: readonly [number, number, number] });
    toRaster(): { data: Uint8Array; width: number; height: number };
  }
  export = Image;
}
