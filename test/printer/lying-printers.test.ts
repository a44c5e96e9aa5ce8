import { expect, onTestFinished, test } from 'vitest';
import { dialects } from '../../native/printer/dialects/dialects';
import { LinePrinter } from '../../native/printer/line-printer';
import { tcpTransport } from '../../native/printer/tcp-transport';
import type { FakeCondition, FakeNature } from '../../native/printer/testing/fake-nature';
import { startFakePrinter } from '../../native/printer/testing/fake-printer';
import { conformanceTicket as ticket } from './line-conformance';

const times = {
  answer: 1500,
  watch: 150,
  proof: 2500,
  proofPerByte: 0,
  grace: 800,
  recover: 300,
  pause: 50,
  longestPause: 200,
};
const patience = { answer: 60_000, proof: 60_000 };
const honest: Partial<FakeNature> = {
  lies: false,
  floods: 'no',
  reads: true,
  closesAfterByte: false,
  answerBytesPerSecond: Number.POSITIVE_INFINITY,
  halfReplies: false,
  garbage: false,
};
const mended: Partial<FakeCondition> = { paper: 'enough', stalled: false, hung: false };
const well = 'ready null';
const notSent = { kind: 'not_sent', reason: 'not_ready' };
const byFunctionH = { kind: 'printed', proof: 'function_h' };

interface Liar {
  readonly name: string;
  readonly nature: Partial<FakeNature>;
  readonly condition?: Partial<FakeCondition>;
  /** What answers late is waited for, so that only what it says decides. */
  readonly patience?: { readonly answer: number; readonly proof: number };
  /** The state and cause that it is told as. */
  readonly told: string;
  readonly outcome: object;
  /** How many whole tickets lie there then. */
  readonly papers: number;
}

const liars: readonly Liar[] = [
  {
    name: 'says that all is well while it has no paper: its ticket counts as unconfirmed, never as printed',
    nature: { lies: true },
    condition: { paper: 'out' },
    told: well,
    outcome: { kind: 'unconfirmed' },
    papers: 0,
  },
  {
    name: 'floods the line with letters between its answers',
    nature: { floods: 'letters' },
    patience,
    told: well,
    // The proof may come in time behind all that, or not.
    outcome: { kind: expect.stringMatching(/^(printed|unconfirmed)$/) },
    papers: 1,
  },
  {
    name: 'floods the line with answers to questions that nobody asked',
    nature: { floods: 'answers' },
    patience,
    told: well,
    // The proof may come in time behind all that, or not.
    outcome: { kind: expect.stringMatching(/^(printed|unconfirmed)$/) },
    papers: 1,
  },
  {
    name: 'answers garbage around its answers: the exact one proves',
    nature: { garbage: true },
    told: well,
    outcome: byFunctionH,
    papers: 1,
  },
  {
    name: 'gives half of each answer: what is left proves nothing',
    nature: { halfReplies: true, answersGsR: false },
    told: well,
    outcome: { kind: 'unconfirmed' },
    papers: 1,
  },
  {
    name: 'drips one byte a second',
    nature: { answerBytesPerSecond: 1 },
    told: 'offline timed_out',
    outcome: notSent,
    papers: 0,
  },
  {
    name: 'never reads',
    nature: { reads: false },
    told: 'offline timed_out',
    outcome: notSent,
    papers: 0,
  },
  {
    name: 'closes the line after one byte of an answer',
    nature: { closesAfterByte: true },
    told: 'offline timed_out',
    outcome: notSent,
    papers: 0,
  },
];

test.each(liars)('a printer that $name; once it is honest it prints', async (liar) => {
  const fake = await startFakePrinter({ nature: liar.nature });
  if (liar.condition) fake.become(liar.condition);
  const printer = new LinePrinter(tcpTransport(fake), dialects.epson, 0, { ...times, ...liar.patience });
  onTestFinished(async () => {
    await printer.close();
    await fake.close();
  });
  await expect.poll(() => `${printer.status.state} ${printer.status.cause}`).toBe(liar.told);
  expect(await printer.print(ticket, () => true)).toMatchObject(liar.outcome);
  await fake.until(() => fake.papers.filter(({ cut }) => cut).length >= liar.papers);
  expect(fake.papers.filter(({ cut }) => cut).length).toBe(liar.papers);
  if (printer.status.state === 'offline') expect(printer.status.detail).toMatch(/\.$/);

  fake.behave(honest);
  fake.become(mended);
  // What it was sent before and kept comes out first.
  await fake.until(() => fake.waitingBytes === 0);
  const before = fake.papers.length;
  await expect
    .poll(async () => (await printer.print(ticket, () => true)).kind)
    .toMatch(/^(printed|unconfirmed)$/);
  expect(fake.papers.slice(before).every(({ lines }) => lines.join() === 'A-001,two,three')).toBe(true);
});

test('a printer that stops reading in the middle of a ticket ends it as uncertain, in bounded time', async () => {
  const fake = await startFakePrinter();
  const printer = new LinePrinter(tcpTransport(fake), dialects.epson, 0, times);
  onTestFinished(async () => {
    await printer.close();
    await fake.close();
  });
  await expect.poll(() => printer.status.state).toBe('ready');
  // More than the system keeps for a line that nobody reads.
  const long = Buffer.concat([ticket, Buffer.alloc(12_000_000)]);
  const outcome = await printer.print(long, () => {
    fake.behave({ reads: false });
    return true;
  });
  expect(outcome).toEqual({ kind: 'uncertain', reason: 'the line failed: timed_out' });
  fake.behave({ reads: true });
  await expect.poll(() => printer.status.state).toBe('ready');
});
