import { open } from 'node:fs/promises';

/**
 * Whether an MP4 (ISO/IEC 14496-12) or WebM (an EBML document with one Segment) is there from its first to its last
 * byte, by its outermost boxes: a file that was cut off ends within one. What is inside is for the browser to judge.
 */
export async function isWholeVideo(path: string, mediaType: 'video/mp4' | 'video/webm'): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const read = async (at: number, length: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    };
    return mediaType === 'video/mp4' ? await isWholeMp4(read, size) : await isWholeWebm(read, size);
  } finally {
    await file.close();
  }
}

type Read = (at: number, length: number) => Promise<Buffer>;

/** A video as players take it has a dozen. */
const maxBoxes = 200;

/**
 * Boxes of size and type; size 1: a 64-bit size follows, 0: to the end. A movie has `moov` and `mdat`; one in fragments
 * (`moof`, or `mvex` within `moov`) is played by script alone.
 */
async function isWholeMp4(read: Read, size: number): Promise<boolean> {
  const outermost = await boxes(read, 0, size);
  const movie = outermost?.find(({ type }) => type === 'moov');
  const types = new Set(outermost?.map(({ type }) => type));
  if (!movie || !types.has('ftyp') || !types.has('mdat') || types.has('moof')) return false;
  const within = await boxes(read, movie.from, movie.to);
  return within?.every(({ type }) => type !== 'mvex') ?? false;
}

interface Box {
  readonly type: string;
  /** Where what is in it begins and ends. */
  readonly from: number;
  readonly to: number;
}

/** The boxes that fill a stretch of the file exactly, or null where they don't or are too many. */
async function boxes(read: Read, from: number, to: number): Promise<readonly Box[] | null> {
  const found: Box[] = [];
  let at = from;
  while (at < to) {
    const head = await read(at, 16);
    if (head.length < 8 || found.length >= maxBoxes) return null;
    const short = head.readUInt32BE(0);
    if (short === 1 && head.length < 16) return null;
    const headLength = short === 1 ? 16 : 8;
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short;
    if (length < headLength || at + length > to) return null;
    found.push({ type: head.toString('latin1', 4, 8), from: at + headLength, to: at + length });
    at += length;
  }
  return found;
}

/** The EBML header, then Segments (and Void) up to the end; a Segment of unknown length reaches to it. */
async function isWholeWebm(read: Read, size: number): Promise<boolean> {
  const header = element(await read(0, 12));
  if (header?.id !== 0x1a45dfa3 || header.length === null) return false;
  let at = header.head + header.length;
  let segments = 0;
  for (let count = 0; at < size; count += 1) {
    const next = element(await read(at, 12));
    if (!next || count > 20) return false;
    if (next.id === 0x18538067) segments += 1;
    if (next.length === null) return segments === 1;
    at += next.head + next.length;
  }
  return at === size && segments === 1;
}

/** An EBML element's id, length (null: unknown) and the bytes that say so (RFC 8794). */
function element(
  bytes: Buffer,
): { readonly id: number; readonly length: number | null; readonly head: number } | null {
  const idLength = Math.clz32(bytes[0] ?? 0) - 23;
  const lengthLength = Math.clz32(bytes[idLength] ?? 0) - 23;
  if (idLength > 4 || lengthLength > 8 || bytes.length < idLength + lengthLength) return null;
  const id = bytes.readUIntBE(0, idLength);
  let length = BigInt((bytes[idLength] ?? 0) & (0xff >> lengthLength));
  for (const byte of bytes.subarray(idLength + 1, idLength + lengthLength))
    length = length * 256n + BigInt(byte);
  const unknown = length === 2n ** BigInt(7 * lengthLength) - 1n;
  return { id, length: unknown ? null : Number(length), head: idLength + lengthLength };
}
