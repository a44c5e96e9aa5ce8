import type { Desk, HallCounter, HallSnapshot } from '../../../electron/contract/staff';

/** What a counter's panel begins with. */
export type PanelPart = 'line' | 'limits';

/** What can be done from the hall's cards, cells and menus. */
export interface HallActs {
  /** Nothing that was pressed is under way. */
  readonly isReady: boolean;
  /** The reader may change how the hall is set up. */
  readonly isAdmin: boolean;
  /** Opens a counter with all that can be done there, its line first, or what is stopped and limited. */
  open(counter: HallCounter, first?: PanelPart): void;
  /** An empty desk of the counter, to sit at; null: there is none. */
  freeDesk(counter: HallCounter): Desk | null;
  /** Takes a desk, and goes there. */
  sit(desk: Desk): void;
  /** Asks why and until when, and stops the counter. */
  stop(counter: HallCounter): void;
  resume(counter: HallCounter): void;
}

/**
 * A counter's first desk at which nobody sits, or null. A desk of several counters shows its officer only under those that they
 * serve: it is empty only where all of its counters are seen and none of them has somebody there.
 */
export function freeDeskOf(hall: HallSnapshot, counter: HallCounter): Desk | null {
  const isEmpty = ({ id, user, counters }: Desk) => {
    if (user !== null) return false;
    const seen = hall.counters.flatMap(({ desks }) => desks.filter((desk) => desk.id === id));
    return seen.length === counters.length && seen.every((desk) => desk.user === null);
  };
  return counter.desks.find(isEmpty) ?? null;
}
