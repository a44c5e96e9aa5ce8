import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import type { DialectName } from '../../electron/contract/printer-profile';
import { dialects } from '../../native/printer/dialects/dialects';
import { LinePrinter } from '../../native/printer/line-printer';
import { tcpTransport } from '../../native/printer/tcp-transport';
import type { FakeNature } from '../../native/printer/testing/fake-nature';
import { type FakePrinter, startFakePrinter } from '../../native/printer/testing/fake-printer';
import type { PrinterLine, Transport, WriteResult } from '../../native/printer/transport';
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
  options: {
    readonly unprinted?: number;
    readonly proofPerByte?: number;
    readonly dialect?: DialectName;
  } = {},
): LinePrinter {
  const { unprinted = 0, proofPerByte = 0, dialect = 'epson' } = options;
  const printer = new LinePrinter(transport, dialects[dialect], unprinted, { ...times, proofPerByte });
  onTestFinished(() => printer.close());
  return printer;
}

/** A fake printer that goes on while this process is busy. */
async function printerInAnotherProcess(): Promise<{ readonly port: number; readonly stop: () => void }> {
  const started = spawn(process.execPath, ['test/support/start-fake-printer.mjs'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [said] = (await once(started.stdout, 'data')) as [Buffer];
  const { port } = JSON.parse(said.toString().split('\n')[0] ?? '') as { port: number };
  return { port, stop: () => void started.kill() };
}

/** The way to a printer whose line says at what pace it goes. */
function paced(inner: Transport, bytesPerSecond: number): Transport {
  return {
    open: async (within) => {
      const opened = await inner.open(within);
      return opened.ok ? { ok: true, line: Object.assign(opened.line, { bytesPerSecond }) } : opened;
    },
  };
}

/** The way to a printer, with something in between at each write. */
function through(
  inner: Transport,
  write: (line: PrinterLine, bytes: Uint8Array, deadline: number) => Promise<WriteResult>,
): Transport {
  return {
    open: async (within) => {
      const opened = await inner.open(within);
      if (!opened.ok) return opened;
      const { line } = opened;
      return {
        ok: true,
        line: {
          write: (bytes, deadline) => write(line, bytes, deadline),
          onData: (listener) => line.onData(listener),
          onLost: (listener) => line.onLost(listener),
          close: (isGivenUp) => line.close(isGivenUp),
        },
      };
    },
  };
}

test('is not ready, and says so, until what broke off in it is thrown away', async () => {
  const fake = await fakePrinter({ clearsOnRequest: false });
  // The system takes questions but nothing long, as where a printer's buffer is nearly full.
  let crowded = true;
  const way = through(tcpTransport(fake), async (line, bytes, deadline) =>
    crowded && bytes.length > 100
      ? { ok: false, fault: 'timed_out', sent: 'none' }
      : line.write(bytes, deadline),
  );
  const printer = printerBy(way, { unprinted: 5000 });
  await expect.poll(() => printer.status).toMatchObject({ state: 'offline', cause: 'not_ready' });
  expect(await printer.print(ticket, allow)).toEqual(notReady);
  crowded = false;
  await expect.poll(() => printer.status.state).toBe('ready');
  expect(await printer.print(ticket, allow)).toEqual(byFunctionH);
});

test('does not begin what was withdrawn by an error, says which, and goes on', async () => {
  const fake = await fakePrinter();
  const printer = printerBy(tcpTransport(fake));
  await expect.poll(() => printer.status.state).toBe('ready');
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
  await expect.poll(() => printer.status.state).toBe('ready');
  const outcome = await printer.print(ticket, async () => {
    fake.become({ coverOpen: true });
    await expect.poll(() => printer.status.state).toBe('cover_open');
    return true;
  });
  expect(outcome).toEqual(notReady);
  fake.become({ coverOpen: false });
  await expect.poll(() => printer.status.state).toBe('ready');
  expect(fake.papers).toEqual([]);
});

test('has the printer leave an error once it is mended, and not while its cover is open', async () => {
  const fake = await fakePrinter();
  const printer = printerBy(tcpTransport(fake));
  await expect.poll(() => printer.status.state).toBe('ready');
  fake.become({ cutterJammed: true, coverOpen: true });
  await expect.poll(() => printer.status.cause).toBe('cover_open');
  fake.become({ cutterJammed: false });
  const asked = fake.receivedBytes;
  // Several looks later.
  await fake.until(() => fake.receivedBytes > asked + 60);
  expect(fake.recoveries).toBe(0);
  fake.become({ coverOpen: false });
  await expect.poll(() => printer.status.state).toBe('ready');
  expect(fake.recoveries).toBe(1);
  expect(await printer.print(ticket, allow)).toEqual(byFunctionH);
});

test('waits for an answer that is stuck behind a ticket on a slow line', async () => {
  const fake = await fakePrinter();
  // Believed slower than it is, since a busy machine's fake printer lags behind its own pace.
  const printer = printerBy(paced(tcpTransport(fake), 250), { proofPerByte: 150 });
  await expect.poll(() => printer.status.state).toBe('ready');
  await fake.until(() => fake.waitingBytes === 0);
  // The system takes it at once, and carries it for three seconds: longer than the printer may need to answer.
  const long = Buffer.concat([Buffer.alloc(3000), ticket]);
  fake.behave({ lineBytesPerSecond: 1000 });
  const printing = printer.print(long, allow);
  expect(await printing).toEqual(byFunctionH);
  expect(fake.papers.map(({ lines }) => lines)).toEqual([['A-001', 'two', 'three']]);
});

test('does not take a ticket for out that is still on a slow line to a printer that says nothing', async () => {
  // The line carries it within a second, in more steps than a busy machine keeps up with: it may take three.
  const fake = await fakePrinter({ lineBytesPerSecond: ticket.length });
  const printer = printerBy(paced(tcpTransport(fake), ticket.length / 3), {
    proofPerByte: 100,
    dialect: 'silent',
  });
  await expect.poll(() => printer.status.state).toBe('ready');
  expect(await printer.print(ticket, allow)).toEqual({ kind: 'unconfirmed' });
  // What the system still holds is given up with the line.
  await printer.close();
  expect(fake.papers.map(({ lines }) => lines)).toEqual([['A-001', 'two', 'three']]);
});

test('takes back what the system still held of a ticket of unknown fate, so that no ghost comes out of it', async () => {
  const fake = await fakePrinter();
  const printer = printerBy(tcpTransport(fake));
  await expect.poll(() => printer.status.state).toBe('ready');
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

test('does not take a printer for silent since this process itself was busy while it answered', async () => {
  const { port, stop } = await printerInAnotherProcess();
  onTestFinished(stop);
  let busyTimes = 0;
  let isBusy = false;
  const way = through(tcpTransport({ host: '127.0.0.1', port }), async (line, bytes, deadline) => {
    const written = await line.write(bytes, deadline);
    if (isBusy) {
      setImmediate(() => {
        busyTimes += 1;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, times.answer + 100);
      });
    }
    return written;
  });
  const printer = printerBy(way);
  await expect.poll(() => printer.status.state).toBe('ready');
  const causes: (string | null)[] = [];
  printer.onStatus(({ cause }) => causes.push(cause));
  isBusy = true;
  await expect.poll(() => busyTimes).toBeGreaterThan(3);
  expect(causes).toEqual([]);
});
