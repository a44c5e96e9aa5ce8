import { randomInt, timingSafeEqual } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Log } from '../log';

/** The one-time code that makes the first admin. */
export interface SetUpCode {
  /** The code, or null once an account exists. */
  code(): string | null;
  /** Whether a typed text is the code; capitals, spaces and hyphens don't matter. */
  matches(typed: string): boolean;
  /** An account exists now: the code and its file are gone. */
  burn(): void;
}

/** Without letters and digits that are mistaken for one another. */
const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const codePattern = new RegExp(`^([${alphabet}]{4}-){2}[${alphabet}]{4}$`);

/**
 * Keeps the set-up code in `DATA_DIR/setup-code`, which its owner alone can read; makes one where there
 * is none yet. The log says where it is, not what: logs are passed on. With an account it removes a file that was left.
 */
export function openSetUpCode(parts: {
  readonly dataDir: string;
  readonly accountExists: boolean;
  readonly log: Log;
}): SetUpCode {
  const file = join(parts.dataDir, 'setup-code');
  let code: string | null = null;
  if (parts.accountExists) {
    rmSync(file, { force: true });
  } else {
    code = readCode(file);
    if (!code) {
      code = Array.from({ length: 3 }, () => randomLetters(4)).join('-');
      // A file that can't be read as a code is replaced, with the mode that a new file gets.
      rmSync(file, { force: true });
      writeFileSync(file, `${code}\n`, { mode: 0o600, flag: 'wx' });
    }
    parts.log.info({ file }, 'no account exists yet; the code to make the first admin is in the file');
  }
  return {
    code: () => code,
    matches: (typed) => code !== null && sameText(plain(typed), plain(code)),
    burn: () => {
      code = null;
      rmSync(file, { force: true });
    },
  };
}

function readCode(file: string): string | null {
  try {
    const text = readFileSync(file, 'utf8').trim();
    return codePattern.test(text) ? text : null;
  } catch {
    return null;
  }
}

function randomLetters(length: number): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

function plain(text: string): Buffer {
  return Buffer.from(text.toUpperCase().replace(/[\s-]/g, ''));
}

function sameText(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
