import type { ProblemCode } from '../contract/problems';
import { localInstantOrNull } from '../queue/local-instant';
import type { Opening } from '../queue/opening';
import { Refusal } from '../queue/refusal';
import type { HallService } from '../store/hall';
import { openingNow } from '../store/queue-queries';
import type { ActionContext } from './action';

/** Refuses where a service gives visitors no number now: `service_closed` (with `opensAt`), `quota_full`, `day_full`, `service_paused`. */
export function refuseUnlessOpen(
  { transaction, hall, now, businessDate }: ActionContext,
  service: HallService,
): void {
  const { status, state, opensAt } = openingNow(transaction, hall, service, { now, businessDate });
  if (status === 'open') return;
  throw new Refusal(state === 'day_full' ? 'day_full' : refusals[status], {
    opensAt: localInstantOrNull(opensAt, hall.settings.timezone),
  });
}

const refusals = {
  closed: 'service_closed',
  break: 'service_closed',
  quota_full: 'quota_full',
  paused: 'service_paused',
} as const satisfies Record<Exclude<Opening['status'], 'open'>, ProblemCode>;
