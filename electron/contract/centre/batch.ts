import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { epoch, journalPosition, journalRow, parkedRow } from './journal-row';
import { sessionRefusals } from './sessions';
import { mostBatchBytes, mostRows } from './wire';

/** Rows that follow each other, all of one epoch. */
export const journalBatch = z.strictObject({
  format: z.literal(1),
  epoch,
  rows: z.array(journalRow).min(1).max(mostRows),
});
export type JournalBatch = z.infer<typeof journalBatch>;

export const batchAnswer = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('taken'),
    /** On disk at the centre up to there, of the newest epoch: the hall needs to keep nothing up to it for the centre's sake. */
    have: journalPosition,
    /** Of this batch's rows, those that can't be read yet; the hall does nothing about them but tell. */
    parked: z.array(parkedRow).max(mostRows),
  }),
  /** Rows are missing before the batch's first: the hall goes on after `have` (null: from its first). */
  z.strictObject({ state: z.literal('gap'), have: journalPosition.nullable() }),
  /**
   * The batch has other rows where the centre has some, or follows another row than the one it has: the hall went back without knowing.
   * It opens a new epoch. `have` is the centre's last row.
   */
  z.strictObject({ state: z.literal('differs'), have: journalPosition }),
  ...sessionRefusals,
]);
export type BatchAnswer = z.infer<typeof batchAnswer>;

export function packBatch(batch: JournalBatch): Uint8Array {
  return gzipSync(JSON.stringify(batch));
}

/** What a batch's bytes hold; null where they are no gzip, no JSON, unpack to more than they may, or are no batch. */
export function unpackBatch(bytes: Uint8Array): JournalBatch | null {
  try {
    const text = gunzipSync(bytes, { maxOutputLength: mostBatchBytes }).toString('utf8');
    return journalBatch.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
