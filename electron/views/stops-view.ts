import type { Localized } from '../contract/common';
import type { ToldStop } from '../contract/standing';
import type { Stop } from '../contract/stop';
import { openingSentence } from '../queue/opening-sentence';
import type { HallCounter } from '../store/hall';
import type { ViewContext } from './view-context';

/** What is stopped by hand of the hall or, where it isn't, of some counters and services: the widest alone. */
export function stopsOf(
  context: ViewContext,
  counters: readonly HallCounter[],
  serves: (serviceId: number) => boolean = () => true,
): ToldStop[] {
  const { hallStop } = context.hall.settings;
  if (hallStop) return [told(context, null, null, hallStop)];
  return counters.flatMap((counter) =>
    counter.paused
      ? [told(context, counter.name, counter.id, counter.stop)]
      : counter.services
          .filter(({ id, paused }) => paused && serves(id))
          .map(({ name, stop }) => told(context, name, counter.id, stop)),
  );
}

function told(
  { hall, now }: ViewContext,
  of: Localized | null,
  counterId: number | null,
  stop: Stop | null,
): ToldStop {
  const until = stop?.until && stop.until > now ? stop.until : null;
  const opening = { state: 'stopped', status: 'paused', opensAt: null, until } as const;
  const reason = openingSentence(opening, now, hall.settings);
  if (!reason) throw new Error('a stop has no sentence');
  return {
    of,
    counterId: counterId === null ? null : String(counterId),
    reason,
    cause: stop?.reason ?? null,
  };
}
