import { createHash } from 'node:crypto';
import type { JournalRow } from './journal-row';

type Hashed = Omit<JournalRow, 'hash'>;

/** What stands in the place of a hash before an epoch's first row. */
export function hashBefore(hallId: string, epoch: number): string {
  return hashOf(JSON.stringify(['antre-journal-1', hallId, epoch]));
}

/** A row's hash over the one before it: SHA-256 in base64url of the UTF-8 of a JSON array without blanks. */
export function hashAfter(previous: string, row: Hashed): string {
  const { epoch, seq, at, kind, version, body } = row;
  return hashOf(JSON.stringify([previous, epoch, seq, at, kind, version, body]));
}

/** What is wrong with rows that should follow a place, and at which of them. */
export type ChainFault = { readonly at: number; readonly fault: 'epoch' | 'seq' | 'hash' };

/**
 * Whether rows follow each other and what was before, in one epoch. `previous`: the epoch, the last row's number (0: none) and its
 * hash, or `hashBefore`. Returns the first fault, or null.
 */
export function chainFault(
  previous: { readonly epoch: number; readonly seq: number; readonly hash: string },
  rows: readonly JournalRow[],
): ChainFault | null {
  let { seq, hash } = previous;
  for (const [at, row] of rows.entries()) {
    if (row.epoch !== previous.epoch) return { at, fault: 'epoch' };
    if (row.seq !== seq + 1) return { at, fault: 'seq' };
    if (row.hash !== hashAfter(hash, row)) return { at, fault: 'hash' };
    ({ seq, hash } = row);
  }
  return null;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('base64url');
}
