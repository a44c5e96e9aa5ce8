import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningApp, startApp } from '../../electron/app';
import type { Config, PrinterTarget } from '../../electron/config';
import type { Configuration } from '../../electron/contract/configuration';
import { createLog } from '../../electron/log';
import { type MovableClock, movableClock } from './movable-clock';

/** The whole of Antre but its windows, in this process, with a data directory of its own. */
export interface RunningHall {
  /** Where it listens, without a slash at the end; the same after `restart`. */
  readonly url: string;
  /** Stands at Tuesday, 24 November 2026, 09.41 in Kajen. */
  readonly clock: MovableClock;
  readonly dataDir: string;
  app(): RunningApp;
  /** Ends the server; what it kept stays. */
  halt(): Promise<void>;
  /** Starts it again after `halt`, at the same address. */
  resume(): Promise<void>;
  /** Ends the server and removes its data. */
  end(): Promise<void>;
}

/** Starts a hall serving the built pages: the practice site, or another configuration. */
export async function startHall(
  options: {
    readonly site?: Configuration;
    readonly printer?: PrinterTarget | null;
    /** Also by https; the clock then shows the present, as that of the browsers does. */
    readonly https?: boolean;
    /** Where a package's updater is asked and tells; else Antre takes no versions itself. */
    readonly updatesDir?: string;
  } = {},
): Promise<RunningHall> {
  const dataDir = mkdtempSync(join(tmpdir(), 'antre-hall-'));
  const siteFile = options.site ? join(dataDir, 'site.json') : null;
  if (siteFile) writeFileSync(siteFile, JSON.stringify(options.site));
  const clock = movableClock(options.https ? new Date().toISOString() : '2026-11-24T09:41+07:00');
  const log = createLog('silent');
  const config = (port: number): Config => ({
    port,
    host: '127.0.0.1',
    dataDir,
    printer: options.printer === undefined ? { kind: 'preview' } : options.printer,
    logLevel: 'silent',
    httpsPort: options.https ? 0 : null,
    trustedProxies: [],
    localKiosk: 'own',
    siteFile,
    updatesDir: options.updatesDir ?? null,
    pagesDir: join(import.meta.dirname, '../../build/pages'),
  });
  let app: RunningApp | undefined = await startApp(config(0), { machine: clock.machine, log });
  const { url } = app;
  const running = () => {
    if (!app) throw new Error('the hall is halted');
    return app;
  };
  const halt = async () => {
    await app?.stop();
    app = undefined;
  };
  return {
    url,
    clock,
    dataDir,
    app: running,
    halt,
    async resume() {
      app = await startApp(config(Number(new URL(url).port)), { machine: clock.machine, log });
    },
    async end() {
      await halt();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
