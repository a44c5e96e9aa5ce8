import { Refusal } from '../queue/refusal';
import { query } from '../store/store';
import type { ActionContext } from './action';

/** The ticket that a token proves to be its bearer's. Refuses `not_found`. */
export function ticketOfHolder({ transaction }: ActionContext, token: string) {
  const ticket = transaction.first(
    query
      .selectFrom('tickets')
      .innerJoin('services', 'services.id', 'tickets.serviceId')
      .where('tickets.token', '=', token)
      .select([
        'tickets.id',
        'tickets.businessDate',
        'tickets.status',
        'tickets.paper',
        'tickets.stepId',
        'services.counterId',
      ]),
  );
  if (!ticket) throw new Refusal('not_found');
  return ticket;
}
