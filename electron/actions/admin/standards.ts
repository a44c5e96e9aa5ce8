import { DateTime } from 'luxon';
import type { StandardChange } from '../../contract/standards';
import { Refusal } from '../../queue/refusal';
import { noStandard, writeStandard } from '../../store/standards';
import { fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';
import { changeService } from './services';

/**
 * Changes what is given of a service's standard, or writes its first; documents are the service's own. What was decided
 * or reviewed anew is due for review a year later, unless another day is given. Refuses `not_found`, and
 * `invalid_request` for a day to come.
 */
export function changeStandard(
  context: ActionContext,
  serviceId: number,
  { documents, ...change }: StandardChange,
): void {
  const { transaction, hall, businessDate } = context;
  if (!hall.service.has(serviceId)) throw new Refusal('not_found');
  for (const path of ['decidedOn', 'reviewedOn'] as const) {
    if ((change[path] ?? '') > businessDate) {
      throw new Refusal('invalid_request', { errors: [{ path, fault: fieldFault('day_to_come') }] });
    }
  }
  if (documents) changeService(context, serviceId, { documents });
  const { version: _kept, ...before } = hall.standards.get(serviceId) ?? noStandard;
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const after = { ...before, ...given };
  if (change.reviewDueOn === undefined && (change.decidedOn || change.reviewedOn)) {
    const last = [after.decidedOn, after.reviewedOn]
      .filter((day) => day !== null)
      .sort()
      .at(-1);
    after.reviewDueOn = last ? aYearAfter(last) : null;
  }
  writeStandard(transaction, serviceId, after);
  transaction.announce({ kind: 'configuration' });
}

function aYearAfter(day: string): string | null {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ years: 1 }).toISODate();
}
