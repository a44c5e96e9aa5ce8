import { mkdirSync } from 'node:fs';
import { version } from '../../package.json';
import type { Log } from '../log';
import { holdDataDirectory } from '../store/hold-data-directory';
import { beginCentre } from './accounts/begin-centre';
import { forgetOld } from './accounts/sessions';
import type { CentreConfig } from './config';
import type { CentreDatabase } from './database/engine';
import { openDatabase } from './database/open-database';
import { catchUp, hallsBehind } from './projections/follow';
import { startCentreServer } from './server/server';

export interface RunningCentre {
  /** `http://127.0.0.1:4190`, without a slash at the end. */
  readonly url: string;
  readonly engine: 'postgres' | 'pglite';
  /** The one-time code to make the first account, or null once there is one. */
  readonly setUpCode: string | null;
  stop(): Promise<void>;
}

const hourMs = 3_600_000;
/** How often it is looked whether a hall's journal was not read to its end. */
const catchUpMs = 10_000;

/**
 * Starts one centre process. Of those on one PostgreSQL none is the first: each keeps nothing of its own. The embedded database
 * belongs to one process, which holds its data directory. Throws with everything stopped again.
 */
export async function startCentre(
  config: CentreConfig,
  { log, now = Date.now }: { readonly log: Log; readonly now?: () => number },
): Promise<RunningCentre> {
  const stops: (() => Promise<void> | void)[] = [];
  const stop = async () => {
    for (let end = stops.pop(); end !== undefined; end = stops.pop()) await end();
  };
  try {
    if (config.databaseUrl === null) {
      mkdirSync(config.dataDir, { recursive: true });
      stops.push(holdDataDirectory(config.dataDir));
    }
    const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, log });
    stops.push(() => database.close());
    const { setUpCode, key } = await beginCentre(database);
    const parts = { database, log, now, version, key };
    const tidy = setInterval(() => {
      forgetOld(database, now()).catch((error) => log.warn({ err: error }, 'old sessions were not tidied'));
    }, hourMs);
    tidy.unref();
    stops.push(() => clearInterval(tidy));
    const reading = setInterval(() => {
      readBehind(database).catch((error) => log.warn({ err: error }, 'journals were not read on'));
    }, catchUpMs);
    reading.unref();
    stops.push(() => clearInterval(reading));
    const server = await startCentreServer(parts, config);
    stops.push(() => server.stop());
    log.info({ engine: database.engine, url: server.url }, 'the centre runs');
    return { url: server.url, engine: database.engine, setUpCode, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Reads on where rows were taken while a hall was made anew. */
async function readBehind(database: CentreDatabase): Promise<void> {
  for (const hallId of await hallsBehind(database)) await catchUp(database, hallId);
}
