import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { ask, listen } from '../requests.ts';
import { manDesks, signInAdmin } from './manned-desks.mjs';
import { percentile, runHeadless } from './run-headless.mjs';
import { timeStops } from './time-stops.mjs';

const phones = 1_000;
const desksManned = 10;
const calls = 40;
const budgetSeconds = 1;
/** What comes by a proxy proves nothing: a phone counts by its ticket, not as this machine. */
const byProxy = { 'x-forwarded-for': '192.168.1.66' };

/**
 * A thousand visitors follow their own tickets by phone, a hundred at each of ten counters, while officers call: the
 * server's CPU for each call until every phone whose place changed was told, the kiosk's wait for a number in the
 * same run with nobody following, and how soon they and the displays know of a stop.
 */
export async function benchFollowers() {
  const antre = await runHeadless({ ANTRE_PRINTER: 'none' });
  const { body: counters } = await ask(antre.url, '', 'GET', '/counters');
  const unlimited = new Set(
    counters
      .flatMap(({ services }) => services.filter(({ quotaLeft }) => quotaLeft === null))
      .map(({ id }) => id),
  );
  const manned = await manDesks(antre, 26, 0);
  // One desk a counter: who leaves it leaves everybody who waits there.
  const desks = manned
    .filter(({ serviceId }) => unlimited.has(serviceId))
    .filter(({ counterId }) => manned.filter((other) => other.counterId === counterId).length === 1)
    .slice(0, desksManned);
  const alone = await issueTimes(antre.url, desks);

  let heard = 0;
  const lines = [];
  // All numbers first: each that is taken is news to whoever follows already.
  const taken = [];
  for (let at = 0; at < phones; at += 1) {
    const { serviceId } = desks[at % desks.length];
    taken.push({ serviceId, token: (await paperless(antre.url, serviceId)).token });
  }
  for (const { serviceId, token } of taken) {
    const { promise, resolve } = Promise.withResolvers();
    const line = { serviceId, first: promise, onTold: () => undefined };
    Object.assign(
      line,
      listen(
        antre.url,
        `ticket:${token}`,
        '',
        (event, data) => {
          if (event === 'heartbeat') return;
          heard += 1;
          resolve();
          line.onTold(data);
        },
        undefined,
        byProxy,
      ),
    );
    lines.push(line);
    await line.opened;
  }
  await Promise.all(lines.map(({ first }) => first));

  const cpuBefore = await cpuSeconds(antre.url);
  const startedAt = performance.now();
  for (let call = 0; call < calls; call += 1) {
    const desk = desks[call % desks.length];
    const before = heard;
    await ask(antre.url, desk.cookie, 'POST', `/desks/${desk.id}/call-next`);
    // At least the visitor who is called and those behind them have news.
    while (heard < before + 2) await pause(5);
    await ask(antre.url, desk.cookie, 'POST', `/desks/${desk.id}/start`);
    await ask(antre.url, desk.cookie, 'POST', `/desks/${desk.id}/finish`, {});
    await pause(150);
  }
  const busySeconds = (await cpuSeconds(antre.url)) - cpuBefore;
  const wallSeconds = (performance.now() - startedAt) / 1_000;
  const followed = await issueTimes(antre.url, desks);
  const stops = await timeStops(antre.url, await signInAdmin(antre), desks, lines);

  for (const line of lines) line.close();
  await antre.stop();
  antre.remove();
  const perCall = busySeconds / calls;
  const milliseconds = (times) => `p99 ${percentile(times, 0.99).toFixed(0)} ms`;
  return [
    {
      what: `a call (with start and finish) while ${phones.toLocaleString('en')} phones follow`,
      figure: `${perCall.toFixed(2)} core seconds (${calls} calls in ${wallSeconds.toFixed(0)} s)`,
      budget: `≤ ${budgetSeconds} core second`,
      value: perCall,
      better: 'lower',
      within: perCall <= budgetSeconds,
    },
    {
      what: 'a number at the kiosk while they follow, one after another',
      figure: `${milliseconds(followed)} (nobody following: ${milliseconds(alone)})`,
      budget: 'p99 ≤ 150 ms',
      value: percentile(followed, 0.99),
      better: 'lower',
      within: percentile(followed, 0.99) <= 150,
    },
    ...stops,
  ];
}

async function issueTimes(url, desks) {
  const times = [];
  for (let visitor = 0; visitor < 60; visitor += 1) {
    const startedAt = performance.now();
    await paperless(url, desks[visitor % desks.length].serviceId);
    times.push(performance.now() - startedAt);
  }
  return times;
}

/** A number taken at the kiosk and kept without paper. */
async function paperless(url, serviceId) {
  const { body } = await ask(url, '', 'POST', '/tickets', { serviceId }, randomUUID());
  await ask(url, '', 'POST', `/tickets/${body.token}/paperless`);
  return body;
}

async function cpuSeconds(url) {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total (\S+)$/m.exec(metrics)?.[1]);
}
