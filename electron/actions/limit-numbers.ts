import { quotaOn } from '../queue/quota';
import { Refusal } from '../queue/refusal';
import { issuedOf } from '../store/queue-queries';
import { writeSettings } from '../store/settings';
import type { ActionContext } from './action';
import { requireCounter, requireSupervisor } from './desk/standing';

/**
 * Lets a service give only so many numbers more on the business date, walk-ins among them, or (`left` null) as many as its
 * quota allows; it never gives more than that. Limits of past dates are forgotten. Returns how many numbers were left
 * before. Refuses `forbidden` to anybody but a supervisor or admin, `not_found`, `not_your_counter`.
 */
export function limitNumbers(
  context: ActionContext,
  input: { readonly serviceId: number; readonly left: number | null },
): { readonly leftBefore: number | null } {
  const user = requireSupervisor(context);
  const { transaction, hall, businessDate } = context;
  const service = hall.service.get(input.serviceId);
  if (!service) throw new Refusal('not_found');
  requireCounter(user, service.counterId);
  const issued = issuedOf(transaction, businessDate, service.id);
  const quota = quotaOn(hall, service, businessDate);
  const others = hall.settings.numberLimits.filter(
    ({ serviceId, date }) => date === businessDate && serviceId !== service.id,
  );
  const own =
    input.left === null ? [] : [{ serviceId: service.id, date: businessDate, numbers: issued + input.left }];
  writeSettings(transaction, { numberLimits: [...others, ...own] });
  transaction.announce({ kind: 'configuration' });
  return { leftBefore: quota === null ? null : Math.max(0, quota - issued) };
}
