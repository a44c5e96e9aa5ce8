import { sql } from 'kysely';
import { describe, expect, onTestFinished, test } from 'vitest';
import { PrintWorker } from '../../electron/printing/print-worker';
import type { PooledPrinter } from '../../electron/printing/printer-pool';
import { storedJobs } from '../../electron/printing/stored-jobs';
import { defaultProfile, ticketEncoder } from '../../electron/printing/ticket-encoder';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { query } from '../../electron/store/store';
import type { Printer } from '../../native/printer/printer';
import { readyStatus } from '../../native/printer/status';
import { numbersOn } from '../support/numbers-on';
import { type PrintHall, printHall } from '../support/print-hall';
import { until } from '../support/until';

const ready = (hall: PrintHall) => expect.poll(() => hall.printing().status().state).toBe('ready');

/** From now on the database refuses to write that state of a print job, as it does on a full disk; returns the way to end that. */
function refuseToWrite(hall: PrintHall, state: string): () => void {
  const name = sql.ref(`refuse_${state}`);
  hall.store.write((transaction) => {
    transaction.run({
      compile: () =>
        sql`CREATE TRIGGER ${name} BEFORE UPDATE ON print_jobs WHEN NEW.state = ${sql.lit(state)}
            BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END`.compile(query),
    });
  });
  return () => {
    hall.store.write((transaction) => {
      transaction.run({ compile: () => sql`DROP TRIGGER ${name}`.compile(query) });
    });
  };
}

describe('while the database takes nothing', () => {
  test('a paper that is out is neither printed again nor left in sending', async () => {
    const hall = await printHall();
    await ready(hall);
    const writeAgain = refuseToWrite(hall, 'printed');
    const first = hall.tap();
    await hall.fake.until(() => hall.fake.papers.length === 1);
    const second = hall.tap();
    await hall.fake.until(() => hall.fake.papers.length === 2);
    expect([first, second].map(({ ticketId }) => hall.job(ticketId).state)).toEqual(['sending', 'sending']);
    writeAgain();
    for (const { ticketId } of [first, second]) {
      await expect.poll(() => hall.ticket(ticketId)).toEqual({ status: 'waiting', paper: 'printed' });
      expect(hall.job(ticketId)).toEqual({ state: 'printed', copy: 0, attempts: 1, proof: 'function_h' });
    }
    expect(numbersOn(hall.fake)).toEqual(['A-001', 'A-002']);
  });

  test('a ticket of unknown fate is printed as a copy once that is written down, and not before', async () => {
    const hall = await printHall();
    await ready(hall);
    const writeAgain = refuseToWrite(hall, 'uncertain');
    hall.fake.dropLineAtCut();
    const { ticketId } = hall.tap();
    await hall.fake.until(() => hall.fake.papers.length === 1);
    await ready(hall);
    const next = hall.tap();
    await expect.poll(() => hall.ticket(next.ticketId).paper).toBe('printed');
    expect(hall.job(ticketId)).toMatchObject({ state: 'sending', copy: 0 });
    writeAgain();
    await expect.poll(() => hall.ticket(ticketId).paper).toBe('printed');
    expect(numbersOn(hall.fake)).toEqual(['A-001', 'A-002', 'A-001 SALINAN']);
  });

  test('nothing is sent, and the ticket is printed once, unmarked, when it does again', async () => {
    const hall = await printHall();
    await ready(hall);
    await hall.fake.until(() => hall.fake.waitingBytes === 0);
    const { accepted } = hall.fake;
    const writeAgain = refuseToWrite(hall, 'sending');
    const { ticketId } = hall.tap();
    // The status is asked before each try.
    const asked = hall.fake.receivedBytes;
    await hall.fake.until(() => hall.fake.receivedBytes > asked + 30);
    expect(hall.job(ticketId)).toMatchObject({ state: 'queued', attempts: 0 });
    expect(hall.fake.papers).toEqual([]);
    writeAgain();
    await expect.poll(() => hall.ticket(ticketId)).toEqual({ status: 'waiting', paper: 'printed' });
    expect(numbersOn(hall.fake)).toEqual(['A-001']);
    // The printer was never let go of.
    expect(hall.fake.accepted).toBe(accepted);
  });
});

test('a printer that refuses a ticket though it says that it is ready leaves it to the next', async () => {
  const hall = await printHall();
  await hall.printing().stop();
  const { ticketId } = hall.tap();
  const refused: string[] = [];
  const printed: string[] = [];
  const printer = (print: Printer['print']): Printer => ({
    status: readyStatus,
    onStatus: () => () => undefined,
    print,
    pulse: async () => true,
    close: async () => undefined,
  });
  const profile = defaultProfile(hall.hall().settings);
  const pooled = (name: string, print: Printer['print']): PooledPrinter => ({
    printerId: null,
    name,
    target: name,
    profile,
    printer: printer(print),
  });
  const pool = [
    pooled('first', async () => {
      refused.push('first');
      return { kind: 'not_sent', reason: 'not_ready' };
    }),
    pooled('second', async (_bytes, beforeFirstByte) => {
      expect(await beforeFirstByte()).toBe(true);
      printed.push('second');
      return { kind: 'unconfirmed' };
    }),
  ];
  const { store, clock, actionRunner } = hall;
  const worker = new PrintWorker({
    jobs: storedJobs({
      store,
      act: (action) => actionRunner.run({ kind: 'system' }, action),
      deviceId: builtInKioskId,
      encode: ticketEncoder({ store, clock, hall: hall.hall }),
    }),
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    choose: (besides) => pool.find((each) => !besides.has(each.printer)),
  });
  onTestFinished(() => worker.stop());
  await until('it is printed', () => hall.ticket(ticketId).paper === 'unconfirmed');
  expect([refused, printed]).toEqual([['first'], ['second']]);
});
