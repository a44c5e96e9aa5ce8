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

/** Boxes of size and type; size 1: a 64-bit size follows, 0: to the end. A movie has `moov` and `mdat`. */
async function isWholeMp4(read: Read, size: number): Promise<boolean> {
  const types = new Set<string>();
  let at = 0;
  while (at < size) {
    const head = await read(at, 16);
    if (head.length < 8 || types.size > 200) return false;
    const short = head.readUInt32BE(0);
    if (short === 1 && head.length < 16) return false;
    const length = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short;
    if (length < 8) return false;
    types.add(head.toString('latin1', 4, 8));
    at += length;
    // Many small boxes would be a movie in pieces, which browsers play only by script.
    if (at > size) return false;
  }
  return types.has('ftyp') && types.has('moov') && types.has('mdat');
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
