import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { MenuCounter } from '../../electron/contract/site';
import type { HolderTicket } from '../../electron/contract/tickets';
import { openStore, query } from '../../electron/store/store';
import { startFakePrinter } from '../../native/printer/testing/fake-printer';
import { type HeadlessAntre, launchHeadless } from '../support/headless-antre';
import { numbersOn } from '../support/numbers-on';

import { temporaryFolder } from '../support/temporary-store';

/** Taps from four hands at once until so many were answered, then pulls the plug; returns the numbers given. */
async function tapUntilKilled(antre: HeadlessAntre, serviceId: string, count: number, round: number) {
  const given: string[] = [];
  const answers: { readonly status: number; readonly number: unknown }[] = [];
  const hand = async (which: number) => {
    for (let tap = 0; ; tap += 1) {
      const answer = await fetch(`${antre.url}/api/v1/tickets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': `round-${round}-${which}-${tap}` },
        body: JSON.stringify({ serviceId }),
      });
      const { number } = (await answer.json()) as HolderTicket;
      answers.push({ status: answer.status, number });
      given.push(number);
      if (given.length === count) await antre.kill();
      if (given.length >= count) return;
    }
  };
  // A hand whose request the kill broke off has no answer, and so no number that anybody was promised.
  const hands = await Promise.allSettled([0, 1, 2, 3].map(hand));
  const brokenOff = hands.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(brokenOff).toEqual(brokenOff.map(() => expect.any(TypeError)));
  expect(answers).toEqual(answers.map(() => ({ status: 201, number: expect.stringMatching(/^A-\d+$/) })));
  expect(given.length).toBeGreaterThanOrEqual(count);
  return given;
}

// After nine kills each moment was met once.
for (const { times, tags } of [
  { times: 9, tags: [] },
  { times: 20, tags: ['long'] },
]) {
  test(`killed ${times} times with papers on their way, every number given comes out, and twice only as a copy`, {
    tags,
  }, async () => {
    const printer = await startFakePrinter();
    onTestFinished(() => printer.close());
    const dataDir = temporaryFolder();
    const antre = await launchHeadless(dataDir, `tcp://${printer.host}:${printer.port}`);
    const menu = (await (await fetch(`${antre.url}/api/v1/counters`)).json()) as MenuCounter[];
    const serviceId = menu.find(({ code }) => code === 'A')?.services[0]?.id ?? '';

    const given: string[] = [];
    for (let round = 0; round < times; round += 1) {
      given.push(...(await tapUntilKilled(antre, serviceId, 2 + ((round * 5) % 9), round)));
      await antre.start();
    }
    expect(new Set(given).size).toBe(given.length);

    const store = openStore(join(dataDir, 'antre.sqlite'));
    onTestFinished(() => store.close());
    const open = query.selectFrom('print_jobs').select('id').where('endedAt', 'is', null);
    await expect.poll(() => store.all(open)).toEqual([]);
    const tickets = store.all(query.selectFrom('tickets').select(['prefix', 'sequence', 'status', 'paper']));
    expect(tickets.map(({ status, paper }) => `${status} ${paper}`)).toEqual(
      tickets.map(() => 'waiting printed'),
    );

    const papers = numbersOn(printer).filter((paper) => !paper.endsWith('half'));
    const unmarked = papers.filter((paper) => !paper.endsWith('SALINAN'));
    expect(new Set(unmarked).size).toBe(unmarked.length);
    expect(new Set(papers.map((paper) => paper.replace(' SALINAN', '')))).toEqual(
      new Set(tickets.map(({ prefix, sequence }) => `${prefix}-${String(sequence).padStart(3, '0')}`)),
    );
    expect(papers).toEqual(expect.arrayContaining(given.map((number) => expect.stringContaining(number))));
  });
}
