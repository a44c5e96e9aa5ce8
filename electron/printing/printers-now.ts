import { readPaperRoll } from '../actions/paper/paper-roll';
import type { PrinterNow } from '../contract/printers';
import { paperLeft, shouldBringPaper } from '../queue/paper-left';
import type { Hall } from '../store/hall';
import type { Store } from '../store/store';
import type { KioskPrinter } from './other-kiosks';
import { ticketMillimetres } from './ticket-length';

/** A kiosk's printer as it is now, with what is known of its paper. */
export function printerNow(store: Store, hall: Hall, of: KioskPrinter): PrinterNow {
  const { printerId, deviceId, name, target, profile, printer, printing } = of;
  const roll =
    printerId === null ? undefined : readPaperRoll(store, printerId, ticketMillimetres(hall, profile));
  const { state } = printer.status;
  return {
    id: printerId === null ? null : String(printerId),
    deviceId,
    name,
    target,
    status: printer.status,
    printing,
    ticketsLeft: roll ? paperLeft(roll) : null,
    bringPaper: state === 'paper_low' || state === 'paper_out' || (roll ? shouldBringPaper(roll) : false),
    printedSinceRoll: roll?.printedSinceRoll ?? null,
  };
}
