import type { ActionRunner } from '../actions/action-runner';
import type { HallClock } from '../clock';
import type { ToldPrinter } from '../contract/print-jobs';
import type { PrinterProfile } from '../contract/printer-profile';
import type { PrinterStatus } from '../contract/printer-status';
import type { FoundPrinters, PrinterSearch, PrintersNow, TestPrintAnswer } from '../contract/printers';
import type { TicketDraft, TicketPictures } from '../contract/ticket-layout';
import type { HeavyWork } from '../heavy/heavy-work';
import type { Log } from '../log';
import type { Hall } from '../store/hall';
import type { Store } from '../store/store';
import type { NetworkTrust } from './network';
import type { SetUpCode } from './set-up-code';

/** The built-in kiosk's printers as the server sees them. */
export interface PrinterPort {
  /** Of the printer that prints now, or else of the first. */
  status(): PrinterStatus;
  /** Calls the listener whenever the status changed. Returns a function that stops it. */
  onChange(listener: () => void): () => void;
  /** Whether paper is a picture on the screen (no printer configured yet). */
  preview(): boolean;
  /** The profile of a printer that was set from outside. */
  profile(): PrinterProfile;
  /** Each printer as it is, and how much paper it still has: this kiosk's, then those of the others that are there. */
  now(): PrintersNow;
  /** Another kiosk says how its printers are; null: it is away. Never throws. */
  told(deviceId: string, printers: readonly ToldPrinter[] | null): void;
  /** Looks for printers; some ten seconds at most, on Windows some thirty. Never rejects. */
  find(search: PrinterSearch): Promise<FoundPrinters>;
  /** Prints a ticket that says that it is a test. Never rejects. */
  testPrint(target: string, profile: PrinterProfile): Promise<TestPrintAnswer>;
  /** Prints a layout with a ticket such as this hall gives, marked as a test. Never rejects. */
  printDraft(draft: TicketDraft): Promise<TestPrintAnswer>;
  /** A ticket's paper as an SVG picture, or null where there is no such ticket. */
  picture(ticketId: number): string | null;
  /** A ticket's bytes for such a printer, or null where there is no such ticket. */
  paper(ticketId: number, copy: boolean, profile: PrinterProfile): Buffer | null;
}

/** A layout of tickets as pictures of paper. */
export type DrawLayout = (draft: TicketDraft) => TicketPictures;

/** What the server is made of; `app.ts` passes each. */
export interface ServerParts extends NetworkTrust {
  readonly store: Store;
  readonly clock: HallClock;
  readonly log: Log;
  readonly hall: () => Hall;
  readonly actionRunner: ActionRunner;
  readonly printer: PrinterPort;
  readonly drawLayout: DrawLayout;
  readonly heavyWork: HeavyWork;
  readonly setUpCode: SetUpCode;
  /** Whether a PIN may close a kiosk. */
  mayExit(typed: { readonly pin: string; readonly deviceId: string }): Promise<boolean>;
  /** Where the database lies; its disk is watched. */
  readonly dataDir: string;
  /** The built pages. */
  readonly pagesDir: string;
  /** The address to listen on, and 0 or the port. */
  readonly host: string;
  readonly port: number;
  /** The port by https, or 0; null: https isn't served. */
  readonly httpsPort: number | null;
  readonly version: string;
}
