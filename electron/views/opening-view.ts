import type { ServiceStanding } from '../contract/standing';
import { localInstantOrNull } from '../queue/local-instant';
import { counterOpening, type Opening } from '../queue/opening';
import { openingSentence } from '../queue/opening-sentence';
import type { HallCounter, HallService } from '../store/hall';
import { openingNow, openingNowForWaiting } from '../store/hall-now';
import { onceFor, type ViewContext } from './view-context';

/** How a service is for whoever would take a number now. */
export function openingOf(context: ViewContext, service: HallService): Opening {
  return openingNow(context.reader, context.hall, service, context);
}

/** How a counter is for those who wait there, from its services. */
export function counterForWaiting({ reader, hall, ...moment }: ViewContext, counter: HallCounter): Opening {
  return counterOpening(
    counter.services.map((service) => openingNowForWaiting(reader, hall, service, moment)),
  );
}

/** How a service is for those who wait for it; null for one that is in the hall no longer. */
export function standingForWaiting(context: ViewContext, serviceId: number): ServiceStanding | null {
  const service = context.hall.service.get(serviceId);
  return service
    ? standingView(context, openingNowForWaiting(context.reader, context.hall, service, context))
    : null;
}

const stoppedOf = onceFor(() => new Map<number, boolean>());

/** Whether a service is stopped by hand for those who wait there: of their wait nothing is told then. */
export function isStopped(context: ViewContext, service: HallService): boolean {
  const known = stoppedOf(context);
  let stopped = known.get(service.id);
  if (stopped === undefined) {
    stopped = openingNowForWaiting(context.reader, context.hall, service, context).state === 'stopped';
    known.set(service.id, stopped);
  }
  return stopped;
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
