import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { type RunningApp, startApp } from '../../electron/app';
import type { Configuration } from '../../electron/contract/configuration';
import type { Priority } from '../../electron/contract/tickets';
import { type MovableClock, movableClock } from './movable-clock';

export interface OpenHall {
  /** `http://127.0.0.1:PORT`; the same after `restart`. */
  readonly url: string;
  readonly clock: MovableClock;
  /** The one-time set-up code, or null once an account exists. */
  setUpCode(): string | null;
  /** A visitor takes a number and keeps it without paper; answers the number. */
  takeNumber(visit: {
    readonly counter: string;
    readonly service?: number;
    readonly priority?: Priority;
  }): Promise<string>;
  /** The whole app stops, as when the machine is switched off. */
  stop(): Promise<void>;
  /** It starts again with the same data on the same port. */
  start(): Promise<void>;
  /** Stops and removes what it kept. */
  close(): Promise<void>;
}

/** Starts the whole app in this process on a free port, over a hall of its own, with a clock moved by hand. */
export async function openHall(options: {
  readonly configuration: Configuration;
  readonly moment?: string;
}): Promise<OpenHall> {
  const folder = mkdtempSync(join(tmpdir(), 'antre-hall-'));
  const siteFile = join(folder, 'site.json');
  writeFileSync(siteFile, JSON.stringify(options.configuration));
  const clock = movableClock(options.moment ?? '2026-11-24T09:41+07:00');
  const log = pino({ level: process.env.ANTRE_LOG ?? 'silent' });
  let port = 0;
  let app: RunningApp | undefined;
  const start = async () => {
    app = await startApp(
      {
        port,
        host: '127.0.0.1',
        dataDir: join(folder, 'data'),
        printer: { kind: 'none' },
        logLevel: 'silent',
        siteFile,
        pagesDir: join(import.meta.dirname, '../../build/pages'),
      },
      { clock, log },
    );
    port = Number(new URL(app.url).port);
  };
  const stop = async () => {
    const running = app;
    app = undefined;
    await running?.stop();
  };
  await start();
  const url = `http://127.0.0.1:${port}`;

  let taken = 0;
  const asKiosk = async (path: string, body?: unknown) => {
    taken += 1;
    const response = await fetch(`${url}/api/v1${path}`, {
      method: 'POST',
      headers: {
        'idempotency-key': `visitor-${taken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as { number: string; token: string };
  };
  return {
    url,
    clock,
    setUpCode: () => app?.setupCode() ?? null,
    async takeNumber({ counter, service = 0, priority }) {
      const menu = (await (await fetch(`${url}/api/v1/counters`)).json()) as {
        code: string;
        services: { id: string }[];
      }[];
      const serviceId = menu.find(({ code }) => code === counter)?.services[service]?.id;
      const { number, token } = await asKiosk('/tickets', { serviceId, ...(priority ? { priority } : {}) });
      await asKiosk(`/tickets/${token}/paperless`);
      return number;
    },
    stop,
    start,
    async close() {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
