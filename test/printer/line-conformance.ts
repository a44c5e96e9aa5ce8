import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import { encodeTicket } from '../../native/printer/encode-ticket';
import type { LinePrinter } from '../../native/printer/line-printer';
import type { FakeNature } from '../../native/printer/testing/fake-nature';
import type { FakePrinter } from '../../native/printer/testing/fake-printer';
import { until } from '../support/until';

export const conformanceTicket = encodeTicket(
  [
    { kind: 'text', text: 'A-001', size: 'double', align: 'center' },
    { kind: 'text', text: 'two', size: 'normal', align: 'left' },
    { kind: 'text', text: 'three', size: 'normal', align: 'left' },
  ],
  { width: 576, qr: 'native', graphics: true, codePage: 'pc858', cutter: 'partial' },
);

/** What every way to a printer that answers must do: one thing each. */
export interface ConformanceCase {
  readonly name: string;
  /** What kind of printer it is tried with. */
  readonly nature: Partial<FakeNature>;
  /** `printer` is a new one, which leads to `fake` and has found it ready. */
  run(fake: FakePrinter, printer: LinePrinter): Promise<void>;
}

const allow = () => true;
const whole = { lines: ['A-001', 'two', 'three'], cut: true };

/** The papers that come out from now on. */
function papersOf(fake: FakePrinter): () => { lines: readonly string[]; cut: boolean }[] {
  const before = fake.papers.length;
  return () => fake.papers.slice(before).map(({ lines, cut }) => ({ lines, cut }));
}

function becomes(printer: LinePrinter, state: string): Promise<true> {
  return until(`the printer is ${state}`, () => printer.status.state === state);
}

const proofs = [
  ['GS ( H', {}, { kind: 'printed', proof: 'function_h' }],
  ['GS r', { answersFunctionH: false }, { kind: 'printed', proof: 'gs_r' }],
  ['nothing but its status', { answersFunctionH: false, answersGsR: false }, { kind: 'unconfirmed' }],
] as const;

export const lineConformance: readonly ConformanceCase[] = [
  {
    name: 'tells each condition of the printer, and when it is over',
    nature: {},
    async run(fake, printer) {
      fake.become({ paper: 'low' });
      await becomes(printer, 'paper_low');
      fake.become({ paper: 'out' });
      await becomes(printer, 'paper_out');
      fake.become({ coverOpen: true });
      await becomes(printer, 'cover_open');
      fake.become({ coverOpen: false, paper: 'enough', cutterJammed: true });
      await becomes(printer, 'error');
      equal(printer.status.detail, 'Pemotong kertas macet.');
      fake.become({ cutterJammed: false, hung: true });
      await becomes(printer, 'offline');
      fake.become({ hung: false });
      await becomes(printer, 'ready');
    },
  },
  {
    name: 'tells conditions also where no status blocks are pushed',
    nature: { answersAutomaticStatus: false },
    async run(fake, printer) {
      fake.become({ coverOpen: true });
      await becomes(printer, 'cover_open');
      fake.become({ coverOpen: false });
      await becomes(printer, 'ready');
    },
  },
  ...proofs.map(([proof, nature, outcome]) => ({
    name: `prints a ticket, proved by ${proof}`,
    nature,
    async run(fake: FakePrinter, printer: LinePrinter) {
      const papers = papersOf(fake);
      deepEqual(await printer.print(conformanceTicket, allow), outcome);
      await until('the ticket is out', () => papers().length > 0);
      deepEqual(papers(), [whole]);
    },
  })),
  {
    name: 'sends nothing where the ticket is withdrawn before its first byte',
    nature: {},
    async run(fake, printer) {
      const papers = papersOf(fake);
      deepEqual(await printer.print(conformanceTicket, () => false), {
        kind: 'not_sent',
        reason: 'withdrawn',
      });
      deepEqual(await printer.print(conformanceTicket, allow), { kind: 'printed', proof: 'function_h' });
      deepEqual(papers(), [whole]);
    },
  },
  {
    name: 'sends nothing while the printer is not well',
    nature: {},
    async run(fake, printer) {
      const papers = papersOf(fake);
      // Not even where the change was never pushed: it is asked right before.
      fake.behave({ answersAutomaticStatus: false });
      fake.become({ paper: 'out' });
      deepEqual(await printer.print(conformanceTicket, allow), { kind: 'not_sent', reason: 'not_ready' });
      fake.become({ paper: 'enough' });
      await becomes(printer, 'ready');
      deepEqual(papers(), []);
    },
  },
  {
    name: 'does not know where the paper ends in the middle; no ghost comes out later',
    nature: {},
    async run(fake, printer) {
      const papers = papersOf(fake);
      fake.runOutAfterLines(2);
      deepEqual(await printer.print(conformanceTicket, allow), {
        kind: 'uncertain',
        reason: 'the printer stopped: paper_out',
      });
      await becomes(printer, 'paper_out');
      fake.become({ paper: 'enough' });
      await becomes(printer, 'ready');
      deepEqual(await printer.print(conformanceTicket, allow), { kind: 'printed', proof: 'function_h' });
      deepEqual(papers(), [{ lines: ['A-001', 'two'], cut: false }, whole]);
    },
  },
  {
    name: 'does not know where the printer stalls though it says that it is well',
    nature: {},
    async run(fake, printer) {
      const papers = papersOf(fake);
      const cleared = fake.cleared;
      // By now it is known what the printer can prove.
      deepEqual(await printer.print(conformanceTicket, allow), { kind: 'printed', proof: 'function_h' });
      fake.become({ stalled: true });
      deepEqual(await printer.print(conformanceTicket, allow), {
        kind: 'uncertain',
        reason: 'no proof in time',
      });
      equal(fake.cleared, cleared + 1);
      fake.become({ stalled: false });
      await becomes(printer, 'ready');
      deepEqual(papers(), [whole]);
    },
  },
  {
    name: 'takes no bytes for a proof that may be noise',
    nature: { answersFunctionH: false },
    async run(fake, printer) {
      deepEqual(await printer.print(conformanceTicket, allow), { kind: 'printed', proof: 'gs_r' });
      fake.behave({ garbage: true });
      deepEqual(await printer.print(conformanceTicket, allow), { kind: 'unconfirmed' });
      fake.become({ stalled: true });
      notEqual((await printer.print(conformanceTicket, allow)).kind, 'printed');
    },
  },
  {
    name: 'ends a ticket under way as uncertain when it is let go of',
    nature: {},
    async run(fake, printer) {
      fake.become({ stalled: true });
      let begun = false;
      const printing = printer.print(conformanceTicket, () => {
        begun = true;
        return true;
      });
      await until('the ticket is begun', () => begun);
      await printer.close();
      equal((await printing).kind, 'uncertain');
      ok(printer.status.state === 'offline');
    },
  },
];
