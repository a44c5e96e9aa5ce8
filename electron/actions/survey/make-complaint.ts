import type { ComplaintReceipt, NewComplaint } from '../../contract/survey';
import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import { readJudgedTicket } from '../../store/survey';
import type { ActionContext } from '../action';
import { keepMessage } from './keep-message';

/** Of each kind so many a day: more than a hall's visitors write, and what its officers can read after a flood. */
const maxADay = 200;

/**
 * Takes a suggestion or complaint from anybody: with a ticket, whatever became of it and of whatever day, or without
 * one, about a counter or the hall. Returns its code and deadline.
 *
 * Refuses `not_found` for a ticket or counter that isn't there, and `complaints_full` after two hundred of a day, those
 * with a ticket and those without counted apart, so that strangers can't silence those who were there.
 */
export function makeComplaint(context: ActionContext, said: NewComplaint): ComplaintReceipt {
  const { hall } = context;
  const { ticket: token, counterId, kind, text } = said;
  const message = { kind, text };
  if (token !== undefined) {
    const ticket = readJudgedTicket(context.transaction, token);
    if (!ticket) throw new Refusal('not_found');
    requireRoom(context, 'ticket');
    const { serviceId, practice } = ticket;
    return keepMessage(context, message, { origin: 'ticket', serviceId, practice });
  }
  if (counterId !== undefined && !hall.counter.get(Number(counterId))) throw new Refusal('not_found');
  requireRoom(context, 'open');
  return keepMessage(context, message, {
    origin: 'open',
    ...(counterId === undefined ? {} : { counterId: Number(counterId) }),
    practice: hall.settings.practice ? 1 : 0,
  });
}

function requireRoom({ transaction, businessDate }: ActionContext, origin: 'ticket' | 'open'): void {
  const today = transaction.first(
    query
      .selectFrom('complaints')
      .where('businessDate', '=', businessDate)
      .where('origin', '=', origin)
      .select(({ fn }) => fn.countAll<number>().as('count')),
  );
  if ((today?.count ?? 0) >= maxADay) throw new Refusal('complaints_full');
}
