import { describe, expect, onTestFinished, test } from 'vitest';
import type { ReachableTarget } from '../../electron/contract/printer-target';
import { dialects } from '../../native/printer/dialects/dialects';
import { identifyPrinter } from '../../native/printer/identify-printer';
import { LinePrinter } from '../../native/printer/line-printer';
import { openPrinter } from '../../native/printer/open-printer';
import { profileFor } from '../../native/printer/profile-for';
import { tcpTransport } from '../../native/printer/tcp-transport';
import { nature as fakeSilent } from '../../native/printer/testing/dialects/fake-silent';
import type { FakeNature } from '../../native/printer/testing/fake-nature';
import { type FakePrinter, startFakePrinter } from '../../native/printer/testing/fake-printer';
import { printerOnATerminal, terminalUnable } from '../support/printer-on-a-terminal';
import { conformanceTicket as ticket } from './line-conformance';

const allow = () => true;
const cannotTell = { state: 'ready', cause: 'cannot_tell' };
const paper = ['A-001', 'two', 'three'];

async function fakePrinter(nature: Partial<FakeNature>): Promise<FakePrinter> {
  const fake = await startFakePrinter({ nature });
  onTestFinished(() => fake.close());
  return fake;
}

interface Way {
  readonly name: string;
  readonly unable: string | null;
  lead(fake: FakePrinter): Promise<ReachableTarget>;
}

const ways: readonly Way[] = [
  {
    name: 'TCP',
    unable: null,
    lead: async ({ host, port }) => ({ kind: 'tcp', host, port }),
  },
  {
    name: 'a device file',
    unable: terminalUnable,
    lead: async (fake) => ({ kind: 'file', path: await printerOnATerminal(fake) }),
  },
  {
    name: 'a serial port',
    unable: terminalUnable,
    lead: async (fake) => ({ kind: 'serial', path: await printerOnATerminal(fake), baudRate: 9600 }),
  },
];

describe.each(ways)('a printer that says nothing, by $name', ({ unable, lead }) => {
  test.skipIf(unable)('is asked nothing, and prints whole tickets, unconfirmed', async () => {
    const fake = await fakePrinter(fakeSilent);
    const printer = openPrinter(await lead(fake), { dialect: 'silent', mayHoldTicket: false });
    onTestFinished(() => printer.close());
    await expect.poll(() => printer.status).toMatchObject(cannotTell);
    expect(await printer.print(ticket, () => false)).toEqual({ kind: 'not_sent', reason: 'withdrawn' });
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'unconfirmed' });
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'unconfirmed' });
    await fake.until(() => fake.papers.length === 2);
    expect(fake.papers.map(({ lines }) => lines)).toEqual([paper, paper]);
    expect(fake.receivedBytes).toBe(2 * ticket.length);
  });
});

describe('a network printer that says nothing', () => {
  test('gets no ticket while it is off, and the next once it is on', async () => {
    const fake = await fakePrinter(fakeSilent);
    const { host, port } = fake;
    const printer = openPrinter({ kind: 'tcp', host, port }, { dialect: 'silent', mayHoldTicket: false });
    onTestFinished(() => printer.close());
    await expect.poll(() => printer.status).toMatchObject(cannotTell);
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'unconfirmed' });
    fake.unplug();
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'not_sent', reason: 'not_ready' });
    expect(printer.status.state).toBe('offline');
    await fake.plug();
    await expect.poll(() => printer.status).toMatchObject(cannotTell);
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'unconfirmed' });
    await fake.until(() => fake.papers.length === 2);
  });

  test('that breaks the line before it has taken all leaves a ticket of unknown fate', async () => {
    const fake = await fakePrinter(fakeSilent);
    const { host, port } = fake;
    const printer = openPrinter({ kind: 'tcp', host, port }, { dialect: 'silent', mayHoldTicket: false });
    onTestFinished(() => printer.close());
    await expect.poll(() => printer.status).toMatchObject(cannotTell);
    fake.dropLineAfterBytes(ticket.length - 3);
    expect((await printer.print(ticket, allow)).kind).toBe('uncertain');
    await expect.poll(() => printer.status).toMatchObject(cannotTell);
  });

  test('that ends each line by a reset has taken its ticket all the same, once', async () => {
    const fake = await fakePrinter({ ...fakeSilent, endsByReset: true });
    const { host, port } = fake;
    const printer = openPrinter({ kind: 'tcp', host, port }, { dialect: 'silent', mayHoldTicket: false });
    onTestFinished(() => printer.close());
    await expect.poll(() => printer.status).toMatchObject(cannotTell);
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'unconfirmed' });
    expect(printer.status).toMatchObject(cannotTell);
    await fake.until(() => fake.papers.length === 1);
  });

  test('gets nothing while it serves another, and prints once that has gone', async () => {
    const fake = await fakePrinter(fakeSilent);
    const other = await tcpTransport(fake).open(1000);
    await fake.until(() => fake.connected);
    const { host, port } = fake;
    const printer = openPrinter({ kind: 'tcp', host, port }, { dialect: 'silent', mayHoldTicket: false });
    onTestFinished(() => printer.close());
    await expect.poll(() => printer.status).toMatchObject({ state: 'offline', cause: 'lost' });
    if (other.ok) other.line.close();
    await expect.poll(() => printer.status).toMatchObject(cannotTell);
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'unconfirmed' });
    await fake.until(() => fake.papers.length === 1);
  });

  test('is not sent what an error keeps from being begun', async () => {
    const fake = await fakePrinter(fakeSilent);
    const { host, port } = fake;
    const printer = openPrinter({ kind: 'tcp', host, port }, { dialect: 'silent', mayHoldTicket: false });
    onTestFinished(() => printer.close());
    await expect.poll(() => printer.status).toMatchObject(cannotTell);
    const error = new Error('the disk is full');
    expect(await printer.print(ticket, () => Promise.reject(error))).toEqual({
      kind: 'not_sent',
      reason: 'failed',
      error,
    });
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'unconfirmed' });
    await fake.until(() => fake.papers.length === 1);
  });

  test('is found as one that says nothing, unless its maker is known for printers that answer', async () => {
    const fake = await fakePrinter(fakeSilent);
    const identity = await identifyPrinter(tcpTransport(fake));
    expect(identity).toMatchObject({ saysNothing: true, answered: null, maker: null });
    expect(identity.status).toMatchObject({ state: 'offline', cause: 'timed_out' });
    const profileOf = (model: string | null, vendorId: number | null) =>
      profileFor({ ...identity, model, vendorId });
    expect(profileOf(null, null)).toBe('silent-80');
    expect(profileOf('POS-58', null)).toBe('silent-58');
    expect(profileOf(null, 0x04b8)).toBe('epson-80');
    // It prints nothing of what it was asked.
    expect([fake.papers, fake.unfinished]).toEqual([[], []]);
    const answering = await fakePrinter({});
    expect((await identifyPrinter(tcpTransport(answering))).saysNothing).toBe(false);
  });
});

describe('a clone that answers some questions and not others', () => {
  async function clone(answersStatus: readonly number[]) {
    const fake = await fakePrinter({ ...fakeSilent, answersStatus });
    const times = { answer: 300, watch: 100, proofPerByte: 0, grace: 200, pause: 50, longestPause: 200 };
    const printer = new LinePrinter(tcpTransport(fake), dialects.generic, 0, times);
    onTestFinished(() => printer.close());
    return { fake, printer };
  }

  test('is believed in what it answers', async () => {
    const { fake, printer } = await clone([1, 4]);
    await expect.poll(() => printer.status).toEqual({ state: 'ready', cause: null, detail: null });
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'unconfirmed' });
    expect(fake.papers.map(({ lines }) => lines)).toEqual([paper]);
    fake.become({ paper: 'low' });
    await expect.poll(() => printer.status.cause).toBe('paper_low');
    fake.become({ paper: 'out' });
    await expect.poll(() => printer.status.cause).toBe('paper_out');
    // What keeps it offline it doesn't say.
    fake.become({ paper: 'enough', coverOpen: true });
    await expect.poll(() => printer.status.cause).toBe('not_ready');
    fake.become({ coverOpen: false, hung: true });
    await expect.poll(() => printer.status.cause).toBe('timed_out');
  });

  test('is told as one that can’t be asked where it says nothing of its paper', async () => {
    const { fake, printer } = await clone([1]);
    await expect.poll(() => printer.status).toMatchObject(cannotTell);
    expect(await printer.print(ticket, allow)).toEqual({ kind: 'unconfirmed' });
    fake.become({ paper: 'out' });
    await expect.poll(() => printer.status.cause).toBe('not_ready');
  });
});
