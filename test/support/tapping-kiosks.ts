import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { openStore, query } from '../../electron/store/store';
import type { FakePrinter } from '../../native/printer/testing/fake-printer';
import { numbersOn } from './numbers-on';

/** A kiosk with a printer of its own, and the numbers that were given there. */
export interface TappedKiosk {
  readonly printer: FakePrinter;
  readonly given: readonly string[];
}

/**
 * Waits until the hub with that data has nothing left to print, then expects that every number was given once and in
 * turn, and that its paper came out at the kiosk where it was tapped: once unmarked at most, else as a copy.
 */
export async function expectPapersWhereTapped(
  dataDir: string,
  kiosks: readonly TappedKiosk[],
  prefixes: readonly string[],
): Promise<void> {
  const store = openStore(join(dataDir, 'antre.sqlite'));
  onTestFinished(() => store.close());
  const open = query.selectFrom('print_jobs').select('id').where('endedAt', 'is', null);
  await expect.poll(() => store.all(open).length, { interval: 200 }).toBe(0);

  const given = kiosks.flatMap((kiosk) => kiosk.given);
  expect(new Set(given).size).toBe(given.length);
  // One after another from 1 in each prefix, whoever tapped.
  const tickets = store.all(query.selectFrom('tickets').select(['prefix', 'sequence', 'status', 'paper']));
  for (const prefix of prefixes) {
    const sequences = tickets.filter((each) => each.prefix === prefix).map(({ sequence }) => sequence);
    expect(sequences.sort((a, b) => a - b)).toEqual(sequences.map((_, index) => index + 1));
  }
  expect(new Set(tickets.map(({ status, paper }) => `${status} ${paper}`))).toEqual(
    new Set(['waiting printed']),
  );
  expect(new Set(tickets.map(({ prefix, sequence }) => numberOf(prefix, sequence)))).toEqual(new Set(given));

  for (const kiosk of kiosks) {
    const papers = numbersOn(kiosk.printer).filter((paper) => !paper.endsWith('half'));
    const unmarked = papers.filter((paper) => !paper.endsWith('SALINAN'));
    expect(new Set(unmarked).size).toBe(unmarked.length);
    expect(new Set(papers.map((paper) => paper.replace(' SALINAN', '')))).toEqual(new Set(kiosk.given));
  }
}

function numberOf(prefix: string, sequence: number): string {
  return `${prefix}-${String(sequence).padStart(3, '0')}`;
}
