import type { Board } from '../../electron/contract/lobby';
import type { ToldStop } from '../../electron/contract/standing';

/** What the lobby is told of a stop: that it has begun, or that it is over and somebody serves there. */
export interface StopNotice {
  readonly kind: 'stopped' | 'resumed';
  readonly stop: ToldStop;
}

const isSame = (one: ToldStop, other: ToldStop) =>
  one.counterId === other.counterId && one.of?.id === other.of?.id;

/**
 * What is new in a board's stops against those before: first what is over, then what has begun or has another cause. A
 * wider stop hides narrower ones, whose end is then no news; nor is an end after which nobody serves there.
 */
export function stopNews(
  before: readonly ToldStop[],
  { stops, counters }: Pick<Board, 'stops' | 'counters'>,
): StopNotice[] {
  const begun = stops.filter(
    (stop) => !before.some((each) => isSame(each, stop) && each.cause?.id === stop.cause?.id),
  );
  const isServed = (counterId: string | null) =>
    counters.some(({ id, standing }) => (counterId ?? id) === id && standing.state === 'serving');
  const over = before.filter(
    (stop) =>
      !stops.some((each) => isSame(each, stop)) &&
      !begun.some(({ counterId }) => counterId === null || counterId === stop.counterId) &&
      isServed(stop.counterId),
  );
  return [
    ...over.map((stop) => ({ kind: 'resumed' as const, stop })),
    ...begun.map((stop) => ({ kind: 'stopped' as const, stop })),
  ];
}
