import type { Board } from '../../electron/contract/lobby';
import type { ToldStop } from '../../electron/contract/standing';

export type BoardCounter = Board['counters'][number];

/** Whether there is something to be looked for: a number that is called or served, or people who wait. */
export function isLookedFor({ nowServing, waiting }: BoardCounter): boolean {
  return nowServing.length > 0 || waiting > 0;
}

/** Whether people wait though it is stopped by hand: that is told before all else. */
export function isWaitedForInVain({ standing, waiting }: BoardCounter): boolean {
  return standing.state === 'stopped' && waiting > 0;
}

/** Stops behind which somebody waits; of the whole hall, anybody at all. */
export function stopsInTheWay({ stops, counters }: Pick<Board, 'stops' | 'counters'>): readonly ToldStop[] {
  return stops.filter(({ counterId }) =>
    counters.some(({ id, waiting }) => waiting > 0 && (counterId ?? id) === id),
  );
}

/** Counters at which whoever comes now is served at once; they stand nowhere on the board. */
export function openWithoutQueue({ counters }: Pick<Board, 'counters'>): readonly BoardCounter[] {
  return counters.filter((counter) => counter.standing.state === 'serving' && !isLookedFor(counter));
}
