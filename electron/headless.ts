import { join } from 'node:path';
import { startApp } from './app';
import { machineClock } from './clock';
import { readConfig, type ShellConfig } from './config';
import { RunRecord } from './health/run-record';
import { createLog, type Log } from './log';
import { debuggingRefused } from './process/command-line';
import { exitStatuses } from './process/exit-statuses';
import { describeStartUpFault, inConsole, type StartUpFault } from './process/start-up-fault';
import { isAtTerminal, setUpCodeSentence } from './process/tell-set-up-code';
import { endOnUnforeseen, stopWithinMs, Watcher } from './process/watcher';
import { startSecondKiosk } from './second-kiosk/start-second-kiosk';
import { HallMoved } from './standby/find-successor';

let running: { stop(): Promise<void> } | undefined;
let stopping = false;
/** Writes down why there was no start, once it is known where. */
let logFailure: (fault: StartUpFault) => void = () => undefined;
const watcher = new Watcher(() => void stop(0));
const run = new RunRecord(machineClock);

/** Node's entry: the same parts as in Electron, without windows. */
async function main(): Promise<void> {
  const refused = debuggingRefused({ environment: process.env });
  if (refused !== null) {
    console.error(refused);
    process.exit(exitStatuses.cannotStart);
  }
  // What Antre writes is its own user's alone.
  process.umask(0o077);
  const config = readConfig({
    flags: process.argv.slice(2),
    environment: process.env,
    pagesDir: join(__dirname, '../pages'),
  });
  const log = createLog(config.logLevel, config.dataDir);
  const keep = (error: unknown) => run.ends('crash', error);
  endOnUnforeseen({ log, watcher, keep }, () => void stop(exitStatuses.startAgain));
  logFailure = (fault) => log.error({ detail: fault.detail }, 'start_failed');
  watcher.starting(config.dataDir);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  running = config.hub === null ? await serve(config, log) : serveHub({ ...config, hub: config.hub }, log);
}

/** Stops the parts in order, then ends. */
async function stop(status: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(status), stopWithinMs);
  await running?.stop();
  process.exit(status);
}

async function serve(config: ShellConfig, log: Log) {
  const app = await startApp(config, {
    machine: machineClock,
    log,
    run,
    whenLost: config.whenLost,
    onSucceeded: () => void stop(exitStatuses.startAgain),
  });
  watcher.started(app.url);
  app.warmUp();
  console.error(`Antre is served at ${app.url}/kiosk. Ctrl+C stops it.`);
  const setupCode = app.setupCode();
  if (setupCode !== null) {
    const { dataDir } = config;
    console.error(setUpCodeSentence({ url: app.url, code: setupCode, dataDir, atTerminal: isAtTerminal() }));
  }
  return app;
}

/** Drives this machine's printer for a hub; the kiosk's page is the hub's. */
function serveHub({ hub, dataDir, port, printer }: ShellConfig & { readonly hub: string }, log: Log) {
  let said = '';
  const kiosk = startSecondKiosk({
    hub,
    dataDir,
    port,
    printer,
    log,
    run,
    onTakenOver: () => void stop(exitStatuses.startAgain),
    // Without windows there is no touch screen to tell of.
    onLine: () => undefined,
    show(stage) {
      const sentence = {
        away: () => `The hub at ${hub} can't be reached; it is tried again.`,
        unknown_address: () =>
          `The hub does not know ${hub} as its own address; name it in ANTRE_HUB as the hub's settings have it.`,
        code: (code: string) => `The code to let this kiosk in at ${hub}/admin: ${code}`,
        may_take_over: () =>
          `The hub at ${hub} is silent. This machine stands by: antre take-over makes it the main one.`,
        let_in: () => `Antre prints for ${stage.kind === 'let_in' ? stage.hub : hub}. Ctrl+C stops it.`,
      }[stage.kind](stage.kind === 'code' ? stage.code : '');
      if (sentence === said) return;
      said = sentence;
      console.error(sentence);
    },
  });
  watcher.started(null);
  return kiosk;
}

main().catch((error: unknown) => {
  if (error instanceof HallMoved) {
    console.error(error.message);
    process.exit(exitStatuses.startAgain);
  }
  const fault = describeStartUpFault(error);
  logFailure(fault);
  console.error(inConsole(fault));
  process.exit(fault.mayPass ? exitStatuses.mayPass : exitStatuses.cannotStart);
});
