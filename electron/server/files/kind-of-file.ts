import { open } from 'node:fs/promises';
import { type FileTypeResult, fileTypeFromBuffer } from 'file-type';

/** As much of a file as its kind is told from. */
const beginningBytes = 64 * 1024;

/**
 * What a file is by what is in it, or undefined. Its beginning is read here and not by `fileTypeFromFile`, which fetches
 * a module of its own at run time: that is not in a bundle, and Electron's older Node can't require it.
 */
export async function kindOfFile(path: string): Promise<FileTypeResult | undefined> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(beginningBytes) });
    return await fileTypeFromBuffer(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}
