import type { DeskSnapshot } from '../../../electron/contract/staff';
import type { HolderTicket } from '../../../electron/contract/tickets';
import type { Translate } from '../texts';

/**
 * Why a ticket that was scanned at this desk is not called up here, as a sentence with what to do; null where it may be
 * tried, and the server decides. `today` is the hall's date, YYYY-MM-DD.
 */
export function whyNotCalled(
  ticket: HolderTicket,
  snapshot: DeskSnapshot,
  today: string,
  ways: { readonly t: Translate; readonly counterName: string },
): string | null {
  const { t, counterName } = ways;
  const { number, status } = ticket;
  if (ticket.businessDate < today) return t('scan.otherDay', { number });
  if (ticket.id === snapshot.ticket?.id) return t('scan.here', { number });
  if (!snapshot.desk.counters.some(({ id }) => id === ticket.counter.id)) {
    return t('scan.otherCounter', { number, counter: counterName });
  }
  switch (status) {
    case 'called':
    case 'serving':
      return t('scan.otherDesk', { number, desk: ticket.desk?.label ?? '' });
    case 'done':
      return t('scan.done', { number });
    case 'no_show':
      return t('scan.noShow', { number });
    case 'cancelled':
    case 'void':
      return t('scan.cancelled', { number });
    case 'printing':
    case 'waiting':
    case 'held':
      return null;
  }
}
