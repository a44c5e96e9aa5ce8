import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { openStore, query } from '../../electron/store/store';
import { buildProgram } from '../support/build-program';
import { temporaryFolder } from '../support/temporary-store';

interface Acknowledged {
  readonly ticketId: number;
  readonly token: string;
}

/** Runs the issuing program on a database file and kills it once it has acknowledged so many tickets. */
async function issueUntilKilled(program: string, file: string, count: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: Acknowledged[] = [];
  const ended = once(child, 'close');
  // Lines that were written before the kill and arrive after it are acknowledged too.
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.endsWith('}')) acknowledged.push(JSON.parse(line));
    if (acknowledged.length === count) child.kill('SIGKILL');
  }
  expect(await ended).toEqual([null, 'SIGKILL']);
  return acknowledged;
}

test('killed twenty times while issuing, every acknowledged ticket is there and no number is given twice', async () => {
  const program = await buildProgram('test/faults/issuing-program.ts');
  const file = join(temporaryFolder(), 'antre.sqlite');
  const acknowledged: Acknowledged[] = [];
  for (let round = 0; round < 20; round += 1) {
    acknowledged.push(...(await issueUntilKilled(program, file, 1 + ((round * 7) % 40))));
  }

  const store = openStore(file);
  const tickets = store.all(query.selectFrom('tickets').selectAll().orderBy('id'));
  const tokens = new Map(tickets.map((ticket) => [ticket.id, ticket.token]));
  for (const { ticketId, token } of acknowledged) expect(tokens.get(ticketId)).toBe(token);

  const numbers = new Map<string, number[]>();
  for (const { businessDate, prefix, sequence } of tickets) {
    const key = `${businessDate} ${prefix}`;
    numbers.set(key, [...(numbers.get(key) ?? []), sequence]);
  }
  for (const [key, given] of numbers) {
    expect([key, given]).toEqual([key, given.map((_, index) => index + 1)]);
  }
  expect(
    store
      .all(query.selectFrom('number_sequences').selectAll())
      .map(({ businessDate, prefix, lastNumber }) => [`${businessDate} ${prefix}`, lastNumber]),
  ).toEqual([...numbers].sort().map(([key, given]) => [key, given.length]));

  // A ticket is whole or not there: its step, event, paper and remembered answer came with it.
  const ids = tickets.map((ticket) => ticket.id);
  const ticketIds = (table: 'steps' | 'events' | 'print_jobs') =>
    store.all(query.selectFrom(table).select('ticketId').orderBy('ticketId')).map((row) => row.ticketId);
  expect(ticketIds('steps')).toEqual(ids);
  expect(ticketIds('events')).toEqual(ids);
  expect(ticketIds('print_jobs')).toEqual(ids);
  expect(store.all(query.selectFrom('idempotency_keys').select('key'))).toHaveLength(ids.length);
  store.close();
});
