import { mkdirSync } from 'node:fs';
import { version } from '../../package.json';
import type { PrinterTarget } from '../config';
import { printerToldEveryMs } from '../contract/print-jobs';
import { type RunRecord, runtimeInWords } from '../health/run-record';
import type { Log } from '../log';
import { InterruptibleSleep } from '../printing/interruptible-sleep';
import { PrintWorker } from '../printing/print-worker';
import { MainFinder } from '../standby/main-finder';
import { SilenceWatch } from '../standby/silence-watch';
import { StandbyDuty } from '../standby/standby-duty';
import { type TakeOverAnswer, watchOrders } from '../standby/take-over-order';
import { holdDataDirectory } from '../store/hold-data-directory';
import { callHub, type HubAccess } from './call-hub';
import { HubAwayError, HubRefused } from './hub-errors';
import { hearHubEvents } from './hub-events';
import { HubJobs } from './hub-jobs';
import { openHubLine } from './hub-line';
import { HubWishes } from './hub-wishes';
import { keepAccess } from './kept-access';
import { LatestStateSender } from './latest-state-sender';
import { OwnPrinterPool } from './own-printer-pool';
import { type PairingStage, pairWithHub } from './pair-with-hub';

/** What stands on the second kiosk's screen. */
export type SecondKioskStage =
  | PairingStage
  /** The main machine is silent, and this one stands by with all that it needs to take over. */
  | {
      readonly kind: 'may_take_over';
      /** When the main machine was heard last: `10.42`. */
      readonly since: string;
      /** Whether the kiosk's PIN is known, by which it is done. */
      readonly hasPin: boolean;
    }
  /** The hub's kiosk page, for this device token; it says by itself when the hub is away. */
  | { readonly kind: 'let_in'; readonly token: string; readonly hub: string };

export interface SecondKiosk {
  /** Whether this PIN may close the kiosk; only the hub knows, so false while it is away. */
  mayExit(pin: string): Promise<boolean>;
  /** Takes over as the main machine, by the kiosk's PIN; `onTakenOver` follows where it is done. */
  takeOver(pin: string): Promise<TakeOverAnswer['outcome'] | 'wrong' | 'locked'>;
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
  /** Where this machine would serve the hall, were it to take over. */
  readonly port: number;
  /** Null: as the admins chose at the hub, and pictures on the screen until they do. */
  readonly printer: PrinterTarget | null;
  readonly log: Log;
  /** Keeps how this process ends. */
  readonly run: Pick<RunRecord, 'begin'>;
  show(stage: SecondKioskStage): void;
  /** The line to the hub was opened: what it knew of this machine may be forgotten. */
  onLine(access: HubAccess): void;
  /** This machine became the hall's main one: it is to be started anew. */
  onTakenOver(): void;
}): SecondKiosk {
  const { hub, dataDir, log } = parts;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const letGoOfData = holdDataDirectory(dataDir);
  const endRun = parts.run.begin(dataDir, { version, runtime: runtimeInWords() });
  const kept = keepAccess(dataDir, 'kiosk');
  const stopping = new AbortController();
  let access: HubAccess = { hub: kept.main(hub)?.at ?? hub, token: kept.token(hub) };
  let shown: SecondKioskStage['kind'] | undefined;
  let takeOver: SecondKiosk['takeOver'] = async () => 'nothing_kept';
  const running = run();

  return {
    async mayExit(pin) {
      try {
        return (await callHub(access, 'mayExit', { body: { pin } })).right;
      } catch (error) {
        if (error instanceof HubAwayError || error instanceof HubRefused) return false;
        throw error;
      }
    },
    takeOver: (pin) => takeOver(pin),
    async stop() {
      stopping.abort();
      await running;
      endRun();
      letGoOfData();
    },
  };

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      const token = access.token ?? (await pairWithHub(hub, show, stopping.signal));
      if (token === null) return;
      if (access.token === null) kept.keep(hub, token);
      const at = kept.main(hub)?.at ?? hub;
      access = { hub: at, token };
      log.info({ hub: at }, 'let_in_by_hub');
      show({ kind: 'let_in', token, hub: at });
      const end = await printFor(access, token);
      if (end === 'taken_over') parts.onTakenOver();
      if (stopping.signal.aborted || end === 'taken_over') return;
      if (end === 'moved') continue;
      log.warn({ hub }, 'let_in_no_longer');
      kept.forget();
      access = { hub, token: null };
    }
  }

  function show(stage: SecondKioskStage): void {
    if (stage.kind === 'unknown_address' && shown !== 'unknown_address') {
      log.warn(
        { hub },
        'the hub does not know this address as its own; see ANTRE_HUB and the settings of its hall',
      );
    }
    shown = stage.kind;
    parts.show(stage);
  }

  /** Prints the hub's jobs until this kiosk is stopped, or is let in no longer. */
  async function printFor(known: HubAccess, token: string): Promise<'ended' | 'moved' | 'taken_over'> {
    const jobs = new HubJobs(known, { onChange: () => worker.wake(), onAway: () => line.drop() });
    const pool = new OwnPrinterPool({
      target: parts.printer,
      log,
      onChange: () => {
        worker.wake();
        printer.changed();
      },
    });
    const worker = new PrintWorker({ jobs, log, choose: (besides) => pool.choose(besides) });
    const printer = new LatestStateSender({
      send: async () => {
        const now = isOpen ? pool.now() : undefined;
        if (now) await callHub(known, 'reportOwnPrinter', { body: { ...now, version } });
      },
      onFault: (error) => {
        log.warn({ err: error }, 'how the printer is could not be told');
        if (error instanceof HubAwayError) line.drop();
      },
    });
    let reason = 'ended' as 'ended' | 'moved' | 'taken_over';
    const finder = new MainFinder({
      token,
      known: () => kept.main(hub),
      onFound(main) {
        log.warn(main, 'another machine is the main one of the hall now');
        kept.keepMain(hub, main);
        reason = 'moved';
        end();
      },
    });
    const duty = new StandbyDuty({ access: known, dataDir, port: parts.port, log });
    const watch = new SilenceWatch({
      copy: () => duty.copy,
      onSilent: (known) => show({ kind: 'may_take_over', ...known }),
    });
    const orders = watchOrders(dataDir, () => {
      reason = 'taken_over';
      end();
    });
    const wishes = new HubWishes({ access: known, log, pool: () => pool.all });
    const signsOfLife = setInterval(() => printer.changed(), printerToldEveryMs);
    let isOpen = false;
    takeOver = async (pin) => {
      const refused = await watch.refusal(pin);
      return refused ?? (await orders.order()).outcome;
    };
    let end = () => {};
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    stopping.signal.addEventListener('abort', end);
    const line = openHubLine(known, '/devices/me/print-jobs', {
      onEvent: hearHubEvents({
        log,
        onJobs: (listed) => jobs.listed(listed),
        onPrinters: (chosen) => pool.chosen(chosen),
        onWishes: (wanted) => wishes.heard(wanted),
        onStandby: (news) => {
          const { address, epoch } = news;
          kept.keepMain(hub, { at: known.hub, epoch, standby: news.chosen ? null : address });
          duty.heard(news);
        },
      }),
      onState: (state) => {
        log.info({ state }, 'hub');
        isOpen = state === 'open' || state === 'asking';
        finder.heard(isOpen);
        watch.heard(isOpen);
        if (isOpen) {
          // It may have been asked at a wrong address meanwhile.
          show({ kind: 'let_in', token, hub: known.hub });
          printer.changed();
          parts.onLine(known);
        } else jobs.away();
        if (state === 'refused') end();
        if (state === 'unknown_address') show({ kind: 'unknown_address' });
      },
    });
    await ended;
    stopping.signal.removeEventListener('abort', end);
    clearInterval(signsOfLife);
    printer.stop();
    const workEnded = worker.stop();
    await Promise.race([workEnded, new InterruptibleSleep().sleep(longestEnd)]);
    jobs.stop();
    await pool.stop();
    await workEnded;
    await line.stop();
    finder.stop();
    watch.stop();
    orders.stop();
    await duty.stop();
    if (reason === 'taken_over') {
      const answer = await orders.carryOut(known.hub);
      log.warn({ answer }, 'asked_to_take_over');
      return answer.outcome === 'done' ? 'taken_over' : 'moved';
    }
    return reason;
  }
}
