import type { LineState } from '../../../electron/contract/live-line';
import type { Call } from '../../../electron/contract/lobby';

/** What a tab tells the one that holds the browser's line. */
export type TabSays =
  /** What it wants to hear of; calls from after this sequence, or (null) from now on. */
  | { readonly say: 'hear'; readonly topics: readonly string[]; readonly after: number | null }
  /** It took in the news, and can take more: none heap up for a tab that stands still. */
  | { readonly say: 'taken' }
  | { readonly say: 'bye' };

/** What a tab is told: all that changed since the last news that it took. Comes at least each `newsEveryMs`. */
export interface News {
  /** Null: this tab's topics are too many for the line; it has to hold one of its own. */
  readonly line: LineState | null;
  /** For how long the line has been lost; 0 where it isn't. */
  readonly lostForMs: number;
  /** The hall's time as these news are told, in milliseconds since 1970; null before it was heard. */
  readonly hallNow: number | null;
  /** By its name, each topic that changed. */
  readonly snapshots: Readonly<Record<string, unknown>>;
  readonly calls: readonly Call[];
}

/** Milliseconds. */
export const newsEveryMs = 2_000;
