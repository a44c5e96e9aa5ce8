import { Refusal } from '../../queue/refusal';
import { query } from '../../store/store';
import type { ActionContext } from '../action';
import { ticketOfHolder } from '../ticket-of-holder';
import { reprintTicket } from './reprint-ticket';

/** How many copies a ticket's holder may print; then an officer has to. Rolls are emptied by children otherwise. */
const copiesForHolder = 2;

/**
 * Prints the paper of a ticket once more, marked as a copy, at the kiosk where its holder shows it. A copy that is
 * under way already is not doubled. Refuses `forbidden` to whom is no kiosk, `not_found`, `illegal_transition` for a
 * ticket that has left or whose first paper is awaited, `reprint_limit`, and `printer_unavailable`.
 */
export function reprintForHolder(
  context: ActionContext,
  input: { readonly token: string; readonly printerReady: boolean },
): void {
  const { actor, transaction } = context;
  if (actor.kind !== 'device') throw new Refusal('forbidden');
  const { id: ticketId } = ticketOfHolder(context, input.token);
  const { copies } = transaction.first(
    query
      .selectFrom('events')
      .select(({ fn }) => fn.countAll<number>().as('copies'))
      .where('ticketId', '=', ticketId)
      .where('kind', '=', 'reprinted'),
  ) ?? { copies: 0 };
  if (copies >= copiesForHolder) throw new Refusal('reprint_limit');
  if (!input.printerReady) throw new Refusal('printer_unavailable');
  reprintTicket(context, { ticketId, deviceId: actor.deviceId });
}
