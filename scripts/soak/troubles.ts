import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Random } from '../../electron/queue/simulation/random';
import type { Book } from './book';
import type { HallProcess } from './hall-process';
import type { OpenHall } from './open-hall';
import { noteFault } from './persistent-caller';

export interface Stage {
  readonly process: HallProcess;
  readonly hall: OpenHall;
  readonly printer: { say(line: string): void };
  readonly book: Book;
  readonly random: Random;
  /** The disk of the hall's data is small and its own, and may be filled. */
  readonly smallDisk: boolean;
}

/**
 * What befalls the hall. `takesProcess`: it stops, kills or misleads the hall's process, so that only one of these
 * happens at a time; the milliseconds from its beginning to its end don't count for the event loop.
 */
export interface Trouble {
  readonly takesProcess: boolean;
  /** Whether the hall's process is to be started again by its watcher. */
  readonly restarts?: boolean;
  happen(stage: Stage): Promise<void>;
}

const second = 1000;
const day = 24 * 60 * 60 * second;
const between = (random: Random, low: number, high: number) =>
  low + Math.floor(random.uniform() * (high - low + 1));
const letters = 'abcdefghijklmnopqrstuvwxyz0123456789-_:,./%&="{}[]\\\u0000\u202eŁ';
const text = (random: Random, longest: number) =>
  Array.from(
    { length: between(random, 1, longest) },
    () => letters[between(random, 0, letters.length - 1)],
  ).join('');

/** Requests to the hall from somebody unproven; their answers count only where they should not have been. */
async function stranger(
  stage: Stage,
  method: string,
  path: string,
  options: { headers?: Record<string, string>; body?: string } = {},
) {
  await new Promise<void>((resolve) => {
    const asked = request(`${stage.process.url}${encodeURI(path)}`, {
      method,
      agent: new Agent(),
      timeout: 10 * second,
      headers: options.headers ?? {},
    });
    asked.on('response', (response) => {
      let words = '';
      response.on('data', (part: Buffer) => {
        if (words.length < 2000) words += part;
      });
      response.on('close', () => {
        let body: unknown = words;
        try {
          body = JSON.parse(words);
        } catch {
          // Not JSON: kept as it is.
        }
        noteFault(stage.book, `a stranger's ${method} ${path.slice(0, 60)}`, {
          status: response.statusCode ?? 0,
          body,
        });
        resolve();
      });
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => resolve());
    asked.end(options.body);
  });
}

/** All troubles by their names; each is drawn at random. */
export const troubles = {
  streams: {
    takesProcess: false,
    async happen(stage) {
      const { random, process } = stage;
      const open = Array.from({ length: 300 }, () => {
        const topics = Array.from({ length: between(random, 1, 40) }, () => `board:${text(random, 6)}`).join(
          ',',
        );
        const asked = request(`${process.url}/api/v1/events?topics=${encodeURIComponent(topics)}`, {
          agent: new Agent(),
        });
        asked.on('response', (response) => response.resume());
        asked.on('error', () => undefined);
        asked.end();
        return asked;
      });
      await pause(between(random, 5, 20) * second);
      for (const asked of open) asked.destroy();
    },
  },
  'half requests': {
    takesProcess: false,
    async happen(stage) {
      const open = Array.from({ length: 100 }, () => {
        const asked = request(`${stage.process.url}/api/v1/session`, {
          method: 'POST',
          agent: new Agent(),
          headers: { 'content-type': 'application/json', 'content-length': '1000' },
        });
        asked.on('error', () => undefined);
        asked.on('response', (response) => response.resume());
        asked.write('{"username":');
        return asked;
      });
      await pause(between(stage.random, 5, 15) * second);
      for (const asked of open) asked.destroy();
    },
  },
  'public pages': {
    takesProcess: false,
    async happen(stage) {
      const pages = ['/info', '/info.ics', '/api/v1/info', '/api/v1/openapi.json', '/kiosk', '/display'];
      const until = Date.now() + 10 * second;
      while (Date.now() < until) {
        void stranger(stage, 'GET', pages[between(stage.random, 0, pages.length - 1)] ?? '/info');
        await pause(1000 / 45);
      }
    },
  },
  nonsense: {
    takesProcess: false,
    async happen(stage) {
      const { random } = stage;
      const methods = ['GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'OPTIONS', 'QUERY', 'HEAD'];
      const places = [
        '/api/v1/tickets',
        '/api/v1/session',
        '/api/v1/survey/x',
        '/api/v1/devices/pair',
        '/assets/x.js',
        '/slides/1',
        '/pictures/x',
        '/voice/x',
        '/t/x',
        '/',
      ];
      for (let each = 0; each < 60; each += 1) {
        const fields = Object.fromEntries(
          Array.from({ length: between(random, 0, 50) }, () => [text(random, 12), text(random, 30)]),
        );
        const method = methods[between(random, 0, methods.length - 1)] ?? 'GET';
        await stranger(
          stage,
          method,
          `${places[between(random, 0, places.length - 1)]}/${text(random, 20)}`,
          {
            headers: {
              'content-type':
                random.uniform() < 0.8 ? 'application/json' : text(random, 8).replace(/[^a-z/]/g, ''),
              range: `bytes=${between(random, -9, 99_999_999)}-`,
              'if-match': '"x"',
            },
            ...(method === 'GET' || method === 'HEAD'
              ? {}
              : { body: random.uniform() < 0.8 ? JSON.stringify(fields) : text(random, 200) }),
          },
        );
      }
    },
  },
  guesses: {
    takesProcess: false,
    async happen(stage) {
      for (let each = 0; each < 20; each += 1) {
        await stranger(stage, 'POST', '/api/v1/session', {
          headers: { 'content-type': 'application/json', origin: stage.process.url },
          body: JSON.stringify({ username: 'admin.soak', password: `tebakan-${each}` }),
        });
      }
    },
  },
  'closure and complaint': {
    takesProcess: false,
    async happen({ hall, random }) {
      const from = new Date(Date.now() + 2 * day).toISOString().slice(0, 10);
      const ends = [
        '9999-12-31',
        '2100-01-01',
        new Date(Date.now() + between(random, 3, 1700) * day).toISOString().slice(0, 10),
      ];
      const { status, body } = await hall.admin.ask('POST', '/admin/closures', {
        scope: 'hall',
        from,
        to: ends[between(random, 0, 2)],
        reason: { id: text(random, 20).trim() || 'x', en: 'x', jv: 'x' },
        week: null,
      });
      if (status === 201) {
        await pause(between(random, 1, 5) * second);
        await hall.admin.ask('DELETE', `/admin/closures/${(body as { readonly id: string }).id}`);
      }
    },
  },
  reports: {
    takesProcess: false,
    async happen({ hall }) {
      const to = new Date().toISOString().slice(0, 10);
      const from = new Date(Date.now() - 364 * day).toISOString().slice(0, 10);
      await hall.admin.ask('GET', `/reports/summary?from=${from}&to=${to}&by=hour`);
      await hall.admin.ask('GET', `/reports/presence?from=${from}&to=${to}`);
    },
  },
  backup: {
    takesProcess: false,
    async happen({ hall }) {
      const { body, status } = await hall.admin.ask('POST', '/admin/backups', {});
      await pause(2 * second);
      if (status < 400)
        await hall.admin.ask('DELETE', `/admin/backups/${(body as { readonly id: string }).id}`);
    },
  },
  'a large import is looked at': {
    takesProcess: false,
    async happen({ hall, random }) {
      const { body: file } = await hall.admin.ask('GET', '/admin/export');
      const strange = Object.fromEntries(
        Array.from({ length: between(random, 1, 20_000) }, (_, each) => [`k${each}`, text(random, 5)]),
      );
      await hall.admin.ask('POST', '/admin/import/preview', { ...(file as object), ...strange });
    },
  },
  printer: {
    takesProcess: false,
    async happen({ printer, random }) {
      const conditions = ['{"paper":"out"}', '{"coverOpen":true}', 'drop', 'unplug'];
      printer.say(conditions[between(random, 0, 3)] ?? 'drop');
      await pause(between(random, 1, 15) * second);
      printer.say('plug');
      printer.say('{"paper":"enough","coverOpen":false}');
    },
  },
  'the disk is full': {
    takesProcess: true,
    async happen({ process, random, smallDisk }) {
      if (!smallDisk) return;
      const filler = join(process.dataDir, '..', 'filler');
      const { bavail, bsize } = statfsSync(process.dataDir);
      try {
        writeFileSync(filler, Buffer.alloc(bavail * bsize));
      } catch {
        // That was the last block.
      }
      await pause(between(random, 2, 10) * second);
      rmSync(filler, { force: true });
    },
  },
  'the clock is wrong': {
    takesProcess: true,
    async happen({ process, random }) {
      const spans = [1 / 24 / 60, 1 / 24, 1, 30, 365, 3650];
      const span = (spans[between(random, 0, spans.length - 1)] ?? 1) * day;
      process.setClockWrongBy(
        Math.round(span * (random.uniform() < 0.5 ? -1 : 1) * (0.5 + random.uniform())),
      );
      await pause(between(random, 2, 20) * second);
      process.setClockWrongBy(0);
      await pause(5 * second);
    },
  },
  killed: {
    takesProcess: true,
    restarts: true,
    async happen({ process }) {
      await process.signal('SIGKILL');
      await process.answers(60 * second);
    },
  },
  hangs: {
    takesProcess: true,
    restarts: true,
    async happen({ process }) {
      await process.signal('SIGSTOP');
      await process.answers(180 * second);
    },
  },
} as const satisfies Record<string, Trouble>;

export type TroubleName = keyof typeof troubles;
