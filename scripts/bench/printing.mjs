import { randomUUID } from 'node:crypto';
import { runnerImport } from 'vite';
import { ask } from '../requests.ts';
import { runHeadless, soon } from './run-headless.mjs';

const unplugs = 200;
const longestDelay = 50;
const oneTapCounter = 'KJ';

/**
 * A printer that is pulled out and put in again 200 times, each time while a ticket is on its way: at a byte by chance, or
 * as it is cut, by a lost line or by lost power. Whether each number that was given came out, once unmarked at most;
 * and for how long the process that prints was ever deaf (its event loop's delay, by its own metrics).
 */
export async function benchPrinting() {
  const { module: fake } = await runnerImport('native/printer/testing/fake-printer.ts', {
    logLevel: 'error',
  });
  const printer = await fake.startFakePrinter();
  const antre = await runHeadless({ ANTRE_PRINTER: `tcp://${printer.host}:${printer.port}` });
  const serviceId = await firstService(antre.url);
  // What a start costs is no matter of printing: the measure begins anew at each reading.
  await takeNumber(antre.url, serviceId);
  await printer.until(() => printer.papers.length === 1, 30_000);
  const ticketBytes = printer.papers[0].bytes.length;
  await worstDelay(antre.url);

  const given = [];
  let worst = 0;
  for (let round = 0; round < unplugs; round += 1) {
    await untilReady(antre.url);
    if (round % 4 === 0) printer.dropLineAtCut();
    else printer.dropLineAfterBytes(1 + Math.floor(Math.random() * ticketBytes * 1.2));
    given.push(await takeNumber(antre.url, serviceId));
    const before = printer.accepted;
    if (round % 2 === 0) {
      // Now and then a whole ticket comes out before the moment has come: then it is pulled out idle.
      await printer.until(() => !printer.connected, 400).catch(() => undefined);
      printer.unplug();
      await printer.plug();
    } else {
      await printer.until(() => printer.accepted > before, 400).catch(() => printer.dropLine());
    }
    worst = Math.max(worst, await worstDelay(antre.url));
  }
  printer.dropLineAfterBytes(Number.POSITIVE_INFINITY);
  await printer
    .until(() => given.every((number) => numbersOn(printer, number).length > 0), 300_000)
    .catch(() => undefined);

  const lost = given.filter((number) => numbersOn(printer, number).length === 0);
  const twice = given.filter((number) => numbersOn(printer, number).filter((copy) => !copy).length > 1);
  await antre.stop();
  antre.remove();
  await printer.close();
  return [
    {
      what: `a network printer pulled out ${unplugs} times at any byte of a ticket`,
      figure: `${lost.length} numbers without paper, ${twice.length} twice unmarked`,
      budget: '0 and 0',
      within: lost.length === 0 && twice.length === 0,
    },
    {
      what: 'longest delay of the event loop meanwhile',
      figure: `${worst.toFixed(0)} ms`,
      budget: `≤ ${longestDelay} ms`,
      within: worst <= longestDelay,
    },
  ];
}

/** For each whole paper with this number, whether it is marked as a copy. */
function numbersOn(printer, number) {
  return printer.papers
    .filter(({ cut, lines }) => cut && lines.some((line) => line.startsWith(`${number}  `)))
    .map(({ lines }) => lines.some((line) => line.startsWith('SALINAN')));
}

async function firstService(url) {
  const { body: counters } = await ask(url, '', 'GET', '/counters');
  return counters.find(({ code }) => code === oneTapCounter).services[0].id;
}

async function takeNumber(url, serviceId) {
  return (await ask(url, '', 'POST', '/tickets', { serviceId }, randomUUID())).body.number;
}

async function untilReady(url) {
  for (;;) {
    const { printer } = await (await fetch(`${url}/healthz`)).json();
    if (printer.state === 'ready') return;
    await soon();
  }
}

/** The longest delay of Antre's event loop since the last reading, in milliseconds (prom-client's `nodejs_eventloop_lag`). */
async function worstDelay(url) {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)/m.exec(metrics)?.[1]) * 1000;
}
