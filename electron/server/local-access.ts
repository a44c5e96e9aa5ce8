import { timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { hashToken, newToken } from '../actions/accounts/secret-hash';

const kept = z.object({ url: z.string(), key: z.string(), version: z.string() });
/** How a technician's command reaches the hall that runs with a data directory. */
export type LocalAccess = z.output<typeof kept>;

const fileOf = (dataDir: string) => join(dataDir, 'local-access.json');

/**
 * The key of the command `antre`: whoever can read it has the rights of Antre's own user at this machine, and so the whole
 * data directory. It is new at each start, in a file that its owner alone may read, and good for nothing once the server
 * has stopped. `Callers` takes it from a program of this user at this machine alone.
 */
export class LocalKey {
  readonly #dataDir: string;
  readonly #key = newToken();

  constructor(dataDir: string) {
    this.#dataDir = dataDir;
  }

  /** Whether a token is this key. */
  isKey(token: string): boolean {
    return timingSafeEqual(Buffer.from(hashToken(token)), Buffer.from(hashToken(this.#key)));
  }

  /** Writes down where the server is and its key. A full disk keeps nothing from starting. */
  tell(url: string, version: string): void {
    rmSync(fileOf(this.#dataDir), { force: true });
    try {
      const access: LocalAccess = { url, key: this.#key, version };
      writeFileSync(fileOf(this.#dataDir), JSON.stringify(access), { mode: 0o600, flag: 'wx' });
    } catch {
      // The command says then that the hall doesn't run.
    }
  }

  /** The server has stopped. */
  forget(): void {
    rmSync(fileOf(this.#dataDir), { force: true });
  }
}

/** How to reach the hall that runs, or ran until its power was cut; null: it was ended, or never ran. Throws what reading the file threw. */
export function readLocalAccess(dataDir: string): LocalAccess | null {
  let text: string;
  try {
    text = readFileSync(fileOf(dataDir), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  try {
    return kept.parse(JSON.parse(text));
  } catch {
    // A power cut left half of it.
    return null;
  }
}
