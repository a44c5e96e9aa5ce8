import type { ActionRunner } from '../actions/action-runner';
import type { HallClock } from '../clock';
import type { TicketDraft, TicketPictures } from '../contract/ticket-layout';
import type { Copies } from '../copies/copies';
import type { HeavyWork } from '../heavy/heavy-work';
import type { Log } from '../log';
import type { Printing } from '../printing/printing';
import type { Speech } from '../speech/speech';
import type { StandbyWatch } from '../standby/standby-watch';
import type { Hall } from '../store/hall';
import type { Store } from '../store/store';
import type { Updates } from '../updates/updates';
import type { Uplink } from '../uplink/uplink';
import type { NetworkTrust } from './network/network';
import type { SetUpCode } from './set-up-code';

/** A layout of tickets as pictures of paper. */
export type DrawLayout = (draft: TicketDraft) => TicketPictures;

/** What the server is made of; `app.ts` passes each. */
export interface ServerParts extends NetworkTrust {
  readonly store: Store;
  readonly clock: HallClock;
  readonly log: Log;
  readonly hall: () => Hall;
  readonly actionRunner: ActionRunner;
  readonly printer: Printing;
  readonly drawLayout: DrawLayout;
  readonly heavyWork: HeavyWork;
  readonly copies: Copies;
  readonly updates: Updates;
  readonly standby: StandbyWatch;
  /** Another machine proved that it took over: this one stops. */
  succeeded(by: { readonly epoch: number; readonly hub: string }): void;
  readonly uplink: Uplink;
  readonly speech: Speech;
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
