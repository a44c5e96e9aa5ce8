import { randomBytes } from 'node:crypto';
import type { Language } from '../contract/common';
import type { Paper, Priority } from '../contract/tickets';
import { recordEvent } from '../store/events';
import type { HallService } from '../store/hall';
import { query, type Transaction } from '../store/store';
import type { ActionContext } from './action';

/**
 * Gives the next number of the service's prefix on the business date: a ticket, its first step and the event.
 * Rules (open, quota) are the caller's, and so is the paper: a ticket whose paper is `pending` is `printing`,
 * one without paper waits at once.
 */
export function newTicket(
  context: ActionContext,
  service: HallService,
  visitor: {
    readonly priority: Priority | null;
    readonly language: Language;
    readonly paper: Extract<Paper, 'pending' | 'none'>;
  },
): { readonly ticketId: number; readonly token: string } {
  const { transaction, actor, businessDate, now } = context;
  const token = randomBytes(16).toString('base64url');
  const { lastId: ticketId } = transaction.run(
    query.insertInto('tickets').values({
      token,
      businessDate,
      prefix: service.prefix,
      sequence: takeNumber(transaction, businessDate, service.prefix),
      practice: context.hall.settings.practice ? 1 : 0,
      status: visitor.paper === 'pending' ? 'printing' : 'waiting',
      paper: visitor.paper,
      priority: visitor.priority,
      language: visitor.language,
      deviceId: actor.kind === 'device' ? actor.deviceId : null,
      issuedAt: now,
      serviceId: service.id,
      firstServiceId: service.id,
    }),
  );
  const { lastId: stepId } = transaction.run(
    query.insertInto('steps').values({
      ticketId,
      serviceId: service.id,
      businessDate,
      status: 'waiting',
      arrivedAt: now,
      orderedAt: now,
      placeReason: 'arrival',
    }),
  );
  transaction.run(query.updateTable('tickets').set({ stepId }).where('id', '=', ticketId));
  recordEvent(transaction, {
    at: now,
    businessDate,
    kind: 'issued',
    ticketId,
    stepId,
    ...(actor.kind === 'user' ? { userId: actor.userId } : {}),
  });
  transaction.announce({ kind: 'ticket', ticketId, counterId: service.counterId });
  return { ticketId, token };
}

/** The next number of a prefix on a business date: 1, 2, 3 …, none left out, none given again. */
function takeNumber(transaction: Transaction, businessDate: string, prefix: string): number {
  const taken = transaction.first(
    query
      .insertInto('number_sequences')
      .values({ businessDate, prefix, lastNumber: 1 })
      .onConflict((conflict) =>
        conflict
          .columns(['businessDate', 'prefix'])
          .doUpdateSet((row) => ({ lastNumber: row('number_sequences.lastNumber', '+', 1) })),
      )
      .returning('lastNumber'),
  );
  if (!taken) throw new Error('SQLite returned no number');
  return taken.lastNumber;
}
