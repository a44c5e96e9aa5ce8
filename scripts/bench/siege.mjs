import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { runnerImport } from 'vite';
import { ask } from '../requests.ts';
import { writeHistory } from './history.mjs';
import { median, runHeadless } from './run-headless.mjs';

const ticketsOfYear = 200_000;
const rounds = 3;
const tapsARound = 25;
const betweenTapsMs = 60;
const allowed = 3;
const pagesASecond = 45;
const streams = 300;
const year = 'from=2021-01-01&to=2021-12-31';
/** Somebody in the hall's network: what comes by a proxy proves nothing. */
const stranger = { 'x-forwarded-for': '192.168.1.66' };

/**
 * A number at the kiosk, by HTTP, while a stranger floods the public page and opens streams, and an admin reports a year,
 * looks at a large hall's import and makes copies, beside the same without them, turn by turn; then each of them alone.
 */
export async function benchSiege() {
  const { antre, cookie, services, largeHall } = await openHall();
  const admin = (method, path, body) => ask(antre.url, cookie, method, path, body);
  const parts = {
    'pages flooded': () => floodPages(antre.url),
    'streams opened': () => openStreams(antre.url),
    'a year reported': () =>
      again(async (time) => {
        const by = ['day', 'hour', 'counter', 'service', 'user'][time % 5];
        await admin('GET', `/reports/summary?${year}&by=${by}`);
      }),
    'an import looked at': () => again(() => admin('POST', '/admin/import/preview', largeHall)),
    'copies made': () =>
      again(async () => {
        const { body } = await admin('POST', '/admin/backups');
        await admin('DELETE', `/admin/backups/${body.id}`);
      }),
  };
  const during = async (names) => {
    const running = names.map((name) => parts[name]());
    await pause(300);
    const times = await tapTimes(antre.url, services);
    await Promise.all(running.map((part) => part.stop()));
    return times;
  };
  await tapTimes(antre.url, services);
  const quiet = [];
  const besieged = [];
  for (let round = 0; round < rounds; round += 1) {
    quiet.push(...(await during([])));
    besieged.push(...(await during(Object.keys(parts))));
  }
  const alone = {};
  for (const name of Object.keys(parts)) alone[name] = median(await during([name]));
  await antre.stop();
  antre.remove();
  const [before, after] = [median(quiet), median(besieged)];
  const each = Object.entries(alone).map(([name, ms]) => `${name} ${(ms / before).toFixed(1)}`);
  return [
    {
      what: 'a number at the kiosk under siege, beside the same in quiet',
      figure: `${after.toFixed(1)} ms ÷ ${before.toFixed(1)} ms = ${(after / before).toFixed(1)} (each alone: ${each.join(', ')})`,
      value: after / before,
      better: 'lower',
      budget: `≤ ${allowed} × quiet`,
      within: after <= allowed * before,
    },
  ];
}

/** A hall with a year behind it that was summed, its admin, and the file of a large hall. */
async function openHall() {
  let antre = await runHeadless({ ANTRE_PRINTER: 'none' });
  const code = readFileSync(join(antre.dataDir, 'setup-code'), 'utf8').trim();
  const account = { code, username: 'bench', password: 'bench password', displayName: 'Bench' };
  const { cookie } = await ask(antre.url, '', 'POST', '/setup', account);
  await antre.stop();
  writeHistory(antre.database, ticketsOfYear);
  antre = await runHeadless({ ANTRE_PRINTER: 'none' }, antre.dataDir);
  while (summedDays(antre.database) < Math.ceil(ticketsOfYear / 1_600)) await pause(200);
  const { module } = await runnerImport('test/support/large-hall.ts', { logLevel: 'error' });
  const { body: counters } = await ask(antre.url, '', 'GET', '/counters');
  const services = counters
    .flatMap((counter) => counter.services)
    .filter(({ quotaLeft }) => quotaLeft === null)
    .map(({ id }) => id);
  const { body: present } = await ask(antre.url, cookie, 'GET', '/admin/export');
  return { antre, cookie, services, largeHall: grown(present, module.largeSite()) };
}

/** The hall as it is, whose visitors are waiting, with the counters of a larger one beside its own. */
function grown(present, large) {
  const codes = new Set(present.counters.map(({ code }) => code));
  let desk = 500;
  const more = large.counters
    .filter(({ code }) => !codes.has(code))
    .map((counter) => ({
      ...counter,
      desks: counter.desks.map((each) => ({ ...each, number: desk++ })),
      services: counter.services.map((service) => ({ ...service, prefix: null })),
    }));
  return { ...present, counters: [...present.counters, ...more] };
}

async function tapTimes(url, services) {
  const times = [];
  for (let tap = 0; tap < tapsARound; tap += 1) {
    const startedAt = performance.now();
    const serviceId = services[tap % services.length];
    const { body } = await ask(url, '', 'POST', '/tickets', { serviceId }, randomUUID());
    times.push(performance.now() - startedAt);
    await ask(url, '', 'POST', `/tickets/${body.token}/paperless`);
    await pause(betweenTapsMs);
  }
  return times;
}

/** Does something again and again until it is stopped. */
function again(work) {
  let over = false;
  const done = (async () => {
    for (let time = 0; !over; time += 1) await work(time);
  })();
  return {
    stop: () => {
      over = true;
      return done;
    },
  };
}

/** Asks for a page as somebody who waits for nothing and minds nothing; `agent` has the connections. */
function askAsStranger(url, agent, onAnswer) {
  const request = get(url, { agent, headers: stranger }, onAnswer);
  // Refused and closed lines are what a stranger gets.
  request.on('error', () => undefined);
  return request;
}

function floodPages(url) {
  const agent = new Agent({ keepAlive: true });
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
    askAsStranger(`${url}${count % 2 === 0 ? '/info' : '/info.ics'}`, agent, (answer) => answer.resume());
  }, 1_000 / pagesASecond);
  return {
    stop: async () => {
      clearInterval(timer);
      agent.destroy();
    },
  };
}

/** Streams of invented zones of which nothing is read, asked for again each second where they are refused. */
function openStreams(url) {
  const agent = new Agent({ keepAlive: false });
  const open = new Map();
  let asked = 0;
  const ask = (name) => {
    asked += 1;
    const topics = Array.from({ length: 8 }, (_, at) => `board:z${asked}x${at}`).join();
    const request = askAsStranger(`${url}/api/v1/events?topics=${topics}`, agent, (answer) => {
      if (answer.statusCode === 200) return;
      answer.resume();
      open.delete(name);
    });
    open.set(name, request);
  };
  const askAgain = () => {
    for (let name = 0; name < streams; name += 1) if (!open.has(name)) ask(name);
  };
  askAgain();
  const timer = setInterval(askAgain, 1_000);
  return {
    stop: async () => {
      clearInterval(timer);
      for (const request of open.values()) request.destroy();
      agent.destroy();
    },
  };
}

function summedDays(file) {
  const database = new Database(file, { readonly: true });
  const { days } = database.prepare('SELECT count(*) AS days FROM summed_days').get();
  database.close();
  return days;
}
