import { Unzip } from 'fflate';
import type { Problem } from '../../../electron/contract/common';
import { Refused, Unreachable } from '../../client/api';

/** How far a file is that is made while it is sent. */
export interface Progress {
  readonly done: number;
  /** 0: not known yet. */
  readonly of: number;
}

/**
 * Fetches a ZIP that is made while it is sent, telling at each of the files in it how many there are so far. Throws `Refused`, or
 * `Unreachable` where the line broke on the way or not all of it was made.
 */
export async function fetchZip(address: string, tell: (progress: Progress) => void): Promise<Blob> {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  try {
    const response = await fetch(address, {
      headers: { 'accept-language': document.documentElement.lang || 'id' },
    });
    if (!response.ok || !response.body) throw new Refused((await response.json()) as Problem);
    const of = Number(response.headers.get('antre-files') ?? 0);
    const begun = new Unzip(() => {
      done += 1;
      tell({ done: Math.min(done, of), of });
    });
    tell({ done: 0, of });
    const reader = response.body.getReader();
    for (let read = await reader.read(); !read.done; read = await reader.read()) {
      pieces.push(read.value);
      begun.push(read.value.slice());
    }
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Unreachable(error instanceof Error ? error.message : String(error));
  }
  return new Blob(pieces, { type: 'application/zip' });
}

/** Has the browser save it. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
