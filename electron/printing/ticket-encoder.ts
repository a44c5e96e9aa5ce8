import { encodeTicket, paperProfile } from '../../native/printer/encode-ticket';
import type { PaperDots } from '../../native/printer/paper';
import type { Clock } from '../clock';
import type { PrinterProfile } from '../contract/printer-profile';
import type { Settings } from '../contract/settings';
import { businessDateAt } from '../store/business-date';
import type { Hall } from '../store/hall';
import type { Store } from '../store/store';
import { readTicketContent } from './ticket-content';
import { layTicketOut } from './ticket-layout';

/** Dots across the hall's paper. */
export function paperDots({ paperWidth }: Pick<Settings, 'paperWidth'>): PaperDots {
  return paperWidth === 58 ? 384 : 576;
}

/** The profile of a printer that nobody chose: the hall's paper, and else as Epson's. */
export function defaultProfile({
  paperWidth,
  qrMode,
}: Pick<Settings, 'paperWidth' | 'qrMode'>): PrinterProfile {
  return { paperWidth, qr: qrMode, codePage: 'pc858', cutter: 'partial', dialect: 'epson' };
}

/**
 * Makes a ticket's bytes for a printer, as things stand now.
 * Returns null where there is no such ticket.
 */
export function ticketEncoder(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly hall: () => Hall;
}): (ticketId: number, copy: boolean, profile: PrinterProfile) => Buffer | null {
  return (ticketId, copy, profile) => {
    const hall = parts.hall();
    const now = parts.clock.now();
    const content = readTicketContent(
      {
        reader: parts.store,
        hall,
        now,
        businessDate: businessDateAt(parts.store, now, hall.settings.timezone),
      },
      ticketId,
      copy,
    );
    if (!content) return null;
    return encodeTicket(layTicketOut(content, hall.settings.ticketLayout), paperProfile(profile));
  };
}
