import type { Hall } from '../store/hall';
import type { Reader } from '../store/store';

/** What every view is made from: the store as it stands, the configuration, and the moment it is seen. */
export interface ViewContext {
  readonly reader: Reader;
  readonly hall: Hall;
  /** Milliseconds since 1970 UTC. */
  readonly now: number;
  readonly businessDate: string;
}
