import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { shareTransport } from '../../native/printer/share-transport';
import { listSpoolerPrinters, spoolerTransport } from '../../native/printer/spooler-transport';
import { type FakePrinter, startFakePrinter } from '../../native/printer/testing/fake-printer';
import type { Transport } from '../../native/printer/transport';
import { WriteOnlyPrinter } from '../../native/printer/write-only-printer';
import { fakeSpooler } from '../support/fake-spooler';
import { printerOnATerminal, terminalUnable } from '../support/printer-on-a-terminal';
import { conformanceTicket as ticket } from './line-conformance';

// Windows itself is not here. What is tried is everything on this side of it: a path that takes bytes stands for a
// shared printer, a `powershell` that obeys the same lines for the spooler.
const times = { open: 8000, write: 8000, pause: 50, longestPause: 200 };
const name = 'EPSON TM-T82X é';
const cannotTell = { state: 'ready', cause: 'cannot_tell' };

interface Way {
  readonly name: string;
  readonly unable: string | null;
  /** A way to the fake printer that leads nowhere until it is there. */
  lead(fake: FakePrinter): Promise<{ readonly transport: Transport; readonly appear: () => void }>;
}

const ways: readonly Way[] = [
  {
    name: 'a share',
    unable: terminalUnable,
    lead: async (fake) => {
      const folder = mkdtempSync(join(tmpdir(), 'antre-share-'));
      onTestFinished(() => rmSync(folder, { recursive: true }));
      const terminal = await printerOnATerminal(fake);
      const path = join(folder, 'TIKET');
      return { transport: shareTransport(path), appear: () => symlinkSync(terminal, path) };
    },
  },
  {
    name: 'the spooler',
    unable: null,
    lead: async (fake) => {
      const spooler = fakeSpooler({});
      return { transport: spoolerTransport(name), appear: () => spooler.know({ [name]: fake.port }) };
    },
  },
];

async function printerBy(transport: Transport): Promise<WriteOnlyPrinter> {
  const printer = new WriteOnlyPrinter(transport, times);
  onTestFinished(() => printer.close());
  return printer;
}

describe.each(ways)('a printer that never answers, by $name', (way) => {
  test.skipIf(way.unable)(
    'is told as not found until it is there, then prints in order, unconfirmed',
    async () => {
      const fake = await startFakePrinter();
      onTestFinished(() => fake.close());
      const { transport, appear } = await way.lead(fake);
      const printer = await printerBy(transport);
      await expect.poll(() => printer.status).toMatchObject({ state: 'offline', cause: 'not_found' });
      expect(await printer.print(ticket, () => true)).toEqual({ kind: 'not_sent', reason: 'not_ready' });
      appear();
      await expect.poll(() => printer.status).toMatchObject(cannotTell);
      const outcomes = await Promise.all([1, 2, 3].map(() => printer.print(ticket, () => true)));
      expect(outcomes).toEqual([1, 2, 3].map(() => ({ kind: 'unconfirmed' })));
      await fake.until(() => fake.papers.length === 3);
      expect(fake.papers.map(({ lines }) => lines)).toEqual([1, 2, 3].map(() => ['A-001', 'two', 'three']));
    },
  );

  test.skipIf(way.unable)('sends nothing where the ticket is withdrawn before its first byte', async () => {
    const fake = await startFakePrinter();
    onTestFinished(() => fake.close());
    const { transport, appear } = await way.lead(fake);
    appear();
    const printer = await printerBy(transport);
    await expect.poll(() => printer.status).toMatchObject(cannotTell);
    expect(await printer.print(ticket, () => false)).toEqual({ kind: 'not_sent', reason: 'withdrawn' });
    expect(await printer.print(ticket, () => true)).toEqual({ kind: 'unconfirmed' });
    await fake.until(() => fake.papers.length === 1);
  });
});

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0);
  } catch {
    return false;
  }
}

describe('the spooler of Windows', () => {
  test.each([
    ['refuses the document', { error: 5, sent: 'none' }, { kind: 'not_sent', reason: 'not_ready' }, 'denied'],
    [
      'breaks off in it',
      { error: 1784, sent: 'some' },
      { kind: 'uncertain', reason: 'the line failed: lost' },
      'lost',
    ],
    ['is gone in the middle', 'dies', { kind: 'uncertain', reason: 'the line failed: lost' }, 'lost'],
  ] as const)(
    '%s: the ticket is not taken for sent, and it goes on after',
    async (_name, fault, outcome, cause) => {
      const fake = await startFakePrinter();
      onTestFinished(() => fake.close());
      const spooler = fakeSpooler({ [name]: fault });
      const printer = await printerBy(spoolerTransport(name));
      await expect.poll(() => printer.status).toMatchObject(cannotTell);
      const causes: (string | null)[] = [];
      printer.onStatus((status) => causes.push(status.cause));
      expect(await printer.print(ticket, () => true)).toEqual(outcome);
      expect(causes[0]).toBe(cause);
      spooler.know({ [name]: fake.port });
      await expect.poll(() => printer.status).toMatchObject(cannotTell);
      expect(await printer.print(ticket, () => true)).toEqual({ kind: 'unconfirmed' });
      await fake.until(() => fake.papers.length === 1);
    },
  );

  test('tells its printers by name, and is started with nothing but its program', async () => {
    const spooler = fakeSpooler({ [name]: 1, 'Microsoft Print to PDF': 2 });
    expect(await listSpoolerPrinters()).toEqual([name, 'Microsoft Print to PDF']);
    const { startedWith } = spooler;
    expect(startedWith.slice(0, -1)).toEqual([
      '-NoLogo',
      '-NoProfile',
      '-NonInteractive',
      '-ExecutionPolicy',
      'Bypass',
      '-EncodedCommand',
    ]);
    const program = Buffer.from(startedWith.at(-1) ?? '', 'base64').toString('utf16le');
    expect(program).toContain('DataType = "RAW"');
    for (const call of [
      'OpenPrinterW',
      'StartDocPrinterW',
      'WritePrinter',
      'EndDocPrinter',
      'ClosePrinter',
    ]) {
      expect(program).toContain(call);
    }
    // Windows' longest command line.
    expect(startedWith.join(' ').length).toBeLessThan(32_000);
  });

  test('is asked nothing while its program starts, is not started again for that, and ends with the printer', async () => {
    const fake = await startFakePrinter();
    onTestFinished(() => fake.close());
    const spooler = fakeSpooler({ [name]: fake.port });
    spooler.holdStart(true);
    const printer = new WriteOnlyPrinter(spoolerTransport(name), { ...times, open: 1000 });
    const causes: (string | null)[] = [];
    printer.onStatus((status) => causes.push(status.cause));
    await expect.poll(() => spooler.processes.length).toBe(1);
    await expect.poll(() => causes).toContain('timed_out');
    spooler.holdStart(false);
    await expect.poll(() => printer.status).toMatchObject(cannotTell);
    expect(await printer.print(ticket, () => true)).toEqual({ kind: 'unconfirmed' });
    const [started] = spooler.processes;
    expect(spooler.processes).toEqual([started]);
    await printer.close();
    await expect.poll(() => isRunning(started ?? 0)).toBe(false);
  });

  test('that is not there is told as missing, not as a printer that is not there', async () => {
    vi.stubEnv('PATH', '/nowhere');
    onTestFinished(() => void vi.unstubAllEnvs());
    const printer = await printerBy(spoolerTransport(name));
    await expect
      .poll(() => printer.status)
      .toEqual({
        state: 'offline',
        cause: 'spooler_missing',
        detail: 'Antrean cetak Windows tidak berjalan. Nyalakan layanan Print Spooler, lalu coba lagi.',
      });
    expect(await listSpoolerPrinters()).toEqual([]);
  });
});
