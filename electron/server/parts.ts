import type { Performer } from '../actions/perform';
import type { Clock } from '../clock';
import type { PrinterState } from '../contract/operation';
import type { Log } from '../log';
import type { Hall } from '../store/hall';
import type { Store } from '../store/store';
import type { SetUpCode } from './set-up-code';

/** What the server shows of the built-in kiosk's printer. */
export interface PrinterStatus {
  readonly state: PrinterState;
  /** A sentence for whoever looks after it, or null. */
  readonly detail: string | null;
}

/** The built-in kiosk's printer as the server sees it. */
export interface PrinterPort {
  status(): PrinterStatus;
  /** Calls the listener whenever the status changed. Answers the way to stop. */
  onChange(listener: () => void): () => void;
  /** Whether paper is a picture on the screen (no printer configured yet). */
  readonly preview: boolean;
  /** A ticket's paper as an SVG picture, or null where there is no such ticket. */
  picture(ticketId: number): string | null;
  /** A ticket's bytes for a printer, or null where there is no such ticket. */
  paper(ticketId: number, copy: boolean): Buffer | null;
}

/** What the server is made of; `app.ts` passes each. */
export interface ServerParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly hall: () => Hall;
  readonly performer: Performer;
  readonly printer: PrinterPort;
  readonly setUpCode: SetUpCode;
  /** Whether a PIN may close a kiosk. */
  mayExit(pin: string): Promise<boolean>;
  /** Where the database lies; its disk is watched. */
  readonly dataDir: string;
  /** The built pages. */
  readonly pagesDir: string;
  /** The address to listen on, and 0 or the port. */
  readonly host: string;
  readonly port: number;
  readonly version: string;
}
