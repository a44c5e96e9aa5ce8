import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { restartReason } from '../contract/admin-hall';

/** A row of the file that scripts/kept-restarts.cjs writes. */
const restart = z.object({
  /** Milliseconds since 1970 UTC. */
  at: z.number(),
  reason: restartReason,
  detail: z.string(),
  error: z.string(),
});
export type Restart = z.output<typeof restart>;

/** Returns why Antre was started again, the oldest first; a row that can't be read is left out. */
export async function readRestarts(dataDir: string): Promise<Restart[]> {
  try {
    const rows: unknown = JSON.parse(await readFile(join(dataDir, 'restarts.json'), 'utf8'));
    return z
      .array(z.unknown())
      .parse(rows)
      .flatMap((row) => restart.safeParse(row).data ?? []);
  } catch {
    // There is none, as a rule.
    return [];
  }
}
