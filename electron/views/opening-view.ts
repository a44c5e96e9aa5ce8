import { localInstantOrNull } from '../queue/local-instant';
import { type Opening, opening } from '../queue/opening';
import { openingSentence } from '../queue/opening-sentence';
import type { HallService } from '../store/hall';
import { desksPausedFor, issuedOfDay } from './line';
import type { ViewContext } from './view-context';

/** A service's opening at the context's moment. */
export function openingOf(context: ViewContext, service: HallService): Opening {
  return opening(context.hall, service, {
    now: context.now,
    businessDate: context.businessDate,
    issued: issuedOfDay(context).get(service.id) ?? 0,
    desksPaused: desksPausedFor(context, service.id),
  });
}

/** An opening in the contract's words. */
export function openingFields(context: ViewContext, { status, opensAt, quotaLeft }: Opening) {
  const { timezone } = context.hall.settings;
  return {
    status,
    reason: openingSentence({ status, opensAt, quotaLeft }, context.now, timezone),
    opensAt: localInstantOrNull(opensAt, timezone),
  };
}
