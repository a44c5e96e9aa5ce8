/** Files up to this size are read, as much as the server takes. */
const largestBytes = 16 * 1024 * 1024;

/** A chosen file can't be used; the page says why. */
export class UnreadableFile extends Error {
  override name = 'UnreadableFile';
  constructor(readonly fault: 'tooLarge' | 'noJson' | 'otherFile' | 'newer') {
    super(fault);
  }
}

/**
 * Reads a chosen file as text: UTF-8, UTF-16 with its mark, or else what Excel writes on Windows. Throws
 * `UnreadableFile` for one that is too large.
 */
export async function readTextFile(file: File): Promise<string> {
  if (file.size > largestBytes) throw new UnreadableFile('tooLarge');
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Hands a text to the browser to be saved as a file. */
export function saveAsFile(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
