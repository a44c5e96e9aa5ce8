import { readPaperRoll } from '../actions/paper/paper-roll';
import type { PrintersNow } from '../contract/printers';
import { paperLeft, shouldBringPaper } from '../queue/paper-left';
import type { Hall } from '../store/hall';
import type { Store } from '../store/store';
import type { Outlets } from './outlets';
import { ticketMillimetres } from './ticket-length';

/** A kiosk's printers as they are now, each with what is known of its paper. */
export function printersNow(store: Store, hall: Hall, outlets: Outlets, deviceId: string): PrintersNow {
  const chosen = outlets.choose();
  return {
    printers: outlets.all.map((outlet) => {
      const { printerId, name, target, profile, printer } = outlet;
      const roll =
        printerId === null ? undefined : readPaperRoll(store, printerId, ticketMillimetres(hall, profile));
      const { state } = printer.status;
      return {
        id: printerId === null ? null : String(printerId),
        deviceId,
        name,
        target,
        status: printer.status,
        printing: outlet === chosen,
        ticketsLeft: roll ? paperLeft(roll) : null,
        bringPaper: state === 'paper_low' || state === 'paper_out' || (roll ? shouldBringPaper(roll) : false),
        printedSinceRoll: roll?.printedSinceRoll ?? null,
      };
    }),
    setFromOutside: outlets.isSetFromOutside,
    preview: outlets.isPreview,
  };
}
