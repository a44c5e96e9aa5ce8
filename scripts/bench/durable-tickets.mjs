import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import autocannon from 'autocannon';
import Database from 'better-sqlite3';
import { benchFolder, runHeadless } from './run-headless.mjs';

const inFlight = 32;
const warmUp = 500;
const measured = 5_000;
/** The tables that one ticket writes to, in the order of their dependence. */
const ticketTables = ['tickets', 'steps', 'events', 'print_jobs'];

/**
 * Durable tickets a second by HTTP, 32 at once, beside the floor: the very same rows committed by bare better-sqlite3,
 * one transaction a ticket, to the same disk, in the same run. Also memory before and after.
 */
export async function benchDurableTickets() {
  const antre = await runHeadless({ ANTRE_PRINTER: 'none' });
  const services = await openServices(antre.url);
  await issue(antre.url, services, warmUp);
  const memoryBefore = antre.residentMegabytes();
  const { rate, p99 } = await issue(antre.url, services, measured);
  const memoryAfter = antre.residentMegabytes();
  await antre.stop();
  const floor = commitSameRows(antre.database);
  antre.remove();

  const within = floor > 2_000 ? rate >= 1_000 : rate >= floor / 2;
  return [
    {
      what: 'durable tickets by HTTP, 32 at once',
      figure: `${Math.round(rate)}/s (p99 ${p99} ms; floor ${Math.round(floor)}/s, ratio ${(rate / floor).toFixed(2)})`,
      budget: '≥ half the floor, or ≥ 1000/s where it passes 2000/s',
      within,
    },
    {
      what: `memory, headless, after ${warmUp} and ${warmUp + measured} tickets`,
      figure:
        memoryAfter === null
          ? 'unknown here'
          : `${Math.round(memoryBefore)} and ${Math.round(memoryAfter)} MB`,
      budget: '≤ 200 MB',
      within: memoryAfter === null ? undefined : memoryAfter <= 200,
    },
  ];
}

async function openServices(url) {
  const counters = await (await fetch(`${url}/api/v1/counters`)).json();
  return counters
    .flatMap((counter) => counter.services)
    .filter((service) => service.status === 'open' && service.quotaLeft === null)
    .map((service) => service.id);
}

async function issue(url, services, amount) {
  let next = 0;
  const startedAt = performance.now();
  const result = await autocannon({
    url: `${url}/api/v1/tickets`,
    connections: inFlight,
    amount,
    requests: [
      {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        setupRequest: (request) => ({
          ...request,
          headers: { ...request.headers, 'idempotency-key': randomUUID() },
          body: JSON.stringify({ serviceId: services[next++ % services.length] }),
        }),
      },
    ],
  });
  const seconds = (performance.now() - startedAt) / 1000;
  if (result['2xx'] !== amount) throw new Error(`${result.non2xx} of ${amount} tickets were refused`);
  return { rate: amount / seconds, p99: result.latency.p99 };
}

/** Commits the rows of every ticket of this database again, to a new one; answers transactions a second. */
function commitSameRows(file) {
  const source = new Database(file, { readonly: true });
  const target = new Database(join(benchFolder(), 'floor.sqlite'));
  for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = OFF'])
    target.pragma(pragma);
  const schema = source
    .prepare("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
    .all();
  for (const { sql } of schema) target.exec(sql);
  for (const { name } of schema.filter(({ type }) => type === 'table')) {
    if (![...ticketTables, 'idempotency_keys'].includes(name)) copy(source, target, name);
  }
  target.pragma('foreign_keys = ON');

  const insertions = Object.fromEntries(
    [...ticketTables, 'idempotency_keys'].map((table) => [table, insertion(source, target, table)]),
  );
  const rowsOf = Object.fromEntries(
    ticketTables.map((table) => [
      table,
      source.prepare(`SELECT * FROM ${table} WHERE ${table === 'tickets' ? 'id' : 'ticketId'} = ?`),
    ]),
  );
  const keys = source.prepare('SELECT * FROM idempotency_keys').all();
  const transactions = source
    .prepare('SELECT id FROM tickets ORDER BY id')
    .pluck()
    .all()
    .map((id, at) => [
      ...ticketTables.flatMap((table) => rowsOf[table].all(id).map((row) => [table, row])),
      ...(keys[at] ? [['idempotency_keys', keys[at]]] : []),
    ]);
  const number = target.prepare('UPDATE number_sequences SET lastNumber = lastNumber + 1 WHERE prefix = ?');
  const commit = target.transaction((rows) => {
    number.run(rows[0][1].prefix);
    for (const [table, row] of rows) insertions[table].run(row);
  });

  for (const rows of transactions.slice(0, warmUp)) commit.immediate(rows);
  const startedAt = performance.now();
  for (const rows of transactions.slice(warmUp)) commit.immediate(rows);
  const seconds = (performance.now() - startedAt) / 1000;
  source.close();
  target.close();
  return (transactions.length - warmUp) / seconds;
}

function copy(source, target, table) {
  const insert = insertion(source, target, table);
  const rows = source.prepare(`SELECT * FROM ${table}`).all();
  target.transaction(() => {
    for (const row of rows) insert.run(row);
  })();
}

function insertion(source, target, table) {
  const columns = source.pragma(`table_info(${table})`).map(({ name }) => name);
  return target.prepare(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((name) => `@${name}`).join(', ')})`,
  );
}
