import { z } from 'zod';
import { bytes32, longestBody, milliseconds } from './wire';

export const epoch = z.int().min(1).max(1_000_000);
/** From 1 in each epoch, without gaps. */
export const seq = z.int().min(1);

/** A row's place, and its hash, which says what all rows of the epoch up to it are. */
export const journalPosition = z.strictObject({ epoch, seq, hash: bytes32 });
export type JournalPosition = z.infer<typeof journalPosition>;

/**
 * A row of a hall's journal. `kind` and `version` are open: what a newer hall sends is kept as it is, and read once the centre
 * knows it. `body` is JSON as a text, since the hash is of its very characters.
 */
export const journalRow = z.strictObject({
  epoch,
  seq,
  /** By the hall's clock, which may be wrong. */
  at: milliseconds,
  kind: z.string().regex(/^[a-z][a-z_]{0,31}$/),
  version: z.int().min(1).max(10_000),
  body: z.string().min(2).max(longestBody),
  hash: bytes32,
});
export type JournalRow = z.infer<typeof journalRow>;

/** Why a row is kept but not read into what the centre shows. The rows after it are taken all the same. */
export const parkedReasons = [
  /** Of a newer hall: read once the centre knows the kind. */
  'unknown_kind',
  'unknown_version',
  'no_json',
  /** Not what its kind and version say. */
  'other_shape',
  /** Nothing wrong with its shape, but the centre failed at it. */
  'failed',
] as const;
export const parkedReason = z.enum(parkedReasons);
export type ParkedReason = z.infer<typeof parkedReason>;
export const parkedRow = z.strictObject({ epoch, seq, reason: parkedReason });
export type ParkedRow = z.infer<typeof parkedRow>;
