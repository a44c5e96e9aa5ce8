/** One ESC/POS command as it stands in a stream of bytes. */
export interface Command {
  /**
   * `text`, a control character's name (`LF`), or the command's letters as Epson's reference writes them
   * (`ESC a`, `GS v 0`, `GS ( k`, `DLE EOT`). `unknown` where the bytes begin no command that is known here.
   */
  readonly name: string;
  /** What follows the name; for `text` the characters' bytes, for `unknown` all bytes. */
  readonly parameters: Uint8Array;
}

const NUL = 0x00;
const DLE = 0x10;
const ESC = 0x1b;
const FS = 0x1c;
const GS = 0x1d;

/** How many parameter bytes follow; a function answers undefined where it needs more bytes to know. */
type Length = number | ((bytes: Uint8Array, at: number) => number | undefined);

const untilNul: Length = (bytes, at) => {
  const end = bytes.indexOf(NUL, at);
  return end < 0 ? undefined : end - at + 1;
};
/** `pL pH` and that many bytes, after the function letter. */
const counted: Length = (bytes, at) => {
  const low = bytes[at];
  const high = bytes[at + 1];
  return low === undefined || high === undefined ? undefined : 2 + low + high * 256;
};
const rasterLength: Length = (bytes, at) => {
  const [, widthLow, widthHigh, heightLow, heightHigh] = bytes.subarray(at, at + 5);
  if (
    widthLow === undefined ||
    widthHigh === undefined ||
    heightLow === undefined ||
    heightHigh === undefined
  ) {
    return undefined;
  }
  return 5 + (widthLow + widthHigh * 256) * (heightLow + heightHigh * 256);
};
const graphicsLength: Length = (bytes, at) => {
  if (bytes.length < at + 4) return undefined;
  return 4 + new DataView(bytes.buffer, bytes.byteOffset + at, 4).getUint32(0, true);
};
const bitImageLength: Length = (bytes, at) => {
  const [mode, low, high] = bytes.subarray(at, at + 3);
  if (mode === undefined || low === undefined || high === undefined) return undefined;
  return 3 + (low + high * 256) * (mode >= 32 ? 3 : 1);
};
const cutLength: Length = (bytes, at) => {
  const mode = bytes[at];
  if (mode === undefined) return undefined;
  return mode === 0 || mode === 1 || mode === 48 || mode === 49 ? 1 : 2;
};
const barcodeLength: Length = (bytes, at) => {
  const type = bytes[at];
  if (type === undefined) return undefined;
  if (type <= 6) {
    const end = bytes.indexOf(NUL, at + 1);
    return end < 0 ? undefined : end - at + 1;
  }
  const count = bytes[at + 1];
  return count === undefined ? undefined : 2 + count;
};
const realTimeControlLength: Length = (bytes, at) => {
  const operation = bytes[at];
  if (operation === undefined) return undefined;
  return { 1: 3, 2: 3, 3: 6, 7: 2, 8: 8 }[operation] ?? 1;
};
const statusRequestLength: Length = (bytes, at) => {
  const which = bytes[at];
  if (which === undefined) return undefined;
  return which === 7 || which === 8 || which === 18 ? 2 : 1;
};

// Epson's ESC/POS command reference, the commands that thermal receipt printers know.
const lengths: ReadonlyMap<number, ReadonlyMap<string, Length>> = new Map([
  [
    DLE,
    new Map<string, Length>([
      ['\x04', statusRequestLength],
      ['\x05', 1],
      ['\x14', realTimeControlLength],
    ]),
  ],
  [
    ESC,
    new Map<string, Length>([
      ...[...'@2LSimv45'].map((letter): [string, Length] => [letter, 0]),
      ...[...'!-3=EGJKMRTVadert{ %Uu'].map((letter): [string, Length] => [letter, 1]),
      ['?', 1],
      ['$', 2],
      ['\\', 2],
      ['c', 2],
      ['B', 2],
      ['p', 3],
      ['W', 8],
      ['D', untilNul],
      ['*', bitImageLength],
    ]),
  ],
  [
    FS,
    new Map<string, Length>([
      ['&', 0],
      ['.', 0],
      ...[...'!-CW'].map((letter): [string, Length] => [letter, 1]),
      ['S', 2],
      ['p', 2],
      ['(', counted],
    ]),
  ],
  [
    GS,
    new Map<string, Length>([
      ...[...':c'].map((letter): [string, Length] => [letter, 0]),
      ...[...'!/BEHITabfhrwj'].map((letter): [string, Length] => [letter, 1]),
      ...[...'$LPW\\'].map((letter): [string, Length] => [letter, 2]),
      ['^', 3],
      ['V', cutLength],
      ['k', barcodeLength],
      ['(', counted],
      ['v0', rasterLength],
      ['8L', graphicsLength],
    ]),
  ],
]);

const introducers: ReadonlyMap<number, string> = new Map([
  [DLE, 'DLE'],
  [ESC, 'ESC'],
  [FS, 'FS'],
  [GS, 'GS'],
]);
const controls: ReadonlyMap<number, string> = new Map([
  [0x00, 'NUL'],
  [0x09, 'HT'],
  [0x0a, 'LF'],
  [0x0c, 'FF'],
  [0x0d, 'CR'],
  [0x18, 'CAN'],
]);
const realTimeNames: Readonly<Record<string, string>> = { '\x04': 'EOT', '\x05': 'ENQ', '\x14': 'DC4' };

/**
 * Reads the command that begins at `at`, and where it ends. Null where the bytes end inside it: more must come
 * before anybody can tell.
 */
export function readCommand(
  bytes: Uint8Array,
  at: number,
): { readonly command: Command; readonly end: number } | null {
  const first = bytes[at];
  if (first === undefined) return null;
  const introducer = introducers.get(first);
  if (introducer === undefined) {
    if (first < 0x20) {
      const name = controls.get(first) ?? 'unknown';
      return { command: { name, parameters: bytes.subarray(at, at + 1) }, end: at + 1 };
    }
    let end = at + 1;
    while (end < bytes.length && (bytes[end] ?? 0) >= 0x20) end += 1;
    return { command: { name: 'text', parameters: bytes.subarray(at, end) }, end };
  }

  const second = bytes[at + 1];
  if (second === undefined) return null;
  const known = lengths.get(first);
  let letters = String.fromCharCode(second);
  let start = at + 2;
  if (first === GS && (second === 0x76 || second === 0x38)) {
    const third = bytes[start];
    if (third === undefined) return null;
    letters += String.fromCharCode(third);
    start += 1;
  }
  let name = `${introducer} ${first === DLE ? (realTimeNames[letters] ?? letters) : [...letters].join(' ')}`;
  if (second === 0x28 && first !== ESC) {
    const letter = bytes[start];
    if (letter === undefined) return null;
    name += ` ${String.fromCharCode(letter)}`;
    start += 1;
  }
  const length = known?.get(second === 0x28 ? '(' : letters);
  if (length === undefined) {
    return { command: { name: 'unknown', parameters: bytes.subarray(at, start) }, end: start };
  }
  const count = typeof length === 'number' ? length : length(bytes, start);
  if (count === undefined || start + count > bytes.length) return null;
  return { command: { name, parameters: bytes.subarray(start, start + count) }, end: start + count };
}

/** All whole commands of a stream, in order; `rest` is the bytes of one that isn't whole. */
export function readCommands(bytes: Uint8Array): {
  readonly commands: readonly Command[];
  readonly rest: Uint8Array;
} {
  const commands: Command[] = [];
  let at = 0;
  for (let next = readCommand(bytes, at); next; next = readCommand(bytes, at)) {
    commands.push(next.command);
    at = next.end;
  }
  return { commands, rest: bytes.subarray(at) };
}

/**
 * The commands that a printer obeys the moment it receives them, wherever they stand, in an image too
 * (Epson: DLE EOT, DLE ENQ, DLE DC4). `end` is where the last one ends; a begun one at the end is left out.
 */
export function findRealTimeCommands(bytes: Uint8Array): {
  readonly commands: readonly Command[];
  readonly end: number;
} {
  const commands: Command[] = [];
  let end = 0;
  let at = bytes.indexOf(DLE);
  while (at >= 0) {
    const second = bytes[at + 1];
    if (second === undefined) return { commands, end: at };
    if (second === 0x04 || second === 0x05 || second === 0x14) {
      const next = readCommand(bytes, at);
      if (!next) return { commands, end: at };
      if (isObeyed(next.command)) commands.push(next.command);
    }
    end = at + 1;
    at = bytes.indexOf(DLE, end);
  }
  return { commands, end: bytes.length };
}

function isObeyed({ name, parameters }: Command): boolean {
  const operation = parameters[0] ?? 0;
  // 20: Custom's full status.
  if (name === 'DLE EOT') return (operation >= 1 && operation <= 4) || operation === 20;
  if (name === 'DLE ENQ') return operation <= 2;
  if (name !== 'DLE DC4') return false;
  // Clearing is guarded by a fixed sequence of seven bytes.
  if (operation === 8) return clearBuffer.subarray(3).every((byte, index) => parameters[index + 1] === byte);
  return operation === 1 || operation === 2 || operation === 3 || operation === 7;
}

/** DLE DC4, function 8: throw away what was received and not yet printed. */
export const clearBuffer: Uint8Array = Uint8Array.of(
  ...[0x10, 0x14, 0x08, 0x01, 0x03, 0x14, 0x01, 0x06, 0x02, 0x08],
);
