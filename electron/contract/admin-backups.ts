import { z } from 'zod';
import { instant } from './common';

/** A copy of the whole database in `DATA_DIR/backups`. */
export const backup = z.strictObject({
  /** The file's name without its ending. */
  id: z.string(),
  madeAt: instant,
  bytes: z.number().int(),
});
export type Backup = z.infer<typeof backup>;
