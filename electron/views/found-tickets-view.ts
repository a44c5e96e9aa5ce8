import type { QueueTicket } from '../contract/staff';
import { meantNumbers } from '../queue/typed-number';
import { query } from '../store/store';
import { queueTicketView } from './queue-view';
import type { ViewContext } from './view-context';

const most = 20;

/** Today's tickets with a number that somebody typed, in whatever state they are; of digits alone every prefix's. */
export function foundTicketsView(context: ViewContext, typed: string): QueueTicket[] {
  const meant = meantNumbers(typed);
  const [first] = meant;
  if (!first) return [];
  const rows = context.reader.all(
    query
      .selectFrom('tickets')
      .where('businessDate', '=', context.businessDate)
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
