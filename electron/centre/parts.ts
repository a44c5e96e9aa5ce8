import type { SigningKey } from '../contract/centre/signing';
import type { Log } from '../log';
import type { CentreDatabase } from './database/engine';

/** What a centre process is made of. */
export interface CentreParts {
  readonly database: CentreDatabase;
  readonly log: Log;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly version: string;
  /** What the centre signs with; the same in all its processes. */
  readonly key: SigningKey;
}
