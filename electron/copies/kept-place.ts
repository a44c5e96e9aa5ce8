import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { copyRhythm, drillOutcome, placeFault } from '../contract/admin-copies';
import { writeDurably } from '../store/durable-file';

const moment = z.number().int();
const tried = z.object({ name: z.string(), madeAt: moment, outcome: drillOutcome });

/** What this machine knows of its second place, in `DATA_DIR/copies.json`: another machine has other disks. */
const keptPlace = z.object({
  place: z
    .object({
      folder: z.string(),
      otherDisk: z.boolean(),
      rhythm: copyRhythm,
      keptDays: z.number().int(),
      recipient: z.string(),
    })
    .nullable(),
  last: z.object({ at: moment, name: z.string(), bytes: z.number().int(), sha256: z.string() }).nullable(),
  failure: z.object({ fault: placeFault, at: moment, since: moment, count: z.number().int() }).nullable(),
  drill: z.object({ at: moment, local: tried.nullable(), away: tried.nullable() }).nullable(),
  /** When a trial last went well. */
  drillGoodAt: moment.nullable(),
});
export type KeptPlace = z.infer<typeof keptPlace>;

const nothing: KeptPlace = { place: null, last: null, failure: null, drill: null, drillGoodAt: null };

/** Reads it; nothing where there is none or it can't be read. */
export function readKeptPlace(dataDir: string): KeptPlace {
  try {
    return keptPlace.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')));
  } catch {
    return nothing;
  }
}

/** Keeps it, on disk. */
export function keepPlace(dataDir: string, kept: KeptPlace): void {
  writeDurably(fileOf(dataDir), JSON.stringify(kept));
}

function fileOf(dataDir: string): string {
  return join(dataDir, 'copies.json');
}
