import type { Language } from '../contract/common';
import type { Priority } from '../contract/tickets';
import { phoneShareOf, quotaOn } from '../queue/quota';
import { Refusal } from '../queue/refusal';
import { ticketIsAlive } from '../store/alive';
import type { Hall, HallService } from '../store/hall';
import { prepared } from '../store/prepared';
import { query } from '../store/store';
import type { ActionContext } from './action';
import { newTicket } from './new-ticket';
import { refuseUnlessOpen } from './refuse-unless-open';

const takenByPhone = prepared((values: { businessDate: string; serviceId: number }) =>
  query
    .selectFrom('tickets')
    .where('businessDate', '=', values.businessDate)
    .where('firstServiceId', '=', values.serviceId)
    .where('status', '!=', 'void')
    .where('byPhone', '=', 1)
    .select(({ fn }) => fn.countAll<number>().as('count')),
);

/** Whether a counter's numbers may be taken by phone. */
export function isJoinable(hall: Hall, counterId: number): boolean {
  return hall.settings.phoneJoining && hall.counter.get(counterId)?.phoneJoining === true;
}

/**
 * Gives a number to a visitor's phone inside the hall; it waits at once, without paper. All of the kiosk's rules hold.
 *
 * Refuses `not_found`, `joining_closed` (the hall or the counter gives none by phone), what the kiosk is refused
 * (`refuseUnlessOpen`), `joining_used_up` (phones have had their share of the day's numbers), `number_held` (the phone
 * holds one for this service that is still in the hall). A refusal spends no number.
 */
export function joinByPhone(
  context: ActionContext,
  input: {
    readonly serviceId: number;
    readonly priority: Priority | null;
    readonly language: Language;
    /** The tokens of the numbers that the phone has taken, as far as it tells. */
    readonly held: readonly string[];
  },
): { readonly ticketId: number; readonly token: string } {
  const { transaction, hall, businessDate } = context;
  const service = hall.service.get(input.serviceId);
  if (!service) throw new Refusal('not_found');
  if (!isJoinable(hall, service.counterId)) throw new Refusal('joining_closed');
  if (holdsOne(context, service, input.held)) throw new Refusal('number_held');
  refuseUnlessOpen(context, service);
  const quota = quotaOn(hall, service, businessDate);
  if (quota !== null) {
    const taken = transaction.first(takenByPhone({ businessDate, serviceId: service.id }))?.count ?? 0;
    if (taken >= phoneShareOf(quota)) throw new Refusal('joining_used_up');
  }
  return newTicket(context, service, {
    priority: input.priority,
    language: input.language,
    paper: 'none',
    byPhone: true,
  });
}

function holdsOne(
  { transaction, businessDate }: ActionContext,
  service: HallService,
  tokens: readonly string[],
): boolean {
  if (tokens.length === 0) return false;
  const held = query
    .selectFrom('tickets')
    .select('id')
    .where('token', 'in', tokens)
    .where('businessDate', '=', businessDate)
    .where('serviceId', '=', service.id)
    .where(ticketIsAlive)
    .limit(1);
  return transaction.first(held) !== undefined;
}
