import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Writes a file so that at each moment its name holds the old content or the new one, whole, also if the power fails. */
export function writeDurably(file: string, text: string | Uint8Array): void {
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  // Not by `flush`, which Electron's older Nodes don't know.
  syncFile(`${file}.new`);
  renameSync(`${file}.new`, file);
  syncFolder(dirname(file));
}

/** Returns once a file's bytes are on disk. */
export function syncFile(file: string): void {
  const descriptor = openSync(file, 'r+');
  fsyncSync(descriptor);
  closeSync(descriptor);
}

/** Returns once the names in a folder are on disk; Windows can't and needn't. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  fsyncSync(descriptor);
  closeSync(descriptor);
}
