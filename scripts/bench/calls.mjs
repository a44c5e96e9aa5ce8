import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';
import { percentile, runHeadless } from './run-headless.mjs';

const displays = 10;
const desksWanted = 26;
const callsADesk = 12;
const pauseMs = 300;
const password = 'bench password';

/** From the press on call-next until every one of 10 displays and 26 consoles was told, while 26 desks are busy. */
export async function benchCalls() {
  const antre = await runHeadless({ ANTRE_PRINTER: 'none' });
  const hall = new Hall(antre.url);
  const desks = await manDesks(hall, antre.dataDir);
  const told = new Told(displays + desks.length);
  const streams = [
    ...Array.from({ length: displays }, () => listen(antre.url, 'board', '', told)),
    ...desks.map(({ id, counterId, cookie }) =>
      listen(antre.url, `board,desk:${id},counter:${counterId}`, cookie, told),
    ),
  ];
  await Promise.all(streams.map((stream) => stream.opened));

  const latencies = (await Promise.all(desks.map((desk, at) => workAt(hall, desk, at, told)))).flat();
  for (const stream of streams) stream.close();
  await antre.stop();
  antre.remove();
  const p99 = percentile(latencies, 0.99);
  return [
    {
      what: `call-next → told at ${displays} displays and ${desks.length} consoles (${latencies.length} calls)`,
      figure: `p99 ${p99.toFixed(0)} ms, median ${percentile(latencies, 0.5).toFixed(0)} ms`,
      budget: 'p99 ≤ 100 ms',
      within: p99 <= 100,
    },
  ];
}

/** Requests as pages of this server send them. */
class Hall {
  constructor(url) {
    this.url = url;
  }

  async ask(method, path, cookie = '', body = undefined) {
    const answer = await fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { cookie, origin: this.url, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return {
      body: text ? JSON.parse(text) : null,
      cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '',
    };
  }
}

/** Makes an officer for each of 26 desks, signs them in, and lets visitors queue for each. */
async function manDesks(hall, dataDir) {
  const code = readFileSync(join(dataDir, 'setup-code'), 'utf8').trim();
  const admin = await hall.ask('POST', '/setup', '', {
    code,
    username: 'bench',
    password,
    displayName: 'Bench',
  });
  const all = (await hall.ask('GET', '/desks', admin.cookie)).body;
  const desks = [];
  for (const desk of all.slice(0, desksWanted)) {
    const username = `officer-${desk.id}`;
    await hall.ask('POST', '/admin/users', admin.cookie, {
      username,
      displayName: username,
      role: 'staff',
      password,
      counterIds: [desk.counter.id],
    });
    const { cookie } = await hall.ask('POST', '/session', '', { username, password });
    await hall.ask('POST', `/desks/${desk.id}/sign-in`, cookie);
    for (let visitor = 0; visitor < callsADesk; visitor += 1) {
      await hall.ask('POST', '/walk-ins', cookie, { serviceId: desk.serviceIds[0] });
    }
    desks.push({ id: desk.id, counterId: desk.counter.id, cookie });
  }
  return desks;
}

async function workAt(hall, desk, at, told) {
  const latencies = [];
  await pause((pauseMs * 3 * at) / desksWanted);
  for (let call = 0; call < callsADesk; call += 1) {
    const pressedAt = performance.now();
    const { body: ticket } = await hall.ask('POST', `/desks/${desk.id}/call-next`, desk.cookie);
    latencies.push((await told.everyone(desk.id, ticket.number)) - pressedAt);
    await pause(pauseMs);
    await hall.ask('POST', `/desks/${desk.id}/start`, desk.cookie);
    await pause(pauseMs);
    await hall.ask('POST', `/desks/${desk.id}/finish`, desk.cookie, {});
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

function listen(url, topics, cookie, told) {
  const stop = new AbortController();
  const { promise: opened, resolve, reject } = Promise.withResolvers();
  const read = async () => {
    const answer = await fetch(`${url}/api/v1/events?topics=${topics}`, {
      headers: { cookie },
      signal: stop.signal,
    });
    if (!answer.ok) throw new Error(`events: ${answer.status} ${await answer.text()}`);
    resolve();
    const parser = createParser({
      onEvent: ({ event, data }) => {
        if (event === 'call') told.hear(JSON.parse(data));
      },
    });
    const decoder = new TextDecoder();
    for await (const chunk of answer.body) parser.feed(decoder.decode(chunk, { stream: true }));
  };
  read().catch((error) => {
    if (!stop.signal.aborted) reject(error);
  });
  return { opened, close: () => stop.abort() };
}
