import { openPrinter, type ReachablePrinter } from '../../native/printer/open-printer';
import type { PrinterStatus } from '../../native/printer/status';
import { ticketPicture } from '../../native/printer/ticket-picture';
import type { Actor } from '../actions/action';
import { printOnScreen } from '../actions/paper/print-on-screen';
import type { Performer } from '../actions/perform';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Hall } from '../store/hall';
import { openPrintJobs } from '../store/print-jobs';
import type { Store } from '../store/store';
import type { Act } from './job-list';
import { PrintWorker } from './print-worker';
import { storedJobs } from './stored-jobs';
import { paperDots, ticketEncoder, warmEncoderUp } from './ticket-encoder';
import { UntakenWatch } from './untaken-watch';
import { Wakeable } from './wakeable';

/** What the other parts need of printing. */
export interface Printing {
  /** The printer's state as last heard: `ready` for the preview, `none` where there is none on purpose. */
  state(): PrinterStatus;
  /** Called after each change of the state. Answers the way to stop. */
  onState(listener: (status: PrinterStatus) => void): () => void;
  /**
   * A ticket's paper as an SVG document, whatever the printer, as things stand now; null where there is no such
   * ticket. The server answers it at `GET /tickets/:token/preview` (`image/svg+xml`), where the kiosk shows it.
   */
  preview(ticketId: number): string | null;
  /** A ticket's bytes for a printer, as things stand now; null where there is no such ticket. */
  paper(ticketId: number, copy: boolean): Buffer | null;
  /** Begins nothing more, lets what is being printed end for at most three seconds, and lets go of the printer. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks for tickets that nobody took. */
const untakenEvery = 1000;
const longestEnd = 3000;

/**
 * Prints the open jobs of a device on its printer from now on, in order, and those to come as soon as they are
 * committed. Jobs that were being sent when Antre last ended are printed again as copies. Never throws: a printer
 * that can't be reached is a state.
 */
export function startPrinting(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly hall: () => Hall;
  readonly log: Log;
  readonly performer: Performer;
  readonly target: ReachablePrinter | { readonly kind: 'preview' } | { readonly kind: 'none' };
  readonly deviceId: string;
}): Printing {
  const { store, clock, hall, log, performer, target, deviceId } = parts;
  const system: Actor = { kind: 'system' };
  const act: Act = (action) => performer.run(system, action);
  const encode = ticketEncoder({ store, clock, hall });
  const untaken = new UntakenWatch({ store, act, clock });
  const look = setInterval(() => {
    try {
      untaken.look();
    } catch (error) {
      log.error({ err: error }, 'untaken tickets could not be made void');
    }
  }, untakenEvery);
  const outlet = openOutlet();
  const forget = store.onCommit((changes) => {
    if (changes.some((change) => change.kind === 'print_job' && change.deviceId === deviceId)) {
      // After whoever committed has answered the kiosk: the screen goes first.
      setImmediate(() => outlet.wake());
    }
  });
  return {
    state: outlet.state,
    onState: outlet.onState,
    paper: encode,
    preview: (ticketId) => {
      const bytes = encode(ticketId, false);
      return bytes && ticketPicture(bytes, paperDots(hall().settings));
    },
    stop: async () => {
      clearInterval(look);
      forget();
      await outlet.stop();
    },
  };

  function openOutlet(): Pick<Printing, 'state' | 'onState' | 'stop'> & { wake(): void } {
    if (target.kind === 'none') {
      return still({ state: 'none', detail: null }, () => undefined);
    }
    if (target.kind === 'preview') {
      const print = () => {
        try {
          while (act((context) => printOnScreen(context, { deviceId })).mayBeMore);
        } catch (error) {
          log.error({ err: error }, 'printing on the screen failed');
        }
      };
      print();
      return still({ state: 'ready', detail: null }, print);
    }
    const brokeOff = openPrintJobs(store, deviceId, Number.MAX_SAFE_INTEGER).some(
      (job) => job.state !== 'queued',
    );
    const printer = openPrinter(target, brokeOff);
    // The first ticket of all would take a tenth of a second longer than the rest.
    setImmediate(warmEncoderUp);
    const worker = new PrintWorker({ jobs: storedJobs({ store, act, deviceId, encode }), log, printer });
    const forgetPrinter = printer.onStatus((status) => {
      log.info({ state: status.state, detail: status.detail }, 'printer');
      worker.wake();
    });
    return {
      state: () => printer.status,
      onState: (listener) => printer.onStatus(listener),
      wake: () => worker.wake(),
      stop: async () => {
        forgetPrinter();
        const ended = worker.stop();
        await Promise.race([ended, new Wakeable().sleep(longestEnd)]);
        await printer.close();
        await ended;
      },
    };
  }
}

/** An outlet whose state never changes. */
function still(status: PrinterStatus, wake: () => void) {
  return { state: () => status, onState: () => () => undefined, wake, stop: () => Promise.resolve() };
}
