import { formatNumber } from '../../queue/number';
import type { HallDesk } from '../../store/hall';
import { prepared } from '../../store/prepared';
import type { Tables } from '../../store/schema';
import { query } from '../../store/store';
import type { TicketAtStep } from '../../store/tickets';
import type { ActionContext } from '../action';

const insertCall = prepared((row: Omit<Tables['calls'], 'sequence'>) =>
  query.insertInto('calls').values({
    at: row.at,
    businessDate: row.businessDate,
    ticketId: row.ticketId,
    deskId: row.deskId,
    counterId: row.counterId,
    number: row.number,
    language: row.language,
    recall: row.recall,
  }),
);

/**
 * Writes a call or recall for the lobby to show and speak, and answers its `sequence`, which rises for ever.
 */
export function announceCall(
  context: ActionContext,
  desk: HallDesk,
  ticket: TicketAtStep,
  recall: boolean,
): number {
  const { lastId: sequence } = context.transaction.run(
    insertCall({
      at: context.now,
      businessDate: context.businessDate,
      ticketId: ticket.id,
      deskId: desk.id,
      counterId: ticket.counterId,
      number: formatNumber(ticket.prefix, ticket.sequence),
      language: ticket.language,
      recall: recall ? 1 : 0,
    }),
  );
  context.transaction.announce({ kind: 'call', sequence });
  return sequence;
}
