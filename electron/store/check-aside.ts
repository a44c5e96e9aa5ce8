import { Worker } from 'node:worker_threads';

/** Written as text because a worker can't be a file of its own in a bundle of one file. */
const program = `
const { parentPort, workerData } = require('node:worker_threads');
const { createRequire } = require('node:module');
const Database = createRequire(workerData.from)('better-sqlite3');
const database = new Database(workerData.file, { readonly: true });
const found = database.pragma('quick_check(1)', { simple: true });
database.close();
parentPort.postMessage(found);
`;

/** An older Electron ends ("Error::New napi_get_last_error_info", tried in 25) where a thread loads the driver too. */
const sinceElectron = 28;

/**
 * Checks a database file by SQLite's quick check in a thread of its own, with a connection of its own: the two
 * gigabytes of five busy years take most of a minute, in which the kiosk must already work.
 * `done` gets `ok`, or what is damaged, or null if it could not be checked. Returns a function that stops it.
 */
export function checkAside(file: string, done: (found: string | null) => void): () => void {
  if (Number.parseInt(process.versions.electron ?? '', 10) < sinceElectron) {
    done(null);
    return () => {};
  }
  const worker = new Worker(program, { eval: true, workerData: { file, from: __filename } });
  worker.unref();
  worker.once('message', (found: string) => done(found));
  worker.once('error', () => done(null));
  return () => void worker.terminate();
}
