import type { ServiceStanding } from '../contract/standing';
import { localInstantOrNull } from '../queue/local-instant';
import { counterOpening, type Opening } from '../queue/opening';
import { openingSentence } from '../queue/opening-sentence';
import type { HallCounter, HallService } from '../store/hall';
import { openingNow, openingNowForWaiting } from '../store/queue-queries';
import { onceFor, type ViewContext } from './view-context';

/** How a service is for whoever would take a number now. */
export function openingOf(context: ViewContext, service: HallService): Opening {
  return openingNow(context.reader, context.hall, service, context);
}

const openingsForWaiting = onceFor(() => new Map<number, Opening>());

/** How a service is for those who wait for it: the views of all of them ask. */
function openingForWaitingOf(context: ViewContext, service: HallService): Opening {
  const known = openingsForWaiting(context);
  const found = known.get(service.id) ?? openingNowForWaiting(context.reader, context.hall, service, context);
  known.set(service.id, found);
  return found;
}

/** How a counter is for those who wait there, from its services. */
export function counterForWaiting(context: ViewContext, counter: HallCounter): Opening {
  return counterOpening(counter.services.map((service) => openingForWaitingOf(context, service)));
}

/** How a service is for those who wait for it; null for one that is in the hall no longer. */
export function standingForWaiting(context: ViewContext, serviceId: number): ServiceStanding | null {
  const service = context.hall.service.get(serviceId);
  return service ? standingView(context, openingForWaitingOf(context, service)) : null;
}

/** Whether a service is stopped by hand for those who wait there: of their wait nothing is told then. */
export function isStopped(context: ViewContext, service: HallService): boolean {
  return openingForWaitingOf(context, service).state === 'stopped';
}

/** An opening in the contract's words. */
export function standingView({ hall: { settings }, now }: ViewContext, opening: Opening): ServiceStanding {
  return {
    status: opening.status,
    state: opening.state,
    reason: openingSentence(opening, now, settings),
    opensAt: localInstantOrNull(opening.opensAt, settings.timezone),
    until: localInstantOrNull(opening.until, settings.timezone),
    cause: opening.cause,
  };
}
