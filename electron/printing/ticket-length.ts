import { encodeTicket, paperProfile } from '../../native/printer/encode-ticket';
import { paperMillimetres } from '../../native/printer/paper-length';
import type { PrinterProfile } from '../contract/printer-profile';
import type { Hall } from '../store/hall';
import { sampleContent } from './layout-pictures';
import { layTicketOut } from './ticket-layout';

/** A hall is read anew whenever its configuration changes, so a length is kept as long as it holds. */
const lengths = new WeakMap<Hall, Map<string, number>>();

/** How many millimetres of paper a printer takes for a ticket of this hall: its layout, with names such as it has. */
export function ticketMillimetres(hall: Hall, profile: PrinterProfile): number {
  const known = lengths.get(hall) ?? new Map<string, number>();
  lengths.set(hall, known);
  const key = JSON.stringify(profile);
  const length = known.get(key) ?? measure(hall, profile);
  known.set(key, length);
  return length;
}

function measure(hall: Hall, profile: PrinterProfile): number {
  const paper = paperProfile(profile);
  const language = hall.settings.languages[0] ?? 'id';
  // The date is as long on any day.
  const content = sampleContent({ language, sample: 'usual' }, hall, 0);
  return paperMillimetres(
    encodeTicket(layTicketOut(content, hall.settings.ticketLayout), paper),
    paper.width,
  );
}
