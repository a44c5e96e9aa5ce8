/** A ticket's states, as in the contract. */
export type Status =
  | 'printing'
  | 'waiting'
  | 'called'
  | 'serving'
  | 'held'
  | 'done'
  | 'no_show'
  | 'cancelled'
  | 'void';

/** What staff can do with a ticket. */
export type TicketVerb =
  | 'call_next'
  | 'call'
  | 'recall'
  | 'start'
  | 'finish'
  | 'add_service'
  | 'no_show'
  | 'hold'
  | 'transfer'
  | 'reinstate'
  | 'take_back'
  | 'change_priority'
  | 'fetch'
  | 'let_pass'
  | 'step_out'
  | 'cancel'
  | 'move';

/** The states from which each verb may be done; from any other it is refused and nothing changes. */
const allowedFrom: Readonly<Record<TicketVerb, readonly Status[]>> = {
  call_next: ['waiting'],
  call: ['waiting', 'held'],
  recall: ['called'],
  start: ['called'],
  finish: ['called', 'serving'],
  add_service: ['called', 'serving'],
  no_show: ['called'],
  hold: ['called', 'serving'],
  transfer: ['called', 'serving'],
  reinstate: ['no_show', 'held', 'cancelled'],
  // `waiting`: where the visit went on to an added service.
  take_back: ['done', 'no_show', 'waiting'],
  change_priority: ['printing', 'waiting', 'held'],
  fetch: ['printing', 'waiting', 'held', 'called'],
  let_pass: ['waiting', 'called'],
  step_out: ['waiting'],
  cancel: ['printing', 'waiting', 'held'],
  move: ['printing', 'waiting', 'held'],
};

/** Verbs that end a day's business: they may still be done to a ticket of an earlier business date. */
const afterItsDay: ReadonlySet<TicketVerb> = new Set<TicketVerb>(['start', 'finish', 'no_show', 'cancel']);

/**
 * Whether a verb may be done to a ticket in this state. Who sits at a desk when the business date ends is served
 * to the end, but a ticket of an earlier date is never called, nor made to wait, again.
 */
export function mayDo(
  verb: TicketVerb,
  ticket: { readonly status: Status; readonly businessDate: string },
  businessDate: string,
): boolean {
  return (
    allowedFrom[verb].includes(ticket.status) &&
    (ticket.businessDate === businessDate || afterItsDay.has(verb))
  );
}
