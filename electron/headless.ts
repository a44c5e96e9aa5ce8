import { join } from 'node:path';
import { startApp } from './app';
import { systemClock } from './clock';
import { readConfig, type ShellConfig } from './config';
import { createLog } from './log';
import { startSecondKiosk } from './second-kiosk/start-second-kiosk';
import { describeStartUpFault } from './start-up-fault';

/** Exit status for a start that can't succeed until a person has changed something (EX_CONFIG of sysexits). */
const cannotStart = 78;

/** Node's entry: the same parts as in Electron, without windows. */
async function main(): Promise<void> {
  // What Antre writes is its own user's alone.
  process.umask(0o077);
  const config = readConfig({
    flags: process.argv.slice(2),
    environment: process.env,
    pagesDir: join(__dirname, '../pages'),
  });
  const app = config.hub === null ? await serve(config) : serveHub({ ...config, hub: config.hub });
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await app.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop());
}

async function serve(config: ShellConfig) {
  const app = await startApp(config, { clock: systemClock, log: createLog(config.logLevel) });
  console.error(`Antre is served at ${app.url}/kiosk. Ctrl+C stops it.`);
  const setupCode = app.setupCode();
  if (setupCode) console.error(`The code to make the first account at ${app.url}/staff: ${setupCode}`);
  return app;
}

/** Drives this machine's printer for a hub; the kiosk's page is the hub's. */
function serveHub({ hub, dataDir, printer, logLevel }: ShellConfig & { readonly hub: string }) {
  let said = '';
  return startSecondKiosk({
    hub,
    dataDir,
    printer,
    log: createLog(logLevel),
    // Without windows there is no touch screen to tell of.
    onLine: () => undefined,
    show(stage) {
      const sentence = {
        away: () => `The hub at ${hub} can't be reached; it is tried again.`,
        unknown_address: () =>
          `The hub does not know ${hub} as its own address; name it in ANTRE_HUB as the hub's settings have it.`,
        code: (code: string) => `The code to let this kiosk in at ${hub}/admin: ${code}`,
        let_in: () => `Antre prints for ${hub}. Ctrl+C stops it.`,
      }[stage.kind](stage.kind === 'code' ? stage.code : '');
      if (sentence === said) return;
      said = sentence;
      console.error(sentence);
    },
  });
}

main().catch((error: unknown) => {
  const fault = describeStartUpFault(error);
  console.error(`${fault.sentence.en}\n${fault.detail}`);
  process.exit(cannotStart);
});
