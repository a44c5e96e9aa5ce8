import { randomUUID } from 'node:crypto';
import { runnerImport } from 'vite';
import { Connection } from './connection.mjs';
import { Floor } from './floor.mjs';
import { median, percentile, runHeadless, soon } from './run-headless.mjs';

/** Turn by turn, so that whatever else the machine does slows both: a ratio is the median of the turns' ratios. */
const turns = 15;
const ticketsATurn = 120;
const warmUp = 500;
const waiting = 5_000;
const openJobs = 1_000;

/**
 * Durable tickets by HTTP, one after another and 32 at once, beside the floor of the same rows in the same run; with a
 * long line, and with a printer that is out of paper and a thousand papers owed; processor and memory.
 */
export async function benchDurableTickets() {
  const antre = await runHeadless({ ANTRE_PRINTER: 'none' });
  const services = await openServices(antre.url);
  const lines = await Promise.all(Array.from({ length: 32 }, () => Connection.open(antre.url)));
  await issue(lines, services, warmUp);
  const memoryBefore = antre.residentMegabytes();
  const floor = new Floor(antre.database);
  floor.issue(ticketsATurn);

  const one = { ratios: [], times: [], floor: [] };
  const many = { ratios: [] };
  const cpu = { antre: 0, floor: 0, tickets: 0 };
  for (let turn = 0; turn < turns; turn += 1) {
    const bare = floor.issue(ticketsATurn);
    const alone = await issue(lines.slice(0, 1), services, ticketsATurn);
    const together = await issue(lines, services, ticketsATurn * 2);
    const before = antre.cpuMs();
    await issue(lines.slice(0, 10), services, ticketsATurn);
    cpu.antre += antre.cpuMs() - before;
    cpu.floor += bare.cpuMs;
    cpu.tickets += ticketsATurn;
    const bareMs = sum(bare.times);
    one.ratios.push(bareMs / alone.elapsedMs);
    one.times.push(...alone.times);
    one.floor.push(...bare.times);
    many.ratios.push((bareMs * 2) / together.elapsedMs);
  }
  await issue(lines, services, 5_000 - turns * ticketsATurn * 4 + warmUp);
  const memory = antre.residentMegabytes();
  const full = await withLongLine();
  for (const line of lines) line.close();
  await antre.stop();
  antre.remove();
  floor.close();

  const tail = percentile(one.times, 0.99) / median(one.times);
  const floorTail = percentile(one.floor, 0.99) / median(one.floor);
  const cpuRatio = cpu.antre / cpu.floor;
  return [
    ratioRow('durable tickets by HTTP, one after another ÷ floor', median(one.ratios), 0.6, {
      more: `, ${median(one.times).toFixed(2)} ms beside ${median(one.floor).toFixed(2)} ms`,
    }),
    ratioRow('durable tickets by HTTP, 32 at once ÷ floor', median(many.ratios), 1.2),
    {
      what: 'p99 ÷ median of a ticket, one after another',
      figure: `${tail.toFixed(1)} (${percentile(one.times, 0.99).toFixed(2)} ms; the floor's ${floorTail.toFixed(1)})`,
      value: tail,
      better: 'lower',
      budget: '≤ 2.5',
      within: tail <= 2.5,
    },
    {
      what: 'server processor a ticket, 10 at once ÷ floor',
      figure: `${cpuRatio.toFixed(2)} (${(cpu.antre / cpu.tickets).toFixed(2)} ms)`,
      value: cpuRatio,
      better: 'lower',
      budget: '≤ 1.5',
      within: cpuRatio <= 1.5,
    },
    ratioRow(`tickets with ${waiting.toLocaleString('en')} waiting there ÷ with none`, full, 0.9),
    ratioRow(
      `tickets with ${openJobs.toLocaleString('en')} papers owed by a printer without paper ÷ with none`,
      await withPapersOwed(),
      0.9,
    ),
    {
      what: `memory, headless, after ${warmUp} and 5,500 tickets`,
      figure: memory === null ? 'unknown here' : `${Math.round(memoryBefore)} and ${Math.round(memory)} MB`,
      value: memory ?? undefined,
      better: 'lower',
      budget: '≤ 130 MB',
      within: memory === null ? undefined : memory <= 130,
    },
  ];
}

/** Issue at a counter where thousands wait, beside the same where nobody did, by two halls in turn. */
async function withLongLine() {
  return compareHalls({}, async (_url, services, lines) => {
    await issue(lines, services.slice(0, 1), waiting);
  });
}

/** Issue while a printer that is out of paper owes a thousand papers, beside one that owes none. */
async function withPapersOwed() {
  const { module: fake } = await runnerImport('native/printer/testing/fake-printer.ts', {
    logLevel: 'error',
  });
  const printer = await fake.startFakePrinter();
  printer.become({ paper: 'out' });
  const settings = { ANTRE_PRINTER: `tcp://${printer.host}:${printer.port}` };
  try {
    return await compareHalls(settings, async (url, services, lines) => {
      for (;;) {
        const { printer: told } = await (await fetch(`${url}/healthz`)).json();
        if (told.state === 'paper_out') break;
        await soon();
      }
      await issue(lines, services, openJobs);
    });
  } finally {
    await printer.close();
  }
}

/** The time of tickets in an empty hall ÷ that in one that was filled, each in turn. */
async function compareHalls(settings, fill) {
  const empty = await runHeadless({ ANTRE_PRINTER: 'none' });
  const full = await runHeadless(settings.ANTRE_PRINTER ? settings : { ANTRE_PRINTER: 'none' });
  const lines = async (hall, count) =>
    await Promise.all(Array.from({ length: count }, () => Connection.open(hall.url)));
  const [toEmpty, toFull, filling] = [await lines(empty, 1), await lines(full, 1), await lines(full, 32)];
  const services = await openServices(full.url);
  await issue(toEmpty, services.slice(0, 1), 100);
  await fill(full.url, services, filling);
  const ratios = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const light = await issue(toEmpty, services.slice(0, 1), 60);
    const heavy = await issue(toFull, services.slice(0, 1), 60);
    ratios.push(light.elapsedMs / heavy.elapsedMs);
  }
  for (const line of [...toEmpty, ...toFull, ...filling]) line.close();
  for (const hall of [empty, full]) {
    await hall.stop();
    hall.remove();
  }
  return median(ratios);
}

/** Ids of the services that are open and have no quota. */
export async function openServices(url) {
  const counters = await (await fetch(`${url}/api/v1/counters`)).json();
  return counters
    .flatMap((counter) => counter.services)
    .filter((service) => service.status === 'open' && service.quotaLeft === null)
    .map((service) => service.id);
}

/** Takes so many numbers, at each service in turn, as many at once as there are connections. */
export async function issue(lines, services, count) {
  const times = [];
  let next = 0;
  const startedAt = performance.now();
  await Promise.all(
    lines.map(async (line) => {
      while (next < count) {
        const serviceId = services[next % services.length];
        next += 1;
        const pressedAt = performance.now();
        const { status, body } = await line.post(
          '/tickets',
          { serviceId },
          `idempotency-key: ${randomUUID()}\r\n`,
        );
        times.push(performance.now() - pressedAt);
        if (status !== 201) throw new Error(`a number was refused: ${status} ${body}`);
      }
    }),
  );
  return { times, elapsedMs: performance.now() - startedAt };
}

/** A row of the table for a ratio that is better the higher it is. */
export function ratioRow(what, value, goal, { more = '' } = {}) {
  return {
    what,
    figure: `${value.toFixed(2)}${more}`,
    value,
    better: 'higher',
    budget: `≥ ${goal}`,
    within: value >= goal,
  };
}

function sum(numbers) {
  return numbers.reduce((total, each) => total + each, 0);
}
