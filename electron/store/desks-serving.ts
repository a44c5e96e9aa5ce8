import { reachesService, reachOf } from '../queue/reach';
import type { Hall, HallDesk, HallService } from './hall';
import { type DeskNow, desksNow } from './kept-desks';
import type { Reader } from './store';

/**
 * The services that are served at a desk as it stands: of several counters only those that its officer reaches. Where
 * nobody sits, all that it is for.
 */
export function deskServices(
  hall: Hall,
  desk: HallDesk,
  user: DeskNow['user'] | undefined,
): readonly number[] {
  // Nobody stays at a desk of one counter that they don't reach.
  if (!user || desk.counterIds.length === 1) return desk.serviceIds;
  const reach = reachOf(user.account, hall.institutionOf);
  return desk.serviceIds.filter((id) => reachesService(hall, reach, id));
}

/** The desks that serve a service, each with its state; one whose officer doesn't reach its counter is empty for it. */
export function desksServing(
  reader: Reader,
  hall: Hall,
  service: HallService,
): { readonly desk: HallDesk; readonly now: DeskNow }[] {
  const states = desksNow(reader);
  return (hall.counter.get(service.counterId)?.desks ?? []).flatMap((desk) => {
    const now = states.get(desk.id);
    if (!now || !desk.serviceIds.includes(service.id)) return [];
    const isServed = deskServices(hall, desk, now.user).includes(service.id);
    return [{ desk, now: isServed ? now : { ...now, user: null, pause: null } }];
  });
}

/** The counters that share a desk with one of these, and these. */
export function countersAround(hall: Hall, counterIds: Iterable<number>): ReadonlySet<number> {
  const around = new Set(counterIds);
  for (const id of [...around]) {
    for (const desk of hall.counter.get(id)?.desks ?? [])
      for (const each of desk.counterIds) around.add(each);
  }
  return around;
}
