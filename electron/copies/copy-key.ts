import { createHash } from 'node:crypto';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import type { CopyKey } from '../contract/admin-copies';

const beginning = 'AGE-SECRET-KEY-1';

/**
 * Makes a recovery key: an identity of age (age-encryption.org/v1), with its public half, for which copies are encrypted.
 * Its letters carry a checksum, so that one that is mistyped is noticed.
 */
export async function makeKey(): Promise<CopyKey> {
  const key = await generateX25519Identity();
  const recipient = await identityToRecipient(key);
  return { key, recipient, name: keyName(recipient) };
}

/** By these four signs people know a key; they lead to neither half of it. */
export function keyName(recipient: string): string {
  return createHash('sha256').update(`antre ${recipient}`).digest('hex').slice(0, 4).toUpperCase();
}

/** A recovery key as age writes it, or null where what was typed can't be one. */
export async function readKey(
  typed: string,
): Promise<{ readonly key: string; readonly recipient: string } | null> {
  const letters = typed.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const bare = beginning.replaceAll('-', '');
  const key = beginning + (letters.startsWith(bare) ? letters.slice(bare.length) : letters);
  try {
    return { key, recipient: await identityToRecipient(key) };
  } catch {
    return null;
  }
}
