import { deepEqual } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { formatPrinterTarget } from '../../../electron/contract/printer-target';
import { dialects } from '../../../native/printer/dialects/dialects';
import { findAttachedPrinters, identifyCandidate } from '../../../native/printer/find-printers';
import { LinePrinter } from '../../../native/printer/line-printer';
import { transportTo } from '../../../native/printer/open-printer';
import { type FakePrinter, startFakePrinter } from '../../../native/printer/testing/fake-printer';
import type { Transport } from '../../../native/printer/transport';
import { lineConformance } from '../../printer/line-conformance';
import { until } from '../../support/until';
import { check } from './check';
import { claimingTransport } from './claiming-transport';
import { checkEqualPrinters } from './equal-printers-checks';
import { isThorough } from './how-thorough';
import { checkPulledOut } from './pulled-out-checks';
import { UsbGadget } from './usb-gadget';
import { UsbPrinter } from './usb-printer';

const ids = { vendorId: 0x04b8, productId: 0x0e28, serial: 'SN0001' };
const usbTarget = { kind: 'usb', ...ids, port: 'dummy_hcd.0-1' } as const;
// The port's name in the guest, where nothing else makes links to ports.
const serialTarget = { kind: 'serial', path: '/dev/ttyACM0', baudRate: 115_200 } as const;
// The guest is some twenty times slower than the machine it runs on.
const times = {
  answer: 4000,
  watch: 300,
  proof: 4000,
  proofPerByte: 0,
  grace: 1500,
  recover: 600,
  // So much later may come what was said to whoever had the line before.
  quiet: 600,
  pause: 50,
  longestPause: 200,
};
const wellBehaved = {
  answersAutomaticStatus: true,
  answersFunctionH: true,
  answersGsR: true,
  garbage: false,
};

/** A USB printer by the kernel's own driver (usblp), taken from that driver, and without it; and one with a serial port. */
export async function checkUsbPrinters(): Promise<void> {
  const fake = await startFakePrinter();
  const usb = new UsbPrinter(fake, { kind: 'printer', serial: ids.serial });
  await usb.plug();

  await check('a USB printer is found by its ids, number and socket, and says who it is', async () => {
    const candidate = await until('the printer is found', async () =>
      (await findAttachedPrinters()).candidates.find(({ deviceFile }) => deviceFile === '/dev/usb/lp0'),
    );
    deepEqual(candidate, {
      target: usbTarget,
      maker: 'EPSON',
      model: 'TM-T82X',
      ...ids,
      deviceFile: '/dev/usb/lp0',
    });
    deepEqual(await identifyCandidate(candidate), {
      maker: 'EPSON',
      model: 'TM-T82X',
      answered: null,
      saysNothing: false,
      isThere: true,
      status: { state: 'ready', cause: null, detail: null },
    });
  });

  await checkLine(
    'by usblp',
    fake,
    () => transportTo(usbTarget),
    () => true,
  );
  await checkLine('taken from usblp', fake, claimingTransport, differsByWay);
  await check('what was taken from usblp is given back to it', async () => {
    await until('the device file is back', async () =>
      (await findAttachedPrinters()).candidates.some(({ deviceFile }) => deviceFile === '/dev/usb/lp0'),
    );
  });
  await checkPulledOut('by usblp', formatPrinterTarget(usbTarget), fake, usb);
  await usb.unplug();
  await checkEqualPrinters();

  const serialFake = await startFakePrinter();
  const serial = new UsbPrinter(serialFake, { kind: 'serial', serial: 'SN0003' });
  await serial.plug();
  await checkLine('by a serial port', serialFake, () => transportTo(serialTarget), differsByWay);
  if (isThorough) {
    await checkPulledOut('by a serial port', formatPrinterTarget(serialTarget), serialFake, serial);
  }
  await serial.remove();
  await serialFake.close();

  await checkVendorClass();

  if (isThorough) {
    execFileSync('rmmod', ['usblp']);
    await usb.plug();
    await checkPulledOut('without usblp', formatPrinterTarget(usbTarget), fake, usb);
    await usb.unplug();
  }
  await usb.end();
  await fake.close();
}

/** Devices that don't say what they are, and have the pipes of a printer: Linux's loopback gadget. The first socket must be free. */
async function checkVendorClass(): Promise<void> {
  for (const [vendorId, maker, found] of [
    ['0x1234', 'Nobody', []],
    ['0x04b8', 'EPSON', [{ kind: 'usb', vendorId: 0x04b8, productId: 0x0202 }]],
  ] as const) {
    await check(`a vendor’s own device of ${maker} is ${found.length > 0 ? 'a' : 'no'} printer`, async () => {
      const gadget = new UsbGadget({
        name: `own-${vendorId}`,
        vendorId,
        productId: '0x0202',
        maker,
        product: 'Own',
        serial: null,
        use: 'Loopback',
      });
      await gadget.plug();
      await until('it is there', () =>
        readdirSync('/sys/bus/usb/devices').some((name) => /^\d+-1:1\.0$/.test(name)),
      );
      const { candidates } = await findAttachedPrinters();
      deepEqual(
        candidates.map(({ target }) =>
          target.kind === 'usb'
            ? { kind: target.kind, vendorId: target.vendorId, productId: target.productId }
            : target,
        ),
        found,
      );
      await gadget.unplug();
    });
  }
}

/** What hangs on the way to a printer; all else is of the printer's own language, the same by every way. */
const byWay = [
  'prints a ticket, proved by gs_r',
  'tells each condition of the printer, and when it is over',
  'does not know where the printer stalls though it says that it is well',
  'ends a ticket under way as uncertain when it is let go of',
];
const differsByWay = (name: string) => isThorough || byWay.includes(name);

/** What every way to a printer that answers must do, or what is asked for of it. */
async function checkLine(
  way: string,
  fake: FakePrinter,
  lead: () => Transport,
  isAsked: (name: string) => boolean,
): Promise<void> {
  for (const { name, nature, run } of lineConformance('epson').filter((each) => isAsked(each.name))) {
    await check(`${way} a printer ${name}`, async () => {
      fake.behave({ ...wellBehaved, ...nature });
      fake.become({ paper: 'enough', coverOpen: false, cutterJammed: false, hung: false, stalled: false });
      const printer = new LinePrinter(lead(), dialects.epson, 0, times);
      try {
        await until('the printer is ready', () => printer.status.state === 'ready', 120_000);
        await run(fake, printer);
      } finally {
        await printer.close();
      }
    });
  }
  fake.behave(wellBehaved);
  fake.become({ stalled: false });
}
