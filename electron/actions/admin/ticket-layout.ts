import type { TicketLayout } from '../../contract/ticket-layout';
import { writeSettings } from '../../store/settings';
import type { ActionContext } from '../action';

/** Changes what is given of how tickets look; returns the whole as it is from the next ticket on. */
export function changeTicketLayout(
  { transaction, hall }: ActionContext,
  change: Partial<Pick<TicketLayout, 'blocks' | 'logo'>>,
): TicketLayout {
  const before = hall.settings.ticketLayout;
  const ticketLayout = { ...before, ...change, version: before.version + 1 };
  writeSettings(transaction, { ticketLayout });
  transaction.announce({ kind: 'configuration' });
  return ticketLayout;
}
