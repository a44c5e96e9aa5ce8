import type { OwnPrinter } from '../contract/print-jobs';
import type { PrinterProfile } from '../contract/printer-profile';
import type { PrinterStatus } from '../contract/printer-status';
import type { FoundPrinters, PrinterSearch, PrintersNow, TestPrintAnswer } from '../contract/printers';
import type { TicketDraft } from '../contract/ticket-layout';

/** The built-in kiosk's printers as the other parts see them. */
export interface Printing {
  /** Of the printer that prints now, else of the first; `ready` for pictures on the screen, `none` where there is none on purpose. */
  status(): PrinterStatus;
  /** Calls the listener when a printer's status or the list of printers changes. Returns a function that ends the calls. */
  onChange(listener: () => void): () => void;
  /** Whether tickets are pictures on the screen. */
  preview(): boolean;
  /** The ids of this kiosk's printers whose lamp the last call didn't reach. */
  failingLamps(): readonly number[];
  /** The profile of a printer that nobody chose. */
  profile(): PrinterProfile;
  /** Each printer as it is, and how much paper it still has: this kiosk's, then those of the others that are there. */
  now(): PrintersNow;
  /**
   * Another kiosk says how its printers are, and whether it shows its tickets as pictures, which are out at once then;
   * null: it is away. Never throws.
   */
  told(deviceId: string, own: Pick<OwnPrinter, 'preview' | 'printers'> | null): void;
  /** Looks for printers; some ten seconds at most, on Windows some thirty. Never rejects. */
  find(search: PrinterSearch): Promise<FoundPrinters>;
  /** Prints a ticket that says that it is a test; some twenty seconds at most. Never rejects. */
  testPrint(target: string, profile: PrinterProfile): Promise<TestPrintAnswer>;
  /** Prints a layout with a ticket such as this hall gives, marked as a test. Never rejects. */
  printDraft(draft: TicketDraft): Promise<TestPrintAnswer>;
  /**
   * A ticket's paper as an SVG document, whatever the printer, as things stand now; null where there is no such
   * ticket. The server answers it at `GET /tickets/:token/preview` (`image/svg+xml`), where the kiosk shows it.
   */
  picture(ticketId: number): string | null;
  /** A ticket's bytes for such a printer, as things stand now; null where there is no such ticket. */
  paper(ticketId: number, copy: boolean, profile: PrinterProfile): Buffer | null;
}

/** Printing, with what only the part that started it may do. */
export interface StartedPrinting extends Printing {
  /** Gets ready, piece by piece, what the first ticket and the first search for printers need. Never throws. */
  warmUp(): void;
  /** Begins nothing more, lets what is being printed end for at most three seconds, and lets go of the printers. */
  stop(): Promise<void>;
}
