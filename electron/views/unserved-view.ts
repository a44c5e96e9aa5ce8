import { chanceBand, chanceWithin } from '../queue/chance-today';
import { dayAhead } from '../queue/day-ahead';
import type { HallCounter, HallService } from '../store/hall';
import { forecastBehind, poolOfService } from '../store/wait-now';
import { waitingFor } from './line';
import type { ViewContext } from './view-context';

/**
 * How many of those who wait at a counter will probably not be called before it closes: the line behind the first place
 * from which the call is expected after closing, its people taken as mixed evenly. Null where nothing can be foreseen: nobody
 * waits or serves, no hours hold, it has closed.
 */
export function unservedToday(context: ViewContext, counter: HallCounter): number | null {
  const { reader, hall } = context;
  const pools = new Map<string, readonly number[]>();
  const found: number[] = [];
  for (const service of counter.services) {
    if (waitingFor(context, service.id) === 0) continue;
    const { serviceIds } = poolOfService(reader, hall, service);
    const key = serviceIds.join(',');
    if (pools.has(key)) continue;
    pools.set(key, serviceIds);
    const unserved = unservedInLine(context, counter, service, serviceIds);
    if (unserved !== null) found.push(unserved);
  }
  if (found.length === 0) return null;
  // Lines of desks that share services overlap.
  const waiting = counter.services.reduce((sum, { id }) => sum + waitingFor(context, id), 0);
  return Math.min(
    waiting,
    found.reduce((sum, each) => sum + each, 0),
  );
}

function unservedInLine(
  context: ViewContext,
  counter: HallCounter,
  service: HallService,
  serviceIds: readonly number[],
): number | null {
  const { reader, hall, now } = context;
  const { closesIn } = dayAhead(hall, service, now);
  if (closesIn === null || closesIn <= 0) return null;
  const line = serviceIds.map((id) => [id, waitingFor(context, id)] as const);
  const people = line.reduce((sum, [, waiting]) => sum + waiting, 0);
  const isUnlikely = (ahead: number): boolean | null => {
    const mixed = new Map(line.map(([id, waiting]) => [id, (waiting * ahead) / people]));
    const forecast = forecastBehind(reader, hall, service, now, mixed);
    return forecast && chanceBand(chanceWithin(forecast, closesIn)) === 'unlikely';
  };
  const last = isUnlikely(people - 1);
  if (last !== true) return last === null ? null : 0;
  // Each further person ahead makes it less likely, so the first such place is found by halves.
  let from = 0;
  let to = people - 1;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (isUnlikely(middle)) to = middle;
    else from = middle + 1;
  }
  // Of a desk's line for several counters each has its part.
  const own = line.reduce(
    (sum, [id, waiting]) => (hall.service.get(id)?.counterId === counter.id ? sum + waiting : sum),
    0,
  );
  return Math.round(((people - from) * own) / people);
}
