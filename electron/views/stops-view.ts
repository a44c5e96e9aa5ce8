import type { Localized } from '../contract/common';
import type { ToldStop } from '../contract/standing';
import type { Stop } from '../contract/stop';
import { localInstantOrNull } from '../queue/local-instant';
import { openingSentence } from '../queue/opening-sentence';
import type { HallCounter, HallService } from '../store/hall';
import type { ViewContext } from './view-context';

/** What is stopped by hand of the hall or, where it isn't, of some counters and services: the widest alone. */
export function stopsOf(
  context: ViewContext,
  counters: readonly HallCounter[],
  serves: (serviceId: number) => boolean = () => true,
): ToldStop[] {
  const { hallStop } = context.hall.settings;
  if (hallStop) return [told(context, { of: null, counterId: null, letters: [] }, hallStop)];
  return counters.flatMap((counter) => {
    const part = (name: Localized, services: readonly HallService[]) => ({
      of: name,
      counterId: String(counter.id),
      letters: [...new Set(services.map(({ prefix }) => prefix))],
    });
    if (counter.paused) return [told(context, part(counter.name, counter.services), counter.stop)];
    return counter.services
      .filter(({ id, paused }) => paused && serves(id))
      .map((service) => told(context, part(service.name, [service]), service.stop));
  });
}

function told(
  { hall, now }: ViewContext,
  part: Pick<ToldStop, 'of' | 'counterId' | 'letters'>,
  stop: Stop | null,
): ToldStop {
  const until = stop?.until && stop.until > now ? stop.until : null;
  const opening = { state: 'stopped', status: 'paused', opensAt: null, until } as const;
  const reason = openingSentence(opening, now, hall.settings);
  if (!reason) throw new Error('a stop has no sentence');
  return {
    ...part,
    reason,
    cause: stop?.reason ?? null,
    until: localInstantOrNull(until, hall.settings.timezone),
  };
}
