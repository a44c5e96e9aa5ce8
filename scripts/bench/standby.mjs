import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import Database from 'better-sqlite3';
import { Connection } from './connection.mjs';
import { issue, openServices } from './durable-tickets.mjs';
import { median, runHeadless } from './run-headless.mjs';

const turns = 25;
const ticketsATurn = 60;

/** A ticket in a hall that tells a standby of each commit, beside one that has none, turn by turn; and how much goes over the network. */
export async function benchStandby() {
  const off = await runHeadless({ ANTRE_PRINTER: 'none' });
  const token = randomBytes(32).toString('base64url');
  const on = await withStandby(await runHeadless({ ANTRE_PRINTER: 'none' }), token);
  const told = await follow(on.url, token);
  const services = await openServices(on.url);
  const [toOff, toOn] = [[await Connection.open(off.url)], [await Connection.open(on.url)]];
  await issue(toOff, services, 200);
  await issue(toOn, services, 200);
  const before = told.bytes();
  const ratios = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const light = await issue(toOff, services, ticketsATurn);
    const heavy = await issue(toOn, services, ticketsATurn);
    ratios.push(light.elapsedMs / heavy.elapsedMs);
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const bytes = (told.bytes() - before) / (turns * ticketsATurn);
  for (const line of [...toOff, ...toOn]) line.close();
  told.end();
  for (const hall of [off, on]) {
    await hall.stop();
    hall.remove();
  }
  const ratio = median(ratios);
  return [
    {
      what: 'a ticket without a standby ÷ with one',
      figure: ratio.toFixed(2),
      value: ratio,
      better: 'higher',
      budget: '≥ 0.9',
      within: ratio >= 0.9,
    },
    {
      what: 'a ticket on its way to a standby',
      figure: `${(bytes / 1_000).toFixed(0)} kB`,
      value: bytes,
      better: 'lower',
      budget: '≤ 100 kB',
      within: bytes <= 100_000,
    },
  ];
}

/** The same hall, started anew with a kiosk that was let in and chosen. */
async function withStandby(hall, token) {
  await hall.stop();
  const database = new Database(hall.database);
  const tokenHash = createHash('sha256').update(token).digest('base64url');
  database
    .prepare(
      "INSERT INTO devices (id, kind, name, tokenHash, createdAt) VALUES ('kiosk-bench', 'kiosk', 'Bench', ?, 0)",
    )
    .run(tokenHash);
  database.exec("UPDATE main_machine SET standbyId = 'kiosk-bench'");
  database.close();
  return await runHeadless({ ANTRE_PRINTER: 'none' }, hall.dataDir);
}

/** Hears the feed as a standby does, in a process of its own: what it does with it at another machine is nothing to the hall. */
async function follow(url, token) {
  const child = spawn(process.execPath, ['-e', hearing, `${url}/api/v1/devices/me/standby/feed`, token], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let bytes = 0;
  await new Promise((resolve, reject) => {
    child.once('exit', (status) => reject(new Error(`the feed was not heard (${status})`)));
    child.on('message', (heard) => {
      bytes = heard;
      resolve();
    });
  });
  return { bytes: () => bytes, end: () => child.kill() };
}

const hearing = `
const [url, token] = process.argv.slice(1);
require('node:http').get(url, { headers: { authorization: 'Bearer ' + token } }, (response) => {
  if (response.statusCode !== 200) process.exit(1);
  let bytes = 0;
  response.on('data', (chunk) => { bytes += chunk.length; });
  process.send(0);
  setInterval(() => process.send(bytes), 200);
});`;
