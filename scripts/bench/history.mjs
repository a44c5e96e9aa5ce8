import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { ask } from '../requests.ts';
import { median, runHeadless } from './run-headless.mjs';

const ticketsOfHistory = 2_000_000;
const ticketsADay = 1_600;
const rounds = 300;
const warmUp = 30;
const allowed = 1.05;

/**
 * Issuing and call-next by HTTP with five years of history (2 million tickets), beside an empty database in the same
 * run, turn by turn, so that whatever else the machine does slows both.
 */
export async function benchHistory() {
  const empty = await openHall(0);
  const old = await openHall(ticketsOfHistory);
  const times = { issue: { empty: [], old: [] }, callNext: { empty: [], old: [] } };
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const [name, hall] of round % 2 === 0
      ? [
          ['empty', empty],
          ['old', old],
        ]
      : [
          ['old', old],
          ['empty', empty],
        ]) {
      const issue = await timed(() => hall.post('/walk-ins', { serviceId: hall.desk.serviceIds[0] }));
      const callNext = await timed(() => hall.post(`/desks/${hall.desk.id}/call-next`));
      await hall.post(`/desks/${hall.desk.id}/finish`, {});
      if (round < 0) continue;
      times.issue[name].push(issue);
      times.callNext[name].push(callNext);
    }
  }
  for (const hall of [empty, old]) {
    await hall.antre.stop();
    hall.antre.remove();
  }
  return Object.entries({ issue: 'a number given', callNext: 'call-next' }).map(([name, words]) => {
    const [before, after] = [median(times[name].empty), median(times[name].old)];
    return {
      what: `${words} after ${ticketsOfHistory.toLocaleString('en')} tickets of history`,
      figure: `${after.toFixed(2)} ms beside ${before.toFixed(2)} ms empty, ratio ${(after / before).toFixed(2)}`,
      budget: `≤ ${allowed} × an empty database`,
      value: after / before,
      better: 'lower',
      within: after <= allowed * before,
    };
  });
}

/** A hall whose first admin sits at the first desk, with so many tickets of earlier days. */
async function openHall(history) {
  let antre = await runHeadless({ ANTRE_PRINTER: 'none' });
  const code = readFileSync(join(antre.dataDir, 'setup-code'), 'utf8').trim();
  const account = { code, username: 'bench', password: 'bench password', displayName: 'Bench' };
  const { cookie } = await ask(antre.url, '', 'POST', '/setup', account);
  if (history > 0) {
    await antre.stop();
    writeHistory(antre.database, history);
    antre = await runHeadless({ ANTRE_PRINTER: 'none' }, antre.dataDir);
  }
  const [desk] = (await ask(antre.url, cookie, 'GET', '/desks')).body;
  const post = (path, body) => ask(antre.url, cookie, 'POST', path, body);
  await post(`/desks/${desk.id}/sign-in`);
  return { antre, desk, post };
}

/** Finished tickets of the days before today, each with its step, four events and its call. */
export function writeHistory(file, count) {
  const database = new Database(file);
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -200000');
  const series = `WITH RECURSIVE series (n) AS (VALUES (0) UNION ALL SELECT n + 1 FROM series WHERE n < ${count - 1}),
    service AS (SELECT id, counterId, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS total FROM services),
    ticket AS (SELECT n + 1 AS id, service.id AS serviceId, counterId,
      date('2021-01-01', '+' || (n / ${ticketsADay}) || ' days') AS businessDate, n % ${ticketsADay} + 1 AS sequence,
      1609459200000 + (n / ${ticketsADay}) * 86400000 + (n % ${ticketsADay}) * 15000 AS at
      FROM series JOIN service ON place = n % total)`;
  database.transaction(() => {
    database.exec(`INSERT INTO tickets (id, token, businessDate, prefix, sequence, practice, status, paper, language,
      issuedAt, stepId, serviceId, firstServiceId, endedAt) ${series}
      SELECT id, lower(hex(randomblob(16))), businessDate, 'H', sequence, 0, 'done', 'printed', 'id',
      at, id, serviceId, serviceId, at + 900000 FROM ticket`);
    database.exec(`INSERT INTO steps (id, ticketId, serviceId, businessDate, status, arrivedAt, orderedAt, placeReason,
      deskId, calledAt, startedAt, endedAt) ${series}
      SELECT id, id, serviceId, businessDate, 'done', at, at, 'arrival',
      (SELECT id FROM desks WHERE desks.counterId = ticket.counterId LIMIT 1), at + id * 7919 % 3600000,
      at + id * 7919 % 3600000 + 10000, at + id * 7919 % 3600000 + 10000 + id * 104729 % 900000
      FROM ticket`);
    for (const kind of ['issued', 'called', 'started', 'finished']) {
      database.exec(`INSERT INTO events (at, businessDate, kind, ticketId, stepId) ${series}
        SELECT at, businessDate, '${kind}', id, id FROM ticket`);
    }
    database.exec(`INSERT INTO calls (at, businessDate, ticketId, deskId, counterId, number, language, recall) ${series}
      SELECT at + 600000, businessDate, id,
      (SELECT id FROM desks WHERE desks.counterId = ticket.counterId LIMIT 1), counterId, 'H-001', 'id', 0 FROM ticket`);
  })();
  database.pragma('optimize');
  database.close();
}

async function timed(work) {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}
