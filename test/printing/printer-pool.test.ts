import { expect, onTestFinished, test } from 'vitest';
import type { Log } from '../../electron/log';
import { type ChosenPrinter, PrinterPool } from '../../electron/printing/printer-pool';
import { startFakePrinter } from '../../native/printer/testing/fake-printer';
import { keptPrinter } from '../support/chosen-printers';

async function fakePrinter() {
  const fake = await startFakePrinter();
  onTestFinished(() => fake.close());
  return fake;
}

function poolOf(chosen: () => readonly ChosenPrinter[], onChange: () => unknown) {
  const lines: string[] = [];
  const write = (...said: readonly unknown[]) => void lines.push(String(said.at(-1)));
  const log: Log = { debug: write, info: write, warn: write, error: write };
  const pool = new PrinterPool({
    log,
    chosen,
    usual: () => {
      throw new Error('nothing is set from outside');
    },
    target: null,
    mayHoldTicket: false,
    onChange,
  });
  onTestFinished(() => pool.stop());
  return { pool, lines };
}

test('a printer whose state flickers is told of now and then, and as it is in the end', async () => {
  const fake = await fakePrinter();
  const { name, target, profile } = keptPrinter(fake);
  const told: (string | undefined)[] = [];
  const { pool, lines } = poolOf(
    () => [{ printerId: 1, name, target, profile }],
    () => told.push(pool.all[0]?.printer.status.state),
  );
  await expect.poll(() => pool.status.state).toBe('ready');
  let flips = 0;
  pool.all[0]?.printer.onStatus(() => {
    flips += 1;
  });
  for (let round = 0; round < 5000; round += 1) {
    fake.become({ paper: round % 2 === 0 ? 'low' : 'enough' });
    if (round % 100 === 0) await new Promise(setImmediate);
  }
  fake.become({ paper: 'out' });
  await expect.poll(() => told.at(-1)).toBe('paper_out');
  expect(flips).toBeGreaterThan(1000);
  expect(told.length).toBeLessThan(flips / 20);
  expect(lines.length).toBeLessThan(flips / 20);
  expect(pool.choose()).toBeUndefined();
});

test('whoever hears of a change and fails breaks neither the printer’s session nor the exchange of printers', async () => {
  const [first, second] = [await fakePrinter(), await fakePrinter()];
  let chosen = [first].map((fake, index) => ({ printerId: index, ...keptPrinter(fake) }));
  const { pool, lines } = poolOf(
    () => chosen,
    () => {
      throw new Error('the disk is full');
    },
  );
  await expect.poll(() => pool.status.state).toBe('ready');
  for (const fake of [second, first, second]) {
    chosen = [{ printerId: 1, ...keptPrinter(fake) }];
    pool.refresh();
    await expect.poll(() => pool.all.map(({ target }) => target)).toEqual([chosen[0]?.target]);
    await expect.poll(() => pool.status.state).toBe('ready');
  }
  expect(lines).toContain('what a printer says could not be told');
});
