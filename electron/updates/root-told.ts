import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { lastUpdate, updatePhases, updatePlace } from '../contract/admin-updates';

const moment = z.number();

/** What root's program writes down (scripts/installed/update/update.cjs); moments in milliseconds since 1970 UTC. */
const rootTold = z.object({
  installed: z.string().nullish().catch(null),
  looked: z
    .object({ at: moment, hasKey: z.boolean(), places: z.array(updatePlace) })
    .nullish()
    .catch(null),
  underWay: z
    .object({ version: z.string(), phase: z.enum(updatePhases), since: moment })
    .nullish()
    .catch(null),
  last: z
    .object({ ...lastUpdate.shape, at: moment })
    .nullish()
    .catch(null),
});
export type RootTold = z.infer<typeof rootTold>;

/** Reads it; a part that can't be read is as if it weren't there. */
export function readRootTold(folder: string): RootTold {
  try {
    return rootTold.parse(JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8')));
  } catch {
    return {};
  }
}
