import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { bytes32, nonce } from '../contract/centre/wire';
import { writeDurably } from '../store/durable-file';

/**
 * What this data directory knows of the centre, in `DATA_DIR/centre.json`: the hall's key is in no database, so in no copy. A
 * machine that a hall was restored on is let in anew.
 */
const keptLink = z.object({
  url: z.url(),
  centre: z.object({ publicKey: bytes32, name: z.string() }),
  /** Under which name the office keeps the hall. */
  name: z.string(),
  hall: z.object({ publicKey: bytes32, privateKey: bytes32 }),
  machine: nonce,
  /** Whether an admin lets rows out; the journal is kept either way. */
  sends: z.boolean(),
});
export type KeptLink = z.infer<typeof keptLink>;

/** Reads it; null where there is none or it can't be read. */
export function readKeptLink(dataDir: string): KeptLink | null {
  try {
    return keptLink.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return null;
  }
}

/** Keeps it on disk; null: forgets it. */
export function keepLink(dataDir: string, link: KeptLink | null): void {
  if (link === null) rmSync(fileOf(dataDir), { force: true });
  else writeDurably(fileOf(dataDir), JSON.stringify(link));
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'centre.json');
}
