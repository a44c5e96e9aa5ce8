import { setTimeout as pause } from 'node:timers/promises';
import { ask, listen } from '../requests.ts';
import { manDesks } from './manned-desks.mjs';
import { percentile, runHeadless } from './run-headless.mjs';

const displays = 10;
const desksWanted = 26;
const callsADesk = 12;
const pauseMs = 300;

/** From the press on call-next until every one of 10 displays and 26 consoles was told, while 26 desks are busy. */
export async function benchCalls() {
  const antre = await runHeadless({ ANTRE_PRINTER: 'none' });
  const desks = await manDesks(antre, desksWanted, callsADesk);
  const told = new Told(displays + desks.length);
  const hear = (event, data) => {
    if (event === 'call') told.hear(JSON.parse(data));
  };
  const streams = [
    ...Array.from({ length: displays }, () => listen(antre.url, 'board', '', hear)),
    ...desks.map(({ id, counterId, cookie }) =>
      listen(antre.url, `board,desk:${id},counter:${counterId}`, cookie, hear),
    ),
  ];
  await Promise.all(streams.map((stream) => stream.opened));

  const latencies = (await Promise.all(desks.map((desk, at) => workAt(antre.url, desk, at, told)))).flat();
  for (const stream of streams) stream.close();
  await antre.stop();
  antre.remove();
  const p99 = percentile(latencies, 0.99);
  return [
    {
      what: `call-next → told at ${displays} displays and ${desks.length} consoles (${latencies.length} calls)`,
      figure: `p99 ${p99.toFixed(0)} ms, median ${percentile(latencies, 0.5).toFixed(0)} ms`,
      value: p99,
      better: 'lower',
      budget: 'p99 ≤ 50 ms',
      within: p99 <= 50,
    },
  ];
}

async function workAt(url, desk, at, told) {
  const latencies = [];
  await pause((pauseMs * 3 * at) / desksWanted);
  for (let call = 0; call < callsADesk; call += 1) {
    const pressedAt = performance.now();
    const { body: ticket } = await ask(url, desk.cookie, 'POST', `/desks/${desk.id}/call-next`);
    latencies.push((await told.everyone(desk.id, ticket.number)) - pressedAt);
    await pause(pauseMs);
    await ask(url, desk.cookie, 'POST', `/desks/${desk.id}/start`);
    await pause(pauseMs);
    await ask(url, desk.cookie, 'POST', `/desks/${desk.id}/finish`, {});
    await pause(pauseMs);
  }
  return latencies;
}

/** Who has heard of which call. */
class Told {
  #calls = new Map();

  constructor(listeners) {
    this.listeners = listeners;
  }

  hear({ number, desk }) {
    const call = this.#call(desk.id, number);
    call.heard += 1;
    if (call.heard === this.listeners) call.done(performance.now());
  }

  /** When the last listener heard of the call. */
  everyone(deskId, number) {
    return this.#call(deskId, number).all;
  }

  #call(deskId, number) {
    const key = `${deskId} ${number}`;
    if (!this.#calls.has(key)) {
      const { promise, resolve } = Promise.withResolvers();
      this.#calls.set(key, { heard: 0, all: promise, done: resolve });
    }
    return this.#calls.get(key);
  }
}
