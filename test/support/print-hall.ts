import { onTestFinished } from 'vitest';
import { issueTicket } from '../../electron/actions/issue-ticket';
import type { ReachableTarget } from '../../electron/contract/printer-target';
import type { Log } from '../../electron/log';
import type { StartedPrinting } from '../../electron/printing/printing';
import { startPrinting } from '../../electron/printing/start-printing';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { query } from '../../electron/store/store';
import type { FakeNature } from '../../native/printer/testing/fake-nature';
import { type FakePrinter, startFakePrinter } from '../../native/printer/testing/fake-printer';
import { kiosk, type TestHall, testHall } from './test-hall';

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A hall whose kiosk prints on a fake printer, by TCP or as `lead` says. */
export interface PrintHall extends TestHall {
  readonly fake: FakePrinter;
  readonly printing: () => StartedPrinting;
  /** Ends printing and begins it anew, as a restart of Antre does. */
  restart(): Promise<void>;
  /** Takes a number at A's first service. */
  tap(): { readonly ticketId: number; readonly token: string };
  ticket(ticketId: number): { status: string; paper: string };
  job(ticketId: number): { state: string; copy: number; attempts: number; proof: string | null };
}

export async function printHall(
  options: {
    readonly nature?: Partial<FakeNature>;
    readonly lead?: (fake: FakePrinter) => Promise<ReachableTarget>;
  } = {},
): Promise<PrintHall> {
  const hall = testHall();
  const fake = await startFakePrinter(options.nature ? { nature: options.nature } : {});
  const byTcp = { kind: 'tcp', host: fake.host, port: fake.port } as const;
  const target = options.lead ? await options.lead(fake) : byTcp;
  const start = () =>
    startPrinting({
      store: hall.store,
      clock: hall.clock,
      hall: hall.hall,
      actionRunner: hall.actionRunner,
      log: silent,
      target,
      deviceId: builtInKioskId,
    });
  let printing = start();
  onTestFinished(async () => {
    await printing.stop();
    await fake.close();
  });
  return {
    ...hall,
    fake,
    printing: () => printing,
    restart: async () => {
      await printing.stop();
      printing = start();
    },
    tap: () =>
      hall.act(kiosk, (context) =>
        issueTicket(context, {
          serviceId: hall.serviceId('A'),
          priority: null,
          language: 'id',
          printerReady: true,
        }),
      ),
    ticket: (ticketId) => {
      const row = hall.store.first(
        query.selectFrom('tickets').select(['status', 'paper']).where('id', '=', ticketId),
      );
      if (!row) throw new Error(`no ticket ${ticketId}`);
      return row;
    },
    job: (ticketId) => {
      const row = hall.store.first(
        query
          .selectFrom('print_jobs')
          .select(['state', 'copy', 'attempts', 'proof'])
          .where('ticketId', '=', ticketId),
      );
      if (!row) throw new Error(`no job of ticket ${ticketId}`);
      return row;
    },
  };
}
