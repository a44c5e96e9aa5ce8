import { ticketPicture } from '../../native/printer/ticket-picture';
import type { Actor } from '../actions/action';
import type { ActionRunner } from '../actions/action-runner';
import { countPaper } from '../actions/paper/paper-roll';
import { printOnScreen } from '../actions/paper/print-on-screen';
import type { Clock } from '../clock';
import type { Log } from '../log';
import type { Hall } from '../store/hall';
import { openPrintJobs } from '../store/print-jobs';
import type { Store } from '../store/store';
import { CallLamp } from './call-lamp';
import { findPrinters } from './find-printers';
import { InterruptibleSleep } from './interruptible-sleep';
import type { Act } from './job-list';
import { sampleContent } from './layout-pictures';
import { OtherKiosks } from './other-kiosks';
import { PaperWatch } from './paper-watch';
import { PrintWorker } from './print-worker';
import { PrinterPool, type PrinterPoolParts } from './printer-pool';
import { printerNow } from './printers-now';
import type { StartedPrinting } from './printing';
import { storedJobs } from './stored-jobs';
import { printDraft, printTestTicket } from './test-ticket';
import { defaultProfile, paperDots, ticketEncoder } from './ticket-encoder';
import { layTicketOut } from './ticket-layout';
import { UntakenWatch } from './untaken-watch';
import { warmPrintingUp } from './warm-up';

/** Milliseconds between two looks for tickets that nobody took. */
const untakenEvery = 1000;
const longestEnd = 3000;

/**
 * Prints the open jobs of a device on its printers from now on, in order, and those to come as soon as they are
 * committed; on the first printer that can. Jobs that were being sent when Antre last ended are printed again as
 * copies. Never throws: a printer that can't be reached is a state.
 */
export function startPrinting(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly hall: () => Hall;
  readonly log: Log;
  readonly actionRunner: ActionRunner;
  /** Set from outside; null: as the admins chose, and pictures until they do. */
  readonly target: PrinterPoolParts['target'];
  readonly deviceId: string;
}): StartedPrinting {
  const { store, clock, hall, log, actionRunner, target, deviceId } = parts;
  const system: Actor = { kind: 'system' };
  const act: Act = (action) => actionRunner.run(system, action);
  const encode = ticketEncoder({ store, clock, hall });
  const untaken = new UntakenWatch({ store, act, clock });
  const paperWatch = new PaperWatch({ store, act, clock, hall });
  const others = new OtherKiosks({ hall, watch: paperWatch, log });
  const listeners = new Set<() => void>();
  const look = setInterval(() => {
    try {
      untaken.look();
    } catch (error) {
      log.error({ err: error }, 'untaken tickets could not be made void');
    }
  }, untakenEvery);

  const mayHoldTicket = openPrintJobs(store, deviceId, Number.MAX_SAFE_INTEGER).some(
    (job) => job.state !== 'queued',
  );
  const pool = new PrinterPool({
    log,
    chosen: () =>
      hall()
        .printers.filter((each) => each.deviceId === deviceId)
        .map(({ id, name, target: written, profile, lamp }) => ({
          printerId: id,
          name,
          target: written,
          profile,
          lamp,
        })),
    usual: () => defaultProfile(hall().settings),
    target,
    mayHoldTicket,
    onChange: () => changed(),
  });
  const callLamp = new CallLamp(() => pool.all, log);
  const worker = new PrintWorker({
    jobs: storedJobs({ store, act, deviceId, encode }),
    log,
    choose: (besides) => pool.choose(besides),
  });
  const stopping = new AbortController();
  printOnScreenNow();
  const forget = store.onCommit((changes) => {
    if (changes.some(({ kind }) => kind === 'configuration')) pool.refresh();
    // The lobby hears of the call first.
    if (changes.some(({ kind }) => kind === 'call')) setImmediate(() => callLamp.flash());
    const devices = new Set(
      changes.flatMap((change) => (change.kind === 'print_job' ? [change.deviceId] : [])),
    );
    // After whoever committed has answered the kiosk: the screen goes first.
    if (devices.has(deviceId)) setImmediate(wake);
    else if ([...others.onScreen].some((other) => devices.has(other))) setImmediate(printOnScreenNow);
  });

  function wake(): void {
    worker.wake();
    printOnScreenNow();
  }

  function changed(): void {
    for (const pooled of pool.all) {
      try {
        paperWatch.look(pooled);
      } catch (error) {
        log.error({ err: error }, 'what a printer says of its paper could not be written down');
      }
    }
    wake();
    for (const listener of [...listeners]) listener();
  }

  /** Of each kiosk that shows pictures, wherever it stands. */
  function printOnScreenNow(): void {
    for (const each of [...(pool.isPreview ? [deviceId] : []), ...others.onScreen]) {
      try {
        while (act((context) => printOnScreen(context, { deviceId: each })).mayBeMore);
      } catch (error) {
        log.error({ err: error }, 'printing on the screen failed');
      }
    }
  }

  return {
    status: () => pool.status,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    paper: encode,
    preview: () => pool.isPreview,
    failingLamps: () => callLamp.failing,
    profile: () => defaultProfile(hall().settings),
    now: () => {
      const chosen = pool.choose();
      const own = pool.all.map((pooled) => ({ ...pooled, deviceId, printing: pooled === chosen }));
      return {
        printers: [...own, ...others.all].map((each) => printerNow(store, hall(), each)),
        setFromOutside: pool.isSetFromOutside,
        preview: pool.isPreview,
      };
    },
    told: (otherId, own) => {
      const isNew = own?.preview === true && !others.onScreen.has(otherId);
      others.told(otherId, own);
      if (isNew) printOnScreenNow();
    },
    find: (search) => findPrinters(search, pool.all),
    testPrint: (wanted, profile) => {
      const { siteName, timezone } = hall().settings;
      return printTestTicket(
        { target: wanted, profile, hall: siteName, timezone, now: clock.now() },
        pool.all,
        (printerId) => act((context) => countPaper(context, printerId)),
      );
    },
    printDraft: (draft) =>
      printDraft(layTicketOut(sampleContent(draft, hall(), clock.now()), draft), pool, act),
    picture: (ticketId) => {
      const profile = defaultProfile(hall().settings);
      const bytes = encode(ticketId, false, profile);
      return bytes && ticketPicture(bytes, paperDots(hall().settings));
    },
    // In every mode: a printer is chosen, and looked for, while Antre runs.
    warmUp: () => {
      warmPrintingUp(stopping.signal).catch((error) =>
        log.warn({ err: error }, 'printing could not be warmed up'),
      );
    },
    stop: async () => {
      stopping.abort();
      clearInterval(look);
      forget();
      const ended = worker.stop();
      await Promise.race([ended, new InterruptibleSleep().sleep(longestEnd)]);
      await pool.stop();
      await ended;
    },
  };
}
