import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Ticket } from '../../electron/contract/tickets';
import { openStore, query } from '../../electron/store/store';
import { temporaryFolder } from '../support/temporary-store';

interface Server {
  readonly url: string;
  kill(): Promise<void>;
}

const children = new Set<ChildProcess>();

/** Between two tries at a server that is away: without it this process takes what the server needs to start. */
const shortly = () => new Promise((resolve) => setTimeout(resolve, 10));

/** Starts the headless Antre on a data directory; `port` 0 lets the system choose. */
async function serve(program: string, dataDir: string, port: number): Promise<Server> {
  const child = spawn(process.execPath, [program], {
    env: {
      ...process.env,
      ANTRE_DATA_DIR: dataDir,
      ANTRE_PORT: String(port),
      ANTRE_PRINTER: 'none',
      ANTRE_LOG: 'silent',
    },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  children.add(child);
  const url = await new Promise<string>((resolve, reject) => {
    let words = '';
    child.stderr.on('data', (part) => {
      words += part;
      const address = /served at (http:\/\/[^/]+)\/kiosk/.exec(words)?.[1];
      if (address) resolve(address);
    });
    child.once('exit', () => reject(new Error(`the server ended: ${words}`)));
  });
  return {
    url,
    kill: async () => {
      child.kill('SIGKILL');
      await once(child, 'exit');
      children.delete(child);
    },
  };
}

/** A display that follows the board for ever: it comes back by itself with the newest call it has heard of. */
class Display {
  readonly heard: number[] = [];
  #stopped = false;
  #last = '';
  readonly #done: Promise<void>;

  constructor(private readonly address: () => string) {
    this.#done = this.#follow();
  }

  async #follow(): Promise<void> {
    while (!this.#stopped) {
      try {
        const response = await fetch(`${this.address()}/api/v1/events?topics=board`, {
          headers: this.#last ? { 'last-event-id': this.#last } : {},
        });
        let text = '';
        const decoder = new TextDecoder();
        for await (const part of response.body ?? []) {
          text += decoder.decode(part as Uint8Array, { stream: true });
          const events = text.split('\n\n');
          text = events.pop() ?? '';
          for (const event of events) this.#take(event);
          if (this.#stopped) return;
        }
      } catch {
        // The line broke; it is opened again.
      }
      await shortly();
    }
  }

  #take(event: string): void {
    const id = /^id: ?(\d+)$/m.exec(event)?.[1];
    if (!/^event: ?call$/m.test(event) || id === undefined) return;
    this.#last = id;
    this.heard.push(Number(id));
  }

  stop(): Promise<void> {
    this.#stopped = true;
    return this.#done;
  }
}

test('killed in the middle of calls and started again: no verb lost or done twice, each call heard once', async () => {
  const program = join(import.meta.dirname, '../../build/main/headless.cjs');
  const dataDir = join(temporaryFolder(), 'data');
  mkdirSync(dataDir);
  let server = await serve(program, dataDir, 0);
  const { url } = server;
  const port = Number(new URL(url).port);
  const display = new Display(() => url);
  try {
    let cookie = '';
    /** A console's request: sent again with the same key until it is answered. */
    const press = async (method: 'GET' | 'POST', path: string, body?: unknown) => {
      const key = crypto.randomUUID();
      for (;;) {
        const response = await fetch(`${url}/api/v1${path}`, {
          method,
          headers: {
            origin: url,
            ...(cookie ? { cookie } : {}),
            ...(method === 'POST' ? { 'content-type': 'application/json', 'idempotency-key': key } : {}),
          },
          ...(method === 'POST' ? { body: JSON.stringify(body ?? {}) } : {}),
        }).catch(() => undefined);
        const text = await response?.text().catch(() => undefined);
        if (!response || text === undefined) {
          await shortly();
          continue;
        }
        cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie;
        if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
        return text ? JSON.parse(text) : null;
      }
    };
    const code = readFileSync(join(dataDir, 'setup-code'), 'utf8').trim();
    await press('POST', '/setup', {
      code,
      username: 'admin',
      password: 'a long password',
      displayName: 'Admin',
    });
    const [desk] = await press('GET', '/desks');
    await press('POST', `/desks/${desk.id}/sign-in`);
    const visitors = 36;
    for (let each = 0; each < visitors; each += 1) {
      await press('POST', '/walk-ins', { serviceId: desk.serviceIds[0] });
    }

    const kills = 4;
    let called = 0;
    let working = true;
    const killing = (async () => {
      for (let kill = 1; kill <= kills; kill += 1) {
        // At a moment of its own: while a request is under way that began after so many calls.
        while (working && called < kill * 8) await shortly();
        await server.kill();
        server = await serve(program, dataDir, port);
      }
    })();
    const numbers: string[] = [];
    for (;;) {
      const ticket: Ticket | null = await press('POST', `/desks/${desk.id}/call-next`);
      if (!ticket) break;
      numbers.push(ticket.number);
      called += 1;
      await press('POST', `/desks/${desk.id}/recall`);
      await press('POST', `/desks/${desk.id}/finish`);
    }
    working = false;
    await killing;

    expect(numbers).toHaveLength(visitors);
    expect(new Set(numbers).size).toBe(visitors);
    const all = Array.from({ length: visitors * 2 }, (_, index) => index + 1);
    await expect.poll(() => display.heard.at(-1)).toBe(visitors * 2);
    expect(display.heard).toEqual(all);

    await server.kill();
    const store = openStore(join(dataDir, 'antre.sqlite'));
    expect(
      store.all(query.selectFrom('calls').select('sequence').orderBy('sequence')).map((row) => row.sequence),
    ).toEqual(all);
    expect(
      store.all(
        query
          .selectFrom('events')
          .where('kind', 'in', ['issued', 'called', 'recalled', 'finished'])
          .groupBy('kind')
          .orderBy('kind')
          .select(({ fn }) => ['kind', fn.countAll().as('count')]),
      ),
    ).toEqual(['called', 'finished', 'issued', 'recalled'].map((kind) => ({ kind, count: visitors })));
    store.close();
  } finally {
    const ended = display.stop();
    for (const child of children) child.kill('SIGKILL');
    await ended;
  }
});
