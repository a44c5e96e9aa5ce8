import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
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
      what: `a number at the kiosk under siege (each alone: ${each.join(', ')})`,
      figure: `${after.toFixed(1)} ms beside ${before.toFixed(1)} ms quiet, ratio ${(after / before).toFixed(1)}`,
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
  return { antre, cookie, services, largeHall: module.largeSite() };
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

function floodPages(url) {
  const asked = new Set();
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
    const path = count % 2 === 0 ? '/info' : '/info.ics';
    const one = fetch(`${url}${path}`, { headers: stranger })
      .then((answer) => answer.arrayBuffer())
      .finally(() => asked.delete(one));
    asked.add(one);
  }, 1_000 / pagesASecond);
  return {
    stop: () => {
      clearInterval(timer);
      return Promise.all(asked);
    },
  };
}

/** Streams of invented zones, opened again as soon as they are refused. */
function openStreams(url) {
  const stop = new AbortController();
  const one = async (name) => {
    for (let time = 0; !stop.signal.aborted; time += 1) {
      const topics = Array.from({ length: 8 }, (_, at) => `board:z${name}x${time}x${at}`).join();
      try {
        const { status, body } = await fetch(`${url}/api/v1/events?topics=${topics}`, {
          headers: stranger,
          signal: stop.signal,
        });
        // Nothing is read of it.
        if (status !== 200) await body?.cancel();
        await pause(status === 200 ? 60_000 : 1_000, undefined, { signal: stop.signal });
      } catch (error) {
        if (!stop.signal.aborted) throw error;
      }
    }
  };
  const all = Promise.all(Array.from({ length: streams }, (_, name) => one(name)));
  return {
    stop: () => {
      stop.abort();
      return all;
    },
  };
}

function summedDays(file) {
  const database = new Database(file, { readonly: true });
  const { days } = database.prepare('SELECT count(*) AS days FROM summed_days').get();
  database.close();
  return days;
}
