import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { encodeTicket } from '../../../native/printer/encode-ticket';
import { type FakePrinter, startFakePrinter } from '../../../native/printer/fake-printer';
import { findAttachedPrinters, identifyCandidate } from '../../../native/printer/find-printers';
import { LinePrinter } from '../../../native/printer/line-printer';
import { type ReachablePrinter, transportTo } from '../../../native/printer/open-printer';
import { lineConformance } from '../../printer/line-conformance';
import { until } from '../../support/until';
import { check } from './check';
import { UsbPrinter } from './usb-printer';

const ids = { vendorId: 0x04b8, productId: 0x0e28, serial: 'SN0001' };
const ways: readonly ReachablePrinter[] = [
  { kind: 'file', path: '/dev/usb/lp0' },
  { kind: 'usb', ...ids },
];
// The guest is some twenty times slower than the machine it runs on.
const times = {
  answer: 4000,
  watch: 300,
  proof: 4000,
  proofPerByte: 0,
  grace: 1500,
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
/** How often it is pulled out, by each way; told by whoever boots the guest. */
const rounds = Number(/rig\.unplugs=(\d+)/.exec(readFileSync('/proc/cmdline', 'utf8'))?.[1] ?? 8);

/** A USB printer by the kernel's own driver (usblp) and past it (`usb`). */
export async function checkUsbPrinter(): Promise<void> {
  const fake = await startFakePrinter();
  const usb = new UsbPrinter(fake);
  await usb.plug();

  await check('a USB printer is found by its file, with its ids, and says who it is', async () => {
    const candidate = await until('the printer is found', async () =>
      (await findAttachedPrinters()).candidates.find(({ target }) => target.kind === 'file'),
    );
    deepEqual(candidate, {
      target: { kind: 'file', path: '/dev/usb/lp0' },
      maker: 'EPSON',
      model: 'TM-T82X',
      ...ids,
    });
    deepEqual(await identifyCandidate(candidate), {
      maker: 'EPSON',
      model: 'TM-T82X',
      answersCustomStatus: false,
      status: { state: 'ready', cause: null, detail: null },
    });
  });

  for (const target of ways) await checkWay(target, fake, usb);

  await check('what usb lets go of is the system’s again', async () => {
    await until('the device file is back', async () =>
      (await findAttachedPrinters()).candidates.some(({ target }) => target.kind === 'file'),
    );
  });
  await usb.remove();
  await fake.close();
}

async function checkWay(target: ReachablePrinter, fake: FakePrinter, usb: UsbPrinter): Promise<void> {
  const open = () => new LinePrinter(transportTo(target), 'epson', 0, times);
  const numbers = () => fake.papers.map(({ lines }) => lines[0]);

  for (const { name, nature, run } of lineConformance) {
    await check(`by ${target.kind} a printer ${name}`, async () => {
      fake.behave({ ...wellBehaved, ...nature });
      fake.become({ paper: 'enough', coverOpen: false, cutterJammed: false, hung: false, stalled: false });
      const tried = open();
      try {
        await until('the printer is ready', () => tried.status.state === 'ready', 30_000);
        await run(fake, tried);
      } finally {
        await tried.close();
      }
    });
  }
  fake.behave(wellBehaved);
  fake.become({ stalled: false });

  const printer = open();
  const ready = () => until('the printer is ready', () => printer.status.state === 'ready', 30_000);
  await check(
    `by ${target.kind} it is pulled out and put in again ${rounds} times, in any moment of a ticket`,
    async () => {
      const outcomes = new Map<string, number>();
      for (let round = 0; round < rounds; round += 1) {
        await ready();
        const number = `${target.kind === 'file' ? 'F' : 'U'}-${String(round).padStart(3, '0')}`;
        const bytes = ticket(number);
        // From before the first byte to after the last, by chance within each of so many equal parts.
        const share = round === 0 ? 0 : (round + Math.random()) / rounds;
        const moment = fake.receivedBytes + Math.floor(bytes.length * 1.1 * share);
        const printed = printer.print(bytes, () => true);
        // A moment that never comes is after the end.
        await fake.until(() => fake.receivedBytes >= moment, 3000).catch(() => undefined);
        await usb.unplug();
        const { kind } = await printed;
        outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
        await until('the loss is told', () => printer.status.state === 'offline');
        const whole = fake.papers.filter(({ lines, cut }) => cut && lines[0] === number).length;
        if (kind === 'printed') equal(whole, 1, number);
        if (kind === 'not_sent') equal(whole, 0, number);
        ok(whole <= 1, number);
        await usb.plug();
      }
      await ready();
      console.log(`${target.kind}: ${JSON.stringify([...outcomes])}`);
      const before = fake.papers.length;
      deepEqual(await printer.print(ticket('C-001'), () => true), { kind: 'printed', proof: 'function_h' });
      deepEqual(numbers().slice(before), ['C-001']);
    },
    60_000 + rounds * 8000,
  );

  await printer.close();
}

function ticket(number: string): Buffer {
  return encodeTicket(
    [
      { kind: 'text', text: number, size: 'double', align: 'center' },
      { kind: 'number', number },
      { kind: 'text', text: 'end', size: 'normal', align: 'left' },
    ],
    { width: 576, qr: 'native', graphics: true, codePage: 'pc858', cutter: 'partial' },
  );
}
