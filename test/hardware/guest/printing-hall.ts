import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Actor } from '../../../electron/actions/action';
import { createActionRunner } from '../../../electron/actions/action-runner';
import { issueTicket } from '../../../electron/actions/issue-ticket';
import { parsePrinterTarget } from '../../../electron/contract/printer-target';
import type { StartedPrinting } from '../../../electron/printing/printing';
import { startPrinting } from '../../../electron/printing/start-printing';
import { keepHall } from '../../../electron/store/hall';
import { builtInKioskId, importConfiguration } from '../../../electron/store/import-configuration';
import { openPrintJobs } from '../../../electron/store/print-jobs';
import { openStore, query } from '../../../electron/store/store';
import { movableClock } from '../../support/movable-clock';
import { smallHall } from '../../support/small-hall';

const kiosk: Actor = { kind: 'device', deviceId: builtInKioskId };
const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** What became of a number's paper, as the database has it. */
export interface PaperKept {
  readonly status: string;
  readonly paper: string;
  readonly copy: number;
  readonly attempts: number;
}

/** A hall with its real database in the guest's memory, whose kiosk prints on one printer. */
export interface PrintingHall {
  readonly printing: StartedPrinting;
  /** Takes a number at A's first service. */
  tap(): number;
  kept(ticketId: number): PaperKept;
  /** How many papers are still to come. */
  readonly openJobs: number;
  end(): Promise<void>;
}

/** `target` as settings write it. */
export function printingHall(target: string): PrintingHall {
  const reachable = parsePrinterTarget(target);
  if (!reachable) throw new Error(`${target} is no printer`);
  const store = openStore(join(mkdtempSync('/run/antre-'), 'antre.sqlite'));
  const clock = movableClock('2026-11-24T09:00+07:00');
  importConfiguration(store, smallHall, clock.now());
  const hall = keepHall(store);
  const actionRunner = createActionRunner({ store, clock, hall });
  const service = hall().counters.find(({ code }) => code === 'A')?.services[0];
  if (!service) throw new Error('the small hall has no counter A');
  const printing = startPrinting({
    store,
    clock,
    hall,
    actionRunner,
    log: silent,
    target: reachable,
    deviceId: builtInKioskId,
  });
  return {
    printing,
    tap: () =>
      actionRunner.run(kiosk, (context) =>
        issueTicket(context, { serviceId: service.id, priority: null, language: 'id', printerReady: true }),
      ).ticketId,
    kept: (ticketId) => {
      const row = store.first(
        query
          .selectFrom('tickets')
          .innerJoin('print_jobs', 'print_jobs.ticketId', 'tickets.id')
          .select(['tickets.status', 'tickets.paper', 'print_jobs.copy', 'print_jobs.attempts'])
          .where('tickets.id', '=', ticketId),
      );
      if (!row) throw new Error(`no ticket ${ticketId}`);
      return row;
    },
    get openJobs() {
      return openPrintJobs(store, builtInKioskId, Number.MAX_SAFE_INTEGER).length;
    },
    end: async () => {
      await printing.stop();
      store.close();
    },
  };
}
