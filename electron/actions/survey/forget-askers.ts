import { query } from '../../store/store';
import type { ActionContext } from '../action';

/**
 * Forgets which tickets of earlier dates were judged, and what their holders' requests were answered: from then on
 * nothing leads from a ticket to its answers or messages. Returns how many; cheap where there are none.
 */
export function forgetAskers({ transaction, businessDate }: ActionContext): number {
  const past = query
    .selectFrom('survey_given')
    .innerJoin('tickets', 'tickets.id', 'survey_given.ticketId')
    .where('tickets.businessDate', '<', businessDate)
    .select('survey_given.ticketId');
  const { changes } = transaction.run(query.deleteFrom('survey_given').where('ticketId', 'in', past));
  if (changes > 0) {
    transaction.run(query.deleteFrom('idempotency_keys').where('route', 'like', 'POST %/survey/%'));
  }
  return changes;
}
