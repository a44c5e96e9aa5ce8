import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { Jimp } from 'jimp';
import type { ImageJob, ReworkedImage } from './rework-image';

// The program of a thread of its own: decoding a photograph takes a second, in which nobody else would be served.

const white = 0xffffffff;
/** A phone's usual photograph has 12; each takes four bytes and more while it is decoded. */
const maxMegapixels = 16;
const decoding = { 'image/jpeg': { maxResolutionInMP: maxMegapixels, maxMemoryUsageInMB: 400 } };

async function rework({ file, form, width, height }: ImageJob): Promise<ReworkedImage> {
  const bytes = await readFile(file);
  if (isPng(bytes) && pixelsOfPng(bytes) > maxMegapixels * 1_000_000) return { fault: 'too_many_pixels' };
  const image = await Jimp.fromBuffer(bytes, decoding);
  if (image.width * image.height > maxMegapixels * 1_000_000) return { fault: 'too_many_pixels' };
  if (image.width > width || image.height > height) image.scaleToFit({ w: width, h: height });
  if (form === 'png') return whole(image, await image.getBuffer('image/png'));
  const onWhite = new Jimp({ width: image.width, height: image.height, color: white }).composite(image);
  if (form === 'jpeg') return whole(onWhite, await onWhite.getBuffer('image/jpeg', { quality: 90 }));
  return whole(onWhite, blackDots(onWhite.bitmap));
}

function whole({ width, height }: { readonly width: number; readonly height: number }, bytes: Uint8Array) {
  return { width, height, bytes: Uint8Array.from(bytes) };
}

function isPng(bytes: Buffer): boolean {
  return bytes.readUInt32BE(0) === 0x89504e47;
}

/** By its header, before anything is unpacked: a file of some kilobytes may claim gigabytes. */
function pixelsOfPng(bytes: Buffer): number {
  return bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
}

/**
 * Black dots for white ones, row by row, eight a byte, the highest bit leftmost; greys become patterns by passing
 * each dot's error on to its neighbours (Floyd and Steinberg 1976).
 */
function blackDots(bitmap: { readonly data: Uint8Array; readonly width: number; readonly height: number }) {
  const { data, width, height } = bitmap;
  const widthBytes = Math.ceil(width / 8);
  const bits = new Uint8Array(widthBytes * height);
  const grey = Float32Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(at * 4, at * 4 + 3);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  });
  const passOn = (at: number, error: number) => {
    grey[at] = (grey[at] ?? 0) + error;
  };
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x;
      const value = grey[at] ?? 0;
      const black = value < 128;
      if (black) bits[y * widthBytes + (x >> 3)] = (bits[y * widthBytes + (x >> 3)] ?? 0) | (0x80 >> (x & 7));
      const error = value - (black ? 0 : 255);
      if (x + 1 < width) passOn(at + 1, (error * 7) / 16);
      if (y + 1 === height) continue;
      if (x > 0) passOn(at + width - 1, (error * 3) / 16);
      passOn(at + width, (error * 5) / 16);
      if (x + 1 < width) passOn(at + width + 1, error / 16);
    }
  }
  return bits;
}

rework(workerData as ImageJob)
  .catch((error: unknown): ReworkedImage => {
    const tooMany = error instanceof Error && /maxResolutionInMP|maxMemoryUsageInMB/.test(error.message);
    return { fault: tooMany ? 'too_many_pixels' : 'damaged' };
  })
  .then((answer) => parentPort?.postMessage(answer));
