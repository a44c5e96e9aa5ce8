import { expect, onTestFinished, test } from 'vitest';
import { type FakePrinter, startFakePrinter } from '../../native/printer/fake-printer';
import type { FakeNature } from '../../native/printer/fake-printer-nature';
import { LinePrinter } from '../../native/printer/line-printer';
import { tcpTransport } from '../../native/printer/tcp-transport';
import type { Transport } from '../../native/printer/transport';
import { conformanceTicket as ticket } from './line-conformance';

const times = {
  answer: 500,
  watch: 100,
  proof: 2500,
  proofPerByte: 0,
  grace: 300,
  recover: 200,
  pause: 50,
  longestPause: 200,
};
const patient = { timeout: 20_000 };
const allow = () => true;
const byFunctionH = { kind: 'printed', proof: 'function_h' };
const notReady = { kind: 'not_sent', reason: 'not_ready' };

async function fakePrinter(nature: Partial<FakeNature> = {}): Promise<FakePrinter> {
  const fake = await startFakePrinter({ nature });
  onTestFinished(() => fake.close());
  return fake;
}

function printerBy(
  transport: Transport,
  options: { readonly leftover?: number; readonly proofPerByte?: number } = {},
): LinePrinter {
  const { leftover = 0, proofPerByte = 0 } = options;
  const printer = new LinePrinter(transport, 'epson', leftover, { ...times, proofPerByte });
  onTestFinished(() => printer.close());
  return printer;
}

/** A line whose system takes questions but nothing long while it is crowded, as where a printer's buffer is nearly full. */
function crowdable(inner: Transport): { readonly transport: Transport; crowded: boolean } {
  const self = {
    crowded: true,
    transport: {
      open: async (deadline: number) => {
        const opened = await inner.open(deadline);
        if (!opened.ok) return opened;
        const { line } = opened;
        const write: typeof line.write = async (bytes, within) =>
          self.crowded && bytes.length > 100
            ? { ok: false, fault: 'timed_out', sent: 'none' }
            : line.write(bytes, within);
        return {
          ok: true,
          line: {
            write,
            onData: (listener) => line.onData(listener),
            onLost: (listener) => line.onLost(listener),
            close: (isGivenUp) => line.close(isGivenUp),
          },
        } as const;
      },
    } satisfies Transport,
  };
  return self;
}

test('is not ready, and says so, until what broke off in it is thrown away', async () => {
  const fake = await fakePrinter({ clearsOnRequest: false });
  const way = crowdable(tcpTransport(fake));
  const printer = printerBy(way.transport, { leftover: 5000 });
  await expect.poll(() => printer.status, patient).toMatchObject({ state: 'offline', cause: 'not_ready' });
  expect(await printer.print(ticket, allow)).toEqual(notReady);
  way.crowded = false;
  await expect.poll(() => printer.status.state, patient).toBe('ready');
  expect(await printer.print(ticket, allow)).toEqual(byFunctionH);
});

test('does not begin what was withdrawn by an error, says which, and goes on', async () => {
  const fake = await fakePrinter();
  const printer = printerBy(tcpTransport(fake));
  await expect.poll(() => printer.status.state, patient).toBe('ready');
  const error = new Error('the disk is full');
  const failed = { kind: 'not_sent', reason: 'failed', error };
  expect(await printer.print(ticket, () => Promise.reject(error))).toEqual(failed);
  expect(
    await printer.print(ticket, () => {
      throw error;
    }),
  ).toEqual(failed);
  expect(await printer.print(ticket, allow)).toEqual(byFunctionH);
  expect(fake.papers.length).toBe(1);
});

test('sends nothing where the printer stops being well while it is asked whether to send', async () => {
  const fake = await fakePrinter();
  const printer = printerBy(tcpTransport(fake));
  await expect.poll(() => printer.status.state, patient).toBe('ready');
  const outcome = await printer.print(ticket, async () => {
    fake.become({ coverOpen: true });
    await expect.poll(() => printer.status.state, patient).toBe('cover_open');
    return true;
  });
  expect(outcome).toEqual(notReady);
  fake.become({ coverOpen: false });
  await expect.poll(() => printer.status.state, patient).toBe('ready');
  expect(fake.papers).toEqual([]);
});

test('has the printer leave an error once it is mended, and not while its cover is open', async () => {
  const fake = await fakePrinter();
  const printer = printerBy(tcpTransport(fake));
  await expect.poll(() => printer.status.state, patient).toBe('ready');
  fake.become({ cutterJammed: true, coverOpen: true });
  await expect.poll(() => printer.status.cause, patient).toBe('cover_open');
  fake.become({ cutterJammed: false });
  const asked = fake.receivedBytes;
  // Several looks later.
  await fake.until(() => fake.receivedBytes > asked + 60);
  expect(fake.recoveries).toBe(0);
  fake.become({ coverOpen: false });
  await expect.poll(() => printer.status.state, patient).toBe('ready');
  expect(fake.recoveries).toBe(1);
  expect(await printer.print(ticket, allow)).toEqual(byFunctionH);
});

test('waits for an answer that is stuck behind a ticket on a slow line', async () => {
  const fake = await fakePrinter();
  const printer = printerBy(tcpTransport(fake), { proofPerByte: 1.5 });
  await expect.poll(() => printer.status.state, patient).toBe('ready');
  await fake.until(() => fake.waitingBytes === 0);
  // The system takes it at once, and carries it for three seconds: longer than the printer may need to answer.
  const long = Buffer.concat([Buffer.alloc(3000), ticket]);
  fake.behave({ lineBytesPerSecond: 1000 });
  const printing = printer.print(long, allow);
  expect(await printing).toEqual(byFunctionH);
  expect(fake.papers.map(({ lines }) => lines)).toEqual([['A-001', 'two', 'three']]);
});

test('takes back what the system still held of a ticket of unknown fate, so that no ghost comes out of it', async () => {
  const fake = await fakePrinter();
  const printer = printerBy(tcpTransport(fake));
  await expect.poll(() => printer.status.state, patient).toBe('ready');
  // More than a line's far end takes unread, and less than its near end keeps.
  const long = Buffer.concat([Buffer.alloc(1_000_000, 0x1d), ticket]);
  const before = fake.receivedBytes;
  const outcome = await printer.print(long, () => {
    fake.behave({ reads: false });
    return true;
  });
  expect(outcome).toEqual({ kind: 'uncertain', reason: 'the printer fell silent' });
  const { accepted } = fake;
  fake.behave({ reads: true });
  await fake.until(() => fake.accepted > accepted);
  expect(fake.receivedBytes - before).toBeLessThan(long.length);
  expect(fake.papers).toEqual([]);
});
