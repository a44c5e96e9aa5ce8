import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { benchFolder } from './run-headless.mjs';

/** The tables that one ticket writes to, in the order of their dependence. */
const ticketTables = ['tickets', 'steps', 'events', 'print_jobs'];

/**
 * What the same work costs at least: the very rows that Antre writes for it, committed by bare better-sqlite3 to the same
 * disk, one transaction each, in a database of the same shape. `antre` has stopped or is idle meanwhile.
 */
export class Floor {
  #folder = benchFolder();
  #database = new Database(join(this.#folder, 'floor.sqlite'));
  #templates;
  #statements;
  #issue;
  #serve;
  #ids;
  #made = 0;

  /** From a running or stopped Antre's database, in which there are tickets already. */
  constructor(file) {
    const source = new Database(file, { readonly: true });
    const target = this.#database;
    for (const pragma of ['journal_mode = WAL', 'synchronous = FULL', 'foreign_keys = OFF'])
      target.pragma(pragma);
    const schema = source
      .prepare("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'")
      .all();
    for (const { sql } of schema) target.exec(sql);
    for (const { name } of schema.filter(({ type }) => type === 'table')) copy(source, target, name);
    this.#statements = Object.fromEntries(
      [...ticketTables, 'idempotency_keys', 'calls', 'audit'].map((table) => [
        table,
        insertion(source, target, table),
      ]),
    );
    const maximum = (table) => source.prepare(`SELECT max(id) FROM ${table}`).pluck().get() ?? 0;
    this.#ids = Object.fromEntries(ticketTables.map((table) => [table, maximum(table)]));
    const rowsOf = (table, id) =>
      source.prepare(`SELECT * FROM ${table} WHERE ${table === 'tickets' ? 'id' : 'ticketId'} = ?`).get(id);
    const key = source.prepare('SELECT * FROM idempotency_keys WHERE status = 201 LIMIT 1').get();
    this.#templates = source
      .prepare('SELECT id FROM tickets ORDER BY id LIMIT 200')
      .pluck()
      .all()
      .map((id) => ({
        ...Object.fromEntries(ticketTables.map((table) => [table, rowsOf(table, id)])),
        idempotency_keys: key,
      }));
    source.close();
    target.pragma('foreign_keys = ON');
    target.pragma('wal_checkpoint(TRUNCATE)');
    this.#prepare(target);
  }

  /** Milliseconds of so many tickets, each given in one transaction. */
  issue(count) {
    return this.#timed(count, this.#issue);
  }

  /** Milliseconds of so many visitors called and finished, each verb in one transaction. */
  callAndFinish(count) {
    return this.#timed(count, this.#serve);
  }

  close() {
    this.#database.close();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #timed(count, work) {
    const times = [];
    const cpu = process.cpuUsage();
    for (let at = 0; at < count; at += 1) {
      const startedAt = performance.now();
      work();
      times.push(performance.now() - startedAt);
    }
    const { user, system } = process.cpuUsage(cpu);
    return { times, cpuMs: (user + system) / 1000 };
  }

  #prepare(target) {
    const number = target.prepare(
      'UPDATE number_sequences SET lastNumber = lastNumber + 1 WHERE businessDate = ? AND prefix = ?',
    );
    const insert = this.#statements;
    const issue = target.transaction(() => {
      this.#made += 1;
      const template = this.#templates[this.#made % this.#templates.length];
      const { tickets } = template;
      number.run(tickets.businessDate, tickets.prefix);
      const ids = this.#ids;
      for (const table of ticketTables) ids[table] += 1;
      const ticketId = ids.tickets;
      insert.tickets.run({
        ...tickets,
        id: ticketId,
        token: randomUUID(),
        sequence: 10_000 + this.#made,
        stepId: ids.steps,
        status: 'waiting',
      });
      for (const table of ticketTables.slice(1)) {
        if (template[table]) insert[table].run({ ...template[table], id: ids[table], ticketId });
      }
      insert.idempotency_keys.run({ ...template.idempotency_keys, key: randomUUID() });
    });
    this.#issue = () => issue.immediate();
    this.#prepareServing(target);
  }

  #prepareServing(target) {
    const insert = this.#statements;
    const desk = target.prepare('SELECT id, counterId FROM desks LIMIT 1').get();
    const set = (sql) => target.prepare(sql);
    const ticketStatus = set('UPDATE tickets SET status = ?, endedAt = ? WHERE id = ?');
    const called = set(
      "UPDATE steps SET status = 'called', deskId = ?, calledAt = ?, recalls = 0 WHERE ticketId = ?",
    );
    const done = set("UPDATE steps SET status = 'done', endedAt = ? WHERE ticketId = ?");
    let sequence = target.prepare('SELECT max(sequence) FROM calls').pluck().get() ?? 0;
    let served = 0;
    const waiting = target.prepare(
      "SELECT id FROM tickets WHERE status IN ('printing', 'waiting') AND id > ? ORDER BY id LIMIT 1",
    );
    const wrote = (kind, ticketId, at) => {
      const [template] = this.#templates;
      this.#ids.events += 1;
      insert.events.run({ ...template.events, id: this.#ids.events, kind, ticketId, deskId: desk.id, at });
      insert.audit.run({
        id: null,
        at,
        userId: null,
        actor: 'user:1',
        action: kind,
        subject: `desk:${desk.id}`,
        beforeJson: null,
        afterJson: JSON.stringify({ ticketId }),
      });
      insert.idempotency_keys.run({ ...template.idempotency_keys, key: randomUUID(), createdAt: at });
    };
    const call = target.transaction((ticketId, at) => {
      ticketStatus.run('called', null, ticketId);
      called.run(desk.id, at, ticketId);
      sequence += 1;
      insert.calls.run({
        sequence,
        at,
        businessDate: this.#templates[0].tickets.businessDate,
        ticketId,
        deskId: desk.id,
        counterId: desk.counterId,
        number: 'A-001',
        language: 'id',
        recall: 0,
      });
      wrote('called', ticketId, at);
    });
    const finish = target.transaction((ticketId, at) => {
      ticketStatus.run('done', at, ticketId);
      done.run(at, ticketId);
      wrote('finished', ticketId, at);
    });
    this.#serve = () => {
      served = waiting.get(served)?.id ?? served;
      call.immediate(served, Date.now());
      finish.immediate(served, Date.now());
    };
  }
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
