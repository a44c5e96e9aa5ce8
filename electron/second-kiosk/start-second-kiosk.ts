import { mkdirSync } from 'node:fs';
import { openPrinter } from '../../native/printer/open-printer';
import type { Printer } from '../../native/printer/printer';
import { canPrint } from '../../native/printer/status';
import { version } from '../../package.json';
import type { PrinterTarget } from '../config';
import { openPrintJobs } from '../contract/print-jobs';
import type { Log } from '../log';
import type { Outlet } from '../printing/outlets';
import { PrintWorker } from '../printing/print-worker';
import { noPrinter, screenPrinter } from '../printing/printers-without-paper';
import { usualProfile } from '../printing/ticket-encoder';
import { Wakeable } from '../printing/wakeable';
import { holdDataDirectory } from '../store/hold-data-directory';
import { callHub, type HubAccess, HubAway, HubRefused } from './call-hub';
import { HubJobs } from './hub-jobs';
import { openHubLine } from './hub-line';
import { keepAccess } from './kept-access';
import { type PairingStage, pairWithHub } from './pair-with-hub';

/** What stands on the second kiosk's screen. */
export type SecondKioskStage =
  | PairingStage
  /** The hub's kiosk page, for this device token; it says by itself when the hub is away. */
  | { readonly kind: 'let_in'; readonly token: string };

export interface SecondKiosk {
  /** Whether this PIN may close the kiosk; only the hub knows, so false while it is away. */
  mayExit(pin: string): Promise<boolean>;
  /** Lets what is being printed end, and lets go of the printer. */
  stop(): Promise<void>;
}

/** Milliseconds for a ticket under way to end as this kiosk is stopped. */
const longestEnd = 3_000;

/**
 * Starts a kiosk that works for a hub: it is let in by a code, shows the hub's page and prints the tickets tapped
 * there on its own printer. Throws where the data directory can't be used; an absent hub is a stage.
 */
export function startSecondKiosk(parts: {
  readonly hub: string;
  readonly dataDir: string;
  /** Null: none was set, and paper is a picture on the screen. */
  readonly printer: PrinterTarget | null;
  readonly log: Log;
  show(stage: SecondKioskStage): void;
  /** The line to the hub was opened: what it knew of this machine may be forgotten. */
  onLine(access: HubAccess): void;
}): SecondKiosk {
  const { hub, dataDir, log } = parts;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const letGoOfData = holdDataDirectory(dataDir);
  const kept = keepAccess(dataDir);
  const stopping = new AbortController();
  let access: HubAccess = { hub, token: kept.token(hub) };
  const running = run();

  return {
    async mayExit(pin) {
      try {
        return (await callHub(access, 'mayExit', { body: { pin } })).right;
      } catch (error) {
        if (error instanceof HubAway || error instanceof HubRefused) return false;
        throw error;
      }
    },
    async stop() {
      stopping.abort();
      await running;
      letGoOfData();
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const token = access.token ?? (await pairWithHub(hub, parts.show, stopping.signal));
      if (token === null) return;
      if (access.token === null) kept.keep(hub, token);
      access = { hub, token };
      log.info({ hub }, 'let_in_by_hub');
      parts.show({ kind: 'let_in', token });
      await printFor(access);
      if (stopping.signal.aborted) return;
      log.warn({ hub }, 'let_in_no_longer');
      kept.forget();
      access = { hub, token: null };
    }
  }

  /** Prints the hub's jobs until this kiosk is stopped, or is let in no longer. */
  async function printFor(known: HubAccess): Promise<void> {
    const target = parts.printer ?? { kind: 'preview' };
    const printer = openOwnPrinter(target);
    const outlet: Outlet = {
      printerId: null,
      name: target.kind,
      target: target.kind,
      // The hub makes the bytes, for its hall's paper.
      profile: usualProfile({ paperWidth: 80, qrMode: 'native' }),
      printer,
    };
    const jobs = new HubJobs(known, { onChange: () => worker.wake(), onAway: () => line.drop() });
    const worker = new PrintWorker({
      jobs,
      log,
      choose: () => (canPrint(printer.status) ? outlet : undefined),
    });
    const tellPrinter = async () => {
      const { state, cause, detail } = printer.status;
      const body = { state, cause, detail, preview: target.kind === 'preview', version };
      try {
        await callHub(known, 'reportOwnPrinter', { body });
      } catch (error) {
        if (error instanceof HubAway) line.drop();
        else if (!(error instanceof HubRefused)) throw error;
      }
    };
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    stopping.signal.addEventListener('abort', end);
    const line = openHubLine(known, '/devices/me/print-jobs', {
      onEvent: (event, data) => {
        if (event === 'print-jobs') jobs.listed(openPrintJobs.parse(JSON.parse(data)));
      },
      onState: (state) => {
        log.info({ state }, 'hub');
        if (state === 'open') {
          void tellPrinter();
          parts.onLine?.(known);
        } else jobs.away();
        if (state === 'refused') end();
      },
    });
    const forgetStatus = printer.onStatus(() => {
      worker.wake();
      void tellPrinter();
    });
    await ended;
    stopping.signal.removeEventListener('abort', end);
    forgetStatus();
    const workEnded = worker.stop();
    await Promise.race([workEnded, new Wakeable().sleep(longestEnd)]);
    jobs.stop();
    await printer.close();
    await workEnded;
    await line.stop();
  }
}

function openOwnPrinter(target: PrinterTarget): Printer {
  if (target.kind === 'preview') return screenPrinter();
  // Whether a ticket broke off in it as Antre last ended, only the hub could say, and it may be away.
  return target.kind === 'none'
    ? noPrinter()
    : openPrinter(target, { dialect: 'epson', mayHoldTicket: true });
}
