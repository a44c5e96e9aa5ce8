import { onTestFinished } from 'vitest';
import { makePrinter } from '../../electron/actions/admin/printers';
import { issueTicket } from '../../electron/actions/issue-ticket';
import type { NewPrinter, PrinterNow } from '../../electron/contract/printers';
import type { Log } from '../../electron/log';
import type { StartedPrinting } from '../../electron/printing/printing';
import { startPrinting } from '../../electron/printing/start-printing';
import { builtInKioskId } from '../../electron/store/import-configuration';
import type { FakeNature } from '../../native/printer/testing/fake-nature';
import { type FakePrinter, startFakePrinter } from '../../native/printer/testing/fake-printer';
import { kiosk, type TestHall, testHall } from './test-hall';

const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** A hall whose kiosk has printers that an admin chose, each a fake one by TCP. */
export interface ChosenPrinters extends TestHall {
  readonly fakes: readonly FakePrinter[];
  readonly printing: StartedPrinting;
  /** How a printer is now, from 0. */
  now(index: number): PrinterNow;
  /** Takes a number at A's first service. */
  tap(): { readonly ticketId: number; readonly token: string };
}

/** What an admin keeps of a fake printer. */
export function keptPrinter(fake: FakePrinter, change: Partial<NewPrinter> = {}): NewPrinter {
  return {
    name: `Printer ${fake.port}`,
    target: `tcp://${fake.host}:${fake.port}`,
    profile: { paperWidth: 80, codePage: 'pc858', qr: 'native', cutter: 'partial', dialect: 'epson' },
    place: { id: '', en: '', jv: '' },
    rollMetres: 50,
    ...change,
  };
}

/** Starts a fake printer for each nature, keeps them in that order, and begins to print. */
export async function chosenPrinters(
  kept: readonly { readonly nature?: Partial<FakeNature>; readonly change?: Partial<NewPrinter> }[],
): Promise<ChosenPrinters> {
  const hall = testHall();
  const fakes = await Promise.all(kept.map(({ nature = {} }) => startFakePrinter({ nature })));
  for (const [index, fake] of fakes.entries()) {
    hall.act({ kind: 'system' }, (context) =>
      makePrinter(context, builtInKioskId, keptPrinter(fake, kept[index]?.change)),
    );
  }
  const printing = startPrinting({
    store: hall.store,
    clock: hall.clock,
    hall: hall.hall,
    actionRunner: hall.actionRunner,
    log: silent,
    target: null,
    deviceId: builtInKioskId,
  });
  onTestFinished(async () => {
    await printing.stop();
    await Promise.all(fakes.map((fake) => fake.close()));
  });
  return {
    ...hall,
    fakes,
    printing,
    now: (index) => {
      const found = printing.now().printers[index];
      if (!found) throw new Error(`no printer ${index}`);
      return found;
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
  };
}
