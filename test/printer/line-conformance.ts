import { deepEqual, equal, notEqual, ok } from 'node:assert/strict';
import type { DialectName } from '../../electron/contract/printer-profile';
import { type PrinterProof, printerProofs } from '../../electron/contract/printer-status';
import { dialects } from '../../native/printer/dialects/dialects';
import { encodeTicket } from '../../native/printer/encode-ticket';
import type { LinePrinter } from '../../native/printer/line-printer';
import type { PrintOutcome } from '../../native/printer/printer';
import { fakeDialects } from '../../native/printer/testing/dialects/fake-dialects';
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

/** What every printer must do, whatever way leads to it and whatever dialect it speaks: one thing each. */
export interface ConformanceCase {
  readonly name: string;
  /** What kind of printer it is tried with. */
  readonly nature: Partial<FakeNature>;
  /** `printer` is a new one, which leads to `fake` and has found it ready. */
  run(fake: FakePrinter, printer: LinePrinter): Promise<void>;
}

const allow = () => true;
const whole = { lines: ['A-001', 'two', 'three'], cut: true };
const unproved: Partial<FakeNature> = { answersFunctionH: false, answersGsR: false };
const provedBy: Readonly<Record<PrinterProof, Partial<FakeNature>>> = {
  function_h: { answersFunctionH: true },
  gs_r: { answersFunctionH: false, answersGsR: true },
};

/** The papers that come out from now on. */
function papersOf(fake: FakePrinter): () => { lines: readonly string[]; cut: boolean }[] {
  const before = fake.papers.length;
  return () => fake.papers.slice(before).map(({ lines, cut }) => ({ lines, cut }));
}

function becomes(printer: LinePrinter, state: string): Promise<true> {
  return until(`the printer is ${state}`, () => printer.status.state === state);
}

/** Switches a printer off and on that can't be told to leave an error. */
async function restart(fake: FakePrinter, printer: LinePrinter): Promise<void> {
  fake.unplug();
  await becomes(printer, 'offline');
  await fake.plug();
}

/** What a printer of that dialect must do, as far as the dialect can tell and prove anything. */
export function lineConformance(name: DialectName): readonly ConformanceCase[] {
  const dialect = dialects[name];
  const nature = fakeDialects[name];
  const proofs = printerProofs.filter((proof) => proof in dialect.proofs);
  const [best] = proofs;
  const atBest: PrintOutcome = best ? { kind: 'printed', proof: best } : { kind: 'unconfirmed' };
  // Else what broke off comes out later, and is a ticket too many.
  const isCleared = dialect.clear !== null && nature.clearsOnRequest;

  const prints = (by: string, its: Partial<FakeNature>, outcome: PrintOutcome): ConformanceCase => ({
    name: `prints a ticket, proved by ${by}`,
    nature: { ...nature, ...its },
    async run(fake, printer) {
      const papers = papersOf(fake);
      deepEqual(await printer.print(conformanceTicket, allow), outcome);
      await until('the ticket is out', () => papers().length > 0);
      deepEqual(papers(), [whole]);
    },
  });
  const always: readonly ConformanceCase[] = [
    ...proofs.map((proof) => prints(proof, provedBy[proof], { kind: 'printed', proof })),
    prints('nothing but that it is well', unproved, { kind: 'unconfirmed' }),
    {
      name: 'sends nothing where the ticket is withdrawn before its first byte',
      nature,
      async run(fake, printer) {
        const papers = papersOf(fake);
        deepEqual(await printer.print(conformanceTicket, () => false), {
          kind: 'not_sent',
          reason: 'withdrawn',
        });
        deepEqual(await printer.print(conformanceTicket, allow), atBest);
        await until('the ticket is out', () => papers().length > 0);
        deepEqual(papers(), [whole]);
      },
    },
  ];
  const whereItTells: readonly ConformanceCase[] = [
    {
      name: 'tells each condition of the printer, and when it is over',
      nature,
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
        if (!dialect.recover) await restart(fake, printer);
        await becomes(printer, 'ready');
      },
    },
    {
      name: 'sends nothing while the printer is not well',
      nature,
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
      name: 'does not know where the paper ends in the middle; a ghost comes out later only where nothing clears it',
      nature,
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
        deepEqual(await printer.print(conformanceTicket, allow), atBest);
        deepEqual(papers(), [isCleared ? { lines: ['A-001', 'two'], cut: false } : whole, whole]);
      },
    },
    {
      name: 'ends a ticket under way as uncertain when it is let go of',
      nature,
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
  const whereItPushes: ConformanceCase = {
    name: 'tells conditions also where no status blocks are pushed',
    nature: { ...nature, answersAutomaticStatus: false },
    async run(fake, printer) {
      fake.become({ coverOpen: true });
      await becomes(printer, 'cover_open');
      fake.become({ coverOpen: false });
      await becomes(printer, 'ready');
    },
  };
  const whereItProves: ConformanceCase = {
    name: 'does not know where the printer stalls though it says that it is well',
    nature,
    async run(fake, printer) {
      const papers = papersOf(fake);
      const cleared = fake.cleared;
      // By now it is known what the printer can prove.
      deepEqual(await printer.print(conformanceTicket, allow), atBest);
      fake.become({ stalled: true });
      deepEqual(await printer.print(conformanceTicket, allow), {
        kind: 'uncertain',
        reason: 'no proof in time',
      });
      equal(fake.cleared, isCleared ? cleared + 1 : cleared);
      fake.become({ stalled: false });
      await becomes(printer, 'ready');
      deepEqual(papers(), isCleared ? [whole] : [whole, whole]);
    },
  };
  const whereAByteProves: ConformanceCase = {
    name: 'takes no bytes for a proof that may be noise',
    nature: { ...nature, ...provedBy.gs_r },
    async run(fake, printer) {
      deepEqual(await printer.print(conformanceTicket, allow), { kind: 'printed', proof: 'gs_r' });
      fake.behave({ garbage: true });
      deepEqual(await printer.print(conformanceTicket, allow), { kind: 'unconfirmed' });
      fake.become({ stalled: true });
      notEqual((await printer.print(conformanceTicket, allow)).kind, 'printed');
    },
  };
  return [
    ...always,
    ...(dialect.questions.length > 0 ? whereItTells : []),
    ...(dialect.watch ? [whereItPushes] : []),
    ...(best ? [whereItProves] : []),
    ...('gs_r' in dialect.proofs ? [whereAByteProves] : []),
  ];
}
