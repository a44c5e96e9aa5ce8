import { join } from 'node:path';
import { readCentreConfig } from './centre/config';
import { rebuildAll } from './centre/rebuild-all';
import { startCentre } from './centre/start-centre';
import { createLog } from './log';
import { debuggingRefused } from './process/command-line';
import { exitStatuses } from './process/exit-statuses';
import { describeStartUpFault, inConsole } from './process/start-up-fault';
import { stopWithinMs, Watcher } from './process/watcher';

let running: { stop(): Promise<void> } | undefined;
let stopping = false;
const watcher = new Watcher(() => void stop(0));

/** The centre's entry: what several halls send is kept and shown, on plain Node. */
async function main(): Promise<void> {
  const refused = debuggingRefused({ environment: process.env });
  if (refused !== null) {
    console.error(refused);
    process.exit(exitStatuses.cannotStart);
  }
  // What it writes is its own user's alone.
  process.umask(0o077);
  const config = readCentreConfig({
    flags: process.argv.slice(2),
    environment: process.env,
    pagesDir: join(__dirname, 'pages'),
  });
  const log = createLog(config.logLevel);
  watcher.starting(config.dataDir);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  if (config.rebuild) {
    const count = await rebuildAll(config, log, (hall) => console.error(`Made anew: ${hall}`));
    console.error(`${count} halls were made anew from their journals.`);
    process.exit(0);
  }
  const centre = await startCentre(config, { log });
  running = centre;
  watcher.started(centre.url);
  console.error(`Antre's centre is served at ${centre.url}/pusat. Ctrl+C stops it.`);
  if (centre.setUpCode !== null)
    console.error(`The code to make the first account there: ${centre.setUpCode}`);
}

async function stop(status: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(status), stopWithinMs);
  await running?.stop();
  process.exit(status);
}

main().catch((error: unknown) => {
  const fault = describeStartUpFault(error);
  console.error(inConsole(fault));
  process.exit(fault.mayPass ? exitStatuses.mayPass : exitStatuses.cannotStart);
});
