import { randomUUID } from 'node:crypto';
import { Connection } from './connection.mjs';
import { issue, openServices, ratioRow } from './durable-tickets.mjs';
import { Floor } from './floor.mjs';
import { manDesks } from './manned-desks.mjs';
import { median, runHeadless } from './run-headless.mjs';

const desksManned = 10;
const waiting = 1_000;
const turns = 12;
const visitorsADesk = 4;

/** Call-next and finish at ten desks at once with a thousand waiting, beside the same rows committed bare. */
export async function benchDeskWork() {
  const antre = await runHeadless({ ANTRE_PRINTER: 'none' });
  const unlimited = new Set(await openServices(antre.url));
  const desks = (await manDesks(antre, 26, 0))
    .filter(({ serviceId }) => unlimited.has(serviceId))
    .slice(0, desksManned);
  const lines = await Promise.all(desks.map(() => Connection.open(antre.url)));
  await Promise.all(desks.map((desk, at) => comeToDesk(antre.url, lines[at], desk)));
  // The floor takes the shape of a number from one.
  await issue(lines, [desks[0].serviceId], 1);
  const floor = new Floor(antre.database);
  floor.callAndFinish(50);
  const ratios = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const bare = floor.callAndFinish(desksManned * visitorsADesk);
    const startedAt = performance.now();
    await Promise.all(desks.map((desk, at) => serve(antre.url, lines[at], desk)));
    ratios.push(bare.times.reduce((sum, each) => sum + each, 0) / (performance.now() - startedAt));
  }
  for (const line of lines) line.close();
  await antre.stop();
  antre.remove();
  floor.close();
  return [
    ratioRow(
      `call-next and finish, ${desksManned} desks at once, ${waiting.toLocaleString('en')} waiting ÷ floor`,
      median(ratios),
      0.8,
    ),
  ];
}

const asOfficer = (url, { cookie }) =>
  `cookie: ${cookie}\r\norigin: ${url}\r\nidempotency-key: ${randomUUID()}\r\n`;

async function comeToDesk(url, line, desk) {
  for (let visitor = 0; visitor < waiting / desksManned; visitor += 1) {
    await line.post('/walk-ins', { serviceId: desk.serviceId }, asOfficer(url, desk));
  }
}

async function serve(url, line, desk) {
  for (let visitor = 0; visitor < visitorsADesk; visitor += 1) {
    for (const [verb, body] of [
      ['call-next', undefined],
      ['finish', {}],
    ]) {
      const answer = await line.post(`/desks/${desk.id}/${verb}`, body, asOfficer(url, desk));
      if (answer.status !== 200) throw new Error(`${verb}: ${answer.status} ${answer.body}`);
    }
  }
}
