import { describe, expect, onTestFinished, test } from 'vitest';
import { type DialectName, dialectNames } from '../../electron/contract/printer-profile';
import { dialects } from '../../native/printer/dialects/dialects';
import { encodeTicket } from '../../native/printer/encode-ticket';
import { fileTransport } from '../../native/printer/file-transport';
import { LinePrinter } from '../../native/printer/line-printer';
import { serialTransport } from '../../native/printer/serial-transport';
import { tcpTransport } from '../../native/printer/tcp-transport';
import { type FakePrinter, startFakePrinter } from '../../native/printer/testing/fake-printer';
import type { Transport } from '../../native/printer/transport';
import { printerOnATerminal, terminalUnable } from '../support/printer-on-a-terminal';
import { lineConformance, conformanceTicket as ticket } from './line-conformance';

// Short enough to try every end of a ticket, long enough for a busy machine.
const times = {
  answer: 2000,
  watch: 150,
  proof: 2500,
  proofPerByte: 0,
  grace: 1000,
  recover: 300,
  pause: 50,
  longestPause: 200,
};

interface Way {
  readonly name: string;
  /** Why it can't be tried here, or null. */
  readonly unable: string | null;
  /** Leads to the fake printer. */
  lead(fake: FakePrinter): Promise<Transport>;
}

const byNetwork: Way = {
  name: 'TCP',
  unable: null,
  lead: async (fake) => tcpTransport({ host: fake.host, port: fake.port }),
};
/** USB, which needs a kernel of its own, is held to the same in test/hardware. */
const otherWays: readonly Way[] = [
  {
    name: 'a device file',
    unable: terminalUnable,
    lead: async (fake) => fileTransport(await printerOnATerminal(fake)),
  },
  {
    name: 'a serial port',
    unable: terminalUnable,
    lead: async (fake) => serialTransport({ path: await printerOnATerminal(fake), baudRate: 115_200 }),
  },
];
const spoken: readonly { readonly way: Way; readonly dialect: DialectName }[] = [
  ...dialectNames.map((dialect) => ({ way: byNetwork, dialect })),
  ...otherWays.map((way) => ({ way, dialect: 'epson' as const })),
];

describe.each(spoken)('a printer by $way.name that speaks $dialect', ({ way, dialect }) => {
  test.skipIf(way.unable).each(lineConformance(dialect))('$name', async ({ nature, run }) => {
    const fake = await startFakePrinter({ nature });
    const printer = new LinePrinter(await way.lead(fake), dialects[dialect], 0, times);
    onTestFinished(async () => {
      await printer.close();
      await fake.close();
    });
    await expect.poll(() => printer.status.state).toBe('ready');
    await run(fake, printer);
  });
});

describe('a printer by TCP', () => {
  async function connect(fake: FakePrinter) {
    const printer = new LinePrinter(
      tcpTransport({ host: fake.host, port: fake.port }),
      dialects.epson,
      0,
      times,
    );
    onTestFinished(async () => {
      await printer.close();
      await fake.close();
    });
    return printer;
  }

  test('takes turns with another client of a printer that takes one at a time', async () => {
    const fake = await startFakePrinter();
    const other = await connect(fake);
    await expect.poll(() => other.status.state).toBe('ready');
    const printer = await connect(fake);
    await expect.poll(() => fake.turnedAway).toBeGreaterThan(0);
    expect(printer.status.state).toBe('offline');
    expect(await printer.print(ticket, () => true)).toEqual({ kind: 'not_sent', reason: 'not_ready' });
    await other.close();
    await expect.poll(() => printer.status.state).toBe('ready');
  });

  test('ends half a picture that a lost line left in a printer without DLE DC4', async () => {
    const fake = await startFakePrinter({ nature: { clearsOnRequest: false } });
    const printer = await connect(fake);
    await expect.poll(() => printer.status.state).toBe('ready');
    await fake.until(() => fake.waitingBytes === 0);
    const picture = encodeTicket([{ kind: 'number', number: 'A-012' }], {
      width: 576,
      qr: 'native',
      graphics: true,
      codePage: 'pc858',
      cutter: 'partial',
    });
    fake.dropLineAfterBytes(3000);
    expect((await printer.print(picture, () => true)).kind).toBe('uncertain');
    await expect.poll(() => printer.status.state).toBe('ready');
    expect(await printer.print(ticket, () => true)).toEqual({ kind: 'printed', proof: 'function_h' });
    expect(fake.papers.at(-1)?.lines).toEqual(['A-001', 'two', 'three']);
  });

  test('learns also from a late answer what the printer can prove', async () => {
    // nothing is taken from the buffer: the question for a proof waits there
    const fake = await startFakePrinter();
    fake.become({ stalled: true });
    const printer = await connect(fake);
    await expect.poll(() => printer.status.state).toBe('ready');
    // waits its turn behind that question; by then it counts as a printer that can prove nothing
    expect(await printer.print(ticket, () => false)).toEqual({ kind: 'not_sent', reason: 'withdrawn' });
    fake.become({ stalled: false });
    await fake.until(() => fake.waitingBytes === 0);
    expect(await printer.print(ticket, () => true)).toEqual({ kind: 'printed', proof: 'function_h' });
  });
});
