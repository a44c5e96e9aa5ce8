import { deepEqual } from 'node:assert/strict';
import type { ReachableTarget } from '../../../electron/contract/printer-target';
import { encodeTicket } from '../../../native/printer/encode-ticket';
import {
  findAttachedPrinters,
  identifyCandidate,
  type PrinterCandidate,
} from '../../../native/printer/find-printers';
import { openPrinter } from '../../../native/printer/open-printer';
import type { Printer } from '../../../native/printer/printer';
import { type FakePrinter, startFakePrinter } from '../../../native/printer/testing/fake-printer';
import { until } from '../../support/until';
import { check } from './check';
import { UsbPrinter } from './usb-printer';

/** Two printers of one kind without serial numbers, which files and ids can't tell apart. The first socket must be free. */
export async function checkEqualPrinters(): Promise<void> {
  const left = await startFakePrinter({ nature: { model: 'LEFT' } });
  const right = await startFakePrinter({ nature: { model: 'RIGHT' } });
  const leftUsb = new UsbPrinter(left, { kind: 'printer', serial: null, count: 1 });
  const rightUsb = new UsbPrinter(right, { kind: 'printer', serial: null, count: 2 });
  await leftUsb.plug(0);
  await rightUsb.plug(1);
  let leftTarget: ReachableTarget | undefined;
  let rightTarget: ReachableTarget | undefined;

  await check('two equal USB printers are found, each by an address of its own', async () => {
    const found = await bothPrinters();
    deepEqual(
      found.map(({ file, model }) => [file, model]),
      [
        ['/dev/usb/lp0', 'LEFT'],
        ['/dev/usb/lp1', 'RIGHT'],
      ],
    );
    leftTarget = found[0]?.target;
    rightTarget = found[1]?.target;
  });

  await check(
    'each prints its own tickets, also after they were plugged in the other way round',
    async () => {
      await leftUsb.unplug();
      await rightUsb.unplug();
      await rightUsb.plug(1);
      await until('the right one is there', async () => (await attached()).length === 1);
      await leftUsb.plug(0);
      deepEqual(
        (await bothPrinters()).map(({ file, model }) => [file, model]),
        [
          ['/dev/usb/lp0', 'RIGHT'],
          ['/dev/usb/lp1', 'LEFT'],
        ],
      );
      await printOn(leftTarget, 'L-001');
      await printOn(rightTarget, 'R-001');
      deepEqual([firstLines(left), firstLines(right)], [['L-001'], ['R-001']]);
    },
  );

  await check('where one is in use, an address by ids alone leads to the other', async () => {
    const kind = { kind: 'usb', vendorId: 0x04b8, productId: 0x0e28, serial: null, port: null } as const;
    const first = open(kind);
    await ready(first);
    await printOn(kind, 'R-002');
    await first.print(ticket('L-002'), () => true);
    await first.close();
    deepEqual([...firstLines(left), ...firstLines(right)].sort(), ['L-001', 'L-002', 'R-001', 'R-002']);
  });

  await check(
    'one that is plugged into another socket is found there, and never is the other’s',
    async () => {
      await rightUsb.unplug();
      await leftUsb.unplug();
      await leftUsb.plug(1);
      const before = left.papers.length;
      await printOn(leftTarget, 'L-003');
      deepEqual(firstLines(left).slice(before), ['L-003']);
    },
  );

  await leftUsb.remove();
  await rightUsb.end();
  await left.close();
  await right.close();
}

const attached = async () =>
  (await findAttachedPrinters()).candidates.filter(({ deviceFile }) => deviceFile?.startsWith('/dev/usb/'));

/** Both as they are found, by their files. */
async function bothPrinters() {
  const both = await until('both are there', async () => {
    const candidates = await attached();
    return candidates.length === 2 && candidates;
  });
  const found: { file: string | null; target: ReachableTarget; model: string | null }[] = [];
  for (const candidate of both.sort(byFile)) {
    const model = await until('it says who it is', async () => (await identifyCandidate(candidate)).model);
    found.push({ file: candidate.deviceFile, target: candidate.target, model });
  }
  return found;
}

function byFile(one: PrinterCandidate, other: PrinterCandidate): number {
  return (one.deviceFile ?? '').localeCompare(other.deviceFile ?? '');
}

function open(target: ReachableTarget): Printer {
  return openPrinter(target, { dialect: 'epson', mayHoldTicket: false });
}

function ready(printer: Printer): Promise<unknown> {
  return until('the printer is ready', () => printer.status.state === 'ready', 120_000);
}

async function printOn(target: ReachableTarget | undefined, number: string): Promise<void> {
  if (!target) throw new Error('it was not found');
  const printer = open(target);
  try {
    await ready(printer);
    deepEqual(await printer.print(ticket(number), () => true), { kind: 'printed', proof: 'function_h' });
  } finally {
    await printer.close();
  }
}

function firstLines(fake: FakePrinter): (string | undefined)[] {
  return fake.papers.map(({ lines }) => lines[0]);
}

function ticket(number: string): Buffer {
  return encodeTicket([{ kind: 'text', text: number, size: 'double', align: 'center' }], {
    width: 576,
    qr: 'native',
    graphics: true,
    codePage: 'pc858',
    cutter: 'partial',
  });
}
