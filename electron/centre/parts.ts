import type { Log } from '../log';
import type { CentreDatabase } from './database/engine';

/** What a centre process is made of. */
export interface CentreParts {
  readonly database: CentreDatabase;
  readonly log: Log;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly version: string;
}
