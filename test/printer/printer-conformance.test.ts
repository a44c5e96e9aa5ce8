import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test } from 'vitest';
import { encodeTicket } from '../../native/printer/encode-ticket';
import { type FakeNature, type FakePrinter, startFakePrinter } from '../../native/printer/fake-printer';
import { fileTransport } from '../../native/printer/file-transport';
import { LinePrinter } from '../../native/printer/line-printer';
import { tcpTransport } from '../../native/printer/tcp-transport';
import type { Transport } from '../../native/printer/transport';

const ticket = encodeTicket(
  [
    { kind: 'text', text: 'A-001', size: 'double', align: 'center' },
    { kind: 'text', text: 'two', size: 'normal', align: 'left' },
    { kind: 'text', text: 'three', size: 'normal', align: 'left' },
  ],
  { width: 576, qr: 'native', graphics: true, codePage: 'pc858', cutter: 'partial' },
);

// Short enough to try every end of a ticket, long enough for a busy machine.
const times = {
  answer: 2000,
  watch: 150,
  proof: 2500,
  proofPerByte: 0,
  grace: 1000,
  pause: 50,
  longestPause: 200,
};

const patient = { timeout: 15_000 };

interface Way {
  readonly name: string;
  /** Why it can't be tried here, or null. */
  readonly unable: string | null;
  /** Leads to the fake printer. */
  lead(fake: FakePrinter): Promise<Transport>;
}

const hasPython = spawnSync('python3', ['-c', 'import pty']).status === 0;

const ways: readonly Way[] = [
  {
    name: 'TCP',
    unable: null,
    lead: async (fake) => tcpTransport({ host: fake.host, port: fake.port }),
  },
  {
    name: 'a device file',
    unable: hasPython ? null : 'needs python3 to make a pseudo-terminal',
    lead: async (fake) => {
      const bridge = spawn('python3', ['test/support/printer-on-a-terminal.py', String(fake.port)], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      onTestFinished(() => void bridge.kill());
      const [path] = (await once(bridge.stdout, 'data')) as [Buffer];
      return fileTransport(path.toString().trim());
    },
  },
];

describe.each(ways)('a printer by $name', (way) => {
  async function connect(nature: Partial<FakeNature> = {}) {
    const fake = await startFakePrinter({ nature });
    const printer = new LinePrinter(await way.lead(fake), 'epson', 0, times);
    onTestFinished(async () => {
      await printer.close();
      await fake.close();
    });
    await expect.poll(() => printer.status.state, patient).toBe('ready');
    return { fake, printer };
  }
  const allow = () => true;

  test.skipIf(way.unable)('tells each condition of the printer, and when it is over', async () => {
    const { fake, printer } = await connect();
    const tell = async (state: string) => expect.poll(() => printer.status.state, patient).toBe(state);
    fake.become({ paper: 'low' });
    await tell('paper_low');
    fake.become({ paper: 'out' });
    await tell('paper_out');
    fake.become({ coverOpen: true });
    await tell('cover_open');
    fake.become({ coverOpen: false, paper: 'enough', cutterJammed: true });
    await tell('error');
    expect(printer.status.detail).toBe('Pemotong kertas macet.');
    fake.become({ cutterJammed: false, hung: true });
    await tell('offline');
    fake.become({ hung: false });
    await tell('ready');
  });

  test.skipIf(way.unable)('tells conditions also where no status blocks are pushed', async () => {
    const { fake, printer } = await connect({ answersAutomaticStatus: false });
    fake.become({ coverOpen: true });
    await expect.poll(() => printer.status.state, patient).toBe('cover_open');
  });

  test.skipIf(way.unable).each([
    ['GS ( H', {}, { kind: 'printed', proof: 'function_h' }],
    ['GS r', { answersFunctionH: false }, { kind: 'printed', proof: 'gs_r' }],
    ['nothing but its status', { answersFunctionH: false, answersGsR: false }, { kind: 'unconfirmed' }],
  ] as const)('prints a ticket, proved by %s', async (_name, nature, outcome) => {
    const { fake, printer } = await connect(nature);
    expect(await printer.print(ticket, allow)).toEqual(outcome);
    await fake.until(() => fake.papers.length === 1);
    expect(fake.papers[0]?.lines).toEqual(['A-001', 'two', 'three']);
  });

  test.skipIf(way.unable)('sends nothing where the ticket is withdrawn before its first byte', async () => {
    const { fake, printer } = await connect();
    expect(await printer.print(ticket, () => false)).toEqual({ kind: 'not_sent', reason: 'withdrawn' });
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'printed', proof: 'function_h' });
    expect(fake.papers.length).toBe(1);
  });

  test.skipIf(way.unable)('sends nothing while the printer is not well', async () => {
    const { fake, printer } = await connect();
    // not even where the change was never pushed: it is asked right before
    fake.behave({ answersAutomaticStatus: false });
    fake.become({ paper: 'out' });
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'not_sent', reason: 'not_ready' });
    fake.become({ paper: 'enough' });
    expect(fake.papers).toEqual([]);
  });

  test.skipIf(way.unable)(
    'does not know where the paper ends in the middle; no ghost comes out later',
    async () => {
      const { fake, printer } = await connect();
      fake.runOutAfterLines(2);
      expect(await printer.print(ticket, allow)).toEqual({
        kind: 'uncertain',
        reason: 'the printer stopped: paper_out',
      });
      await expect.poll(() => printer.status.state, patient).toBe('paper_out');
      fake.become({ paper: 'enough' });
      await expect.poll(() => printer.status.state, patient).toBe('ready');
      expect(await printer.print(ticket, allow)).toEqual({ kind: 'printed', proof: 'function_h' });
      expect(fake.papers.map(({ lines, cut }) => ({ lines, cut }))).toEqual([
        { lines: ['A-001', 'two'], cut: false },
        { lines: ['A-001', 'two', 'three'], cut: true },
      ]);
    },
  );

  test.skipIf(way.unable)(
    'does not know where the printer stalls though it says that it is well',
    async () => {
      const { fake, printer } = await connect();
      fake.become({ stalled: true });
      expect(await printer.print(ticket, allow)).toEqual({ kind: 'uncertain', reason: 'no proof in time' });
      expect(fake.cleared).toBe(1);
      fake.become({ stalled: false });
      await expect.poll(() => printer.status.state, patient).toBe('ready');
      expect(fake.papers).toEqual([]);
    },
  );

  test.skipIf(way.unable)('takes no bytes for a proof that may be noise', async () => {
    const { fake, printer } = await connect({ answersFunctionH: false });
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'printed', proof: 'gs_r' });
    fake.behave({ garbage: true });
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'unconfirmed' });
    fake.become({ stalled: true });
    expect((await printer.print(ticket, allow)).kind).not.toBe('printed');
  });
});

describe('a printer by TCP', () => {
  async function connect(fake: FakePrinter) {
    const printer = new LinePrinter(tcpTransport({ host: fake.host, port: fake.port }), 'epson', 0, times);
    onTestFinished(async () => {
      await printer.close();
      await fake.close();
    });
    return printer;
  }

  test('takes turns with another client of a printer that takes one at a time', async () => {
    const fake = await startFakePrinter();
    const other = await connect(fake);
    await expect.poll(() => other.status.state, patient).toBe('ready');
    const printer = await connect(fake);
    await expect.poll(() => fake.turnedAway, patient).toBeGreaterThan(0);
    expect(printer.status.state).toBe('offline');
    expect(await printer.print(ticket, () => true)).toEqual({ kind: 'not_sent', reason: 'not_ready' });
    await other.close();
    await expect.poll(() => printer.status.state, patient).toBe('ready');
  });

  test('ends half a picture that a lost line left in a printer without DLE DC4', async () => {
    const fake = await startFakePrinter({ nature: { clearsOnRequest: false } });
    const printer = await connect(fake);
    await expect.poll(() => printer.status.state, patient).toBe('ready');
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
    await expect.poll(() => printer.status.state, patient).toBe('ready');
    expect(await printer.print(ticket, () => true)).toEqual({ kind: 'printed', proof: 'function_h' });
    expect(fake.papers.at(-1)?.lines).toEqual(['A-001', 'two', 'three']);
  });

  test('learns also from a late answer what the printer can prove', async () => {
    // nothing is taken from the buffer: the question for a proof waits there
    const fake = await startFakePrinter();
    fake.become({ stalled: true });
    const printer = await connect(fake);
    await expect.poll(() => printer.status.state, patient).toBe('ready');
    // waits its turn behind that question; by then it counts as a printer that can prove nothing
    expect(await printer.print(ticket, () => false)).toEqual({ kind: 'not_sent', reason: 'withdrawn' });
    fake.become({ stalled: false });
    await fake.until(() => fake.waitingBytes === 0);
    expect(await printer.print(ticket, () => true)).toEqual({ kind: 'printed', proof: 'function_h' });
  });

  test('ends a ticket under way as uncertain when it is let go of', async () => {
    const fake = await startFakePrinter();
    const printer = await connect(fake);
    await expect.poll(() => printer.status.state, patient).toBe('ready');
    fake.become({ stalled: true });
    let begun = false;
    const printing = printer.print(ticket, () => {
      begun = true;
      return true;
    });
    await expect.poll(() => begun).toBe(true);
    await printer.close();
    expect((await printing).kind).toBe('uncertain');
  });
});
