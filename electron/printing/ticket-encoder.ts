import { encodeTicket } from '../../native/printer/encode-ticket';
import type { PaperDots } from '../../native/printer/paper';
import type { Clock } from '../clock';
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

/**
 * Makes a ticket's bytes for the hall's paper, as things stand now.
 * Answers null where there is no such ticket.
 */
export function ticketEncoder(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly hall: () => Hall;
}): (ticketId: number, copy: boolean) => Buffer | null {
  return (ticketId, copy) => {
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
    return encodeTicket(layTicketOut(content), {
      width: paperDots(hall.settings),
      qr: hall.settings.qrMode,
      graphics: true,
    });
  };
}

/** Loads and compiles what the first ticket needs, while nobody waits for it. */
export function warmEncoderUp(): void {
  const blocks = layTicketOut({
    language: 'id',
    hall: 'Mal Pelayanan Publik',
    city: 'Kota',
    practice: true,
    copy: false,
    institution: 'Gerai',
    service: 'Layanan',
    number: 'A-001',
    ahead: 0,
    estimate: null,
    issuedAt: 0,
    timezone: 'UTC',
    documents: [],
    followUrl: 'http://antre.invalid/t/0000000000000000000000',
  });
  encodeTicket(blocks, { width: 576, qr: 'raster', graphics: true });
  encodeTicket(blocks, { width: 384, qr: 'native', graphics: true });
}
