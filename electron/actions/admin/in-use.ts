import { Refusal } from '../../queue/refusal';
import { stepIsAtDesk, ticketIsAlive } from '../../store/alive';
import { query } from '../../store/store';
import { type FieldFaultCode, fieldFault } from '../../texts/field-fault';
import type { ActionContext } from '../action';

/** Throws `Refusal('in_use')` where somebody waits for a service, is served there, or is still to come to it today. */
export function requireServiceUnused({ transaction, businessDate }: ActionContext, serviceId: number): void {
  const alive = transaction.first(
    query
      .selectFrom('tickets')
      .select('tickets.id')
      .where(ticketIsAlive)
      .where('tickets.businessDate', '=', businessDate)
      .where('tickets.serviceId', '=', serviceId)
      .limit(1),
  );
  const planned = transaction.first(
    query
      .selectFrom('steps')
      .select('id')
      .where('businessDate', '=', businessDate)
      .where('serviceId', '=', serviceId)
      .where('status', '=', 'planned')
      .limit(1),
  );
  if (alive || planned) refuse('visitors_in_hall');
}

/** Throws `Refusal('in_use')` where somebody serves at a desk or a ticket is there. */
export function requireDeskUnused({ transaction }: ActionContext, deskId: number): void {
  const manned = transaction.first(
    query.selectFrom('desks').select('id').where('id', '=', deskId).where('userId', 'is not', null),
  );
  const ticket = transaction.first(
    query.selectFrom('steps').select('steps.id').where('steps.deskId', '=', deskId).where(stepIsAtDesk),
  );
  if (manned || ticket) refuse('desk_in_use');
}

function refuse(code: FieldFaultCode): never {
  throw new Refusal('in_use', { errors: [{ path: '', fault: fieldFault(code) }] });
}
