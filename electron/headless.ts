import { join } from 'node:path';
import { startApp } from './app';
import { systemClock } from './clock';
import { readConfig } from './config';
import { createLog } from './log';
import { describeStartUpFault } from './start-up-fault';

/** Exit status for a start that can't succeed until a person has changed something (EX_CONFIG of sysexits). */
const cannotStart = 78;

/** Node's entry: the same parts as in Electron, without windows. */
async function main(): Promise<void> {
  const config = readConfig({
    flags: process.argv.slice(2),
    environment: process.env,
    pagesDir: join(__dirname, '../pages'),
  });
  const app = await startApp(config, { clock: systemClock, log: createLog(config.logLevel) });
  console.error(`Antre is served at ${app.url}/kiosk. Ctrl+C stops it.`);
  const setupCode = app.setupCode();
  if (setupCode) console.error(`The code to make the first account at ${app.url}/staff: ${setupCode}`);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await app.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

main().catch((error: unknown) => {
  const fault = describeStartUpFault(error);
  console.error(`${fault.sentence.en}\n${fault.detail}`);
  process.exit(cannotStart);
});
