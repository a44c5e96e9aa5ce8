import { decodeWritten } from '../../../electron/contract/written-text';

/** Files up to this size are read, as much as the server takes. */
const largestBytes = 16 * 1024 * 1024;

/** A chosen file can't be used; the page says why. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  constructor(readonly fault: 'tooLarge' | 'noJson' | 'otherFile' | 'newer') {
    super(fault);
  }
}

/** Reads a chosen file as text, whatever editor wrote it. Throws `UnreadableFile` for one that is too large. */
export async function readTextFile(file: File): Promise<string> {
  if (file.size > largestBytes) throw new UnreadableFile('tooLarge');
  return decodeWritten(new Uint8Array(await file.arrayBuffer()));
}

/** Hands a text or bytes to the browser to be saved as a file. */
export function saveAsFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
