/**
 * The text of a file that somebody wrote, whatever editor it was: UTF-8, or UTF-16 either way round, with or without its
 * byte order mark (Notepad, PowerShell's `>`), else Windows' Western letters (what Excel writes). The mark is no part
 * of the text.
 */
export function decodeWritten(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return decode('utf-16le', bytes);
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return decode('utf-16be', bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decode('windows-1252', bytes);
  }
}

function decode(encoding: string, bytes: Uint8Array): string {
  return new TextDecoder(encoding).decode(bytes);
}
