import type { Hall, HallDesk, HallService } from './hall';
import { type DeskNow, desksNow } from './kept-desks';
import type { Reader } from './store';

/** The desks that serve a service, each with its state. */
export function desksServing(
  reader: Reader,
  hall: Hall,
  service: HallService,
): { readonly desk: HallDesk; readonly now: DeskNow }[] {
  const states = desksNow(reader);
  return (hall.counter.get(service.counterId)?.desks ?? []).flatMap((desk) => {
    const now = states.get(desk.id);
    return now && desk.serviceIds.includes(service.id) ? [{ desk, now }] : [];
  });
}
