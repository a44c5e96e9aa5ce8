import type { QueueTicket } from '../contract/staff';
import type { Reach } from '../queue/reach';
import { meantNumbers } from '../queue/typed-number';
import { query } from '../store/store';
import { queueTicketView } from './queue-view';
import type { ViewContext } from './view-context';

const most = 20;

/**
 * Today's tickets with a number that somebody typed, in whatever state they are; of digits alone every prefix's. Only
 * those now at counters within reach: of others not even that they are there.
 */
export function foundTicketsView(context: ViewContext, typed: string, reach: Reach): QueueTicket[] {
  const meant = meantNumbers(typed);
  const [first] = meant;
  if (!first) return [];
  const found = query.selectFrom('tickets').where('businessDate', '=', context.businessDate);
  const within =
    reach === null
      ? found
      : found.where(
          'serviceId',
          'in',
          query.selectFrom('services').where('counterId', 'in', reach).select('id'),
        );
  const rows = context.reader.all(
    within
      .where((row) =>
        row.or(
          meant.map(({ prefix, sequence }) =>
            prefix === null
              ? row('sequence', '=', sequence)
              : row.and([row('prefix', '=', prefix), row('sequence', '=', sequence)]),
          ),
        ),
      )
      .orderBy('prefix')
      .limit(most)
      .select('id'),
  );
  return rows.map(({ id }) => queueTicketView(context, id));
}
