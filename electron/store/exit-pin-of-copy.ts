import { rmSync } from 'node:fs';
import Database from 'better-sqlite3';

/** The hash of the PIN by which kiosks are closed, of a database that nobody has open; null: there is none. */
export function exitPinHashIn(file: string): string | null {
  const database = new Database(file, { readonly: true });
  try {
    const found = database.prepare("SELECT valueJson FROM settings WHERE key = 'exitPinHash'").pluck().get();
    return typeof found === 'string' ? (JSON.parse(found) as string | null) : null;
  } finally {
    database.close();
    for (const beside of ['-wal', '-shm']) rmSync(`${file}${beside}`, { force: true });
  }
}
