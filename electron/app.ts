import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../package.json';
import { forgetOldTraces } from './actions/accounts/forget-old-traces';
import { giveDeviceToken } from './actions/accounts/give-device-token';
import { recordAudit } from './actions/accounts/record-audit';
import { removeEndedSessions } from './actions/accounts/session';
import { hasUsers } from './actions/accounts/users';
import { createActionRunner } from './actions/action-runner';
import { endDay } from './actions/end-day';
import type { MachineClock } from './clock';
import { closeDays } from './closing/day-closing';
import { saveDayReport } from './closing/day-reports';
import type { Config, WhenLost } from './config';
import { decodeWritten } from './contract/written-text';
import { Copies } from './copies/copies';
import { CopyWork } from './copies/copy-work';
import { RunRecord, runtimeInWords } from './health/run-record';
import { HeavyWork } from './heavy/heavy-work';
import type { Log } from './log';
import { openHall } from './lost-hall/open-hall';
import { layoutPictures } from './printing/layout-pictures';
import { startPrinting } from './printing/start-printing';
import { mayExit } from './server/exit-pin';
import { KeptFiles } from './server/files/kept-files';
import { PictureFiles } from './server/files/picture-files';
import { isLoopbackAddress } from './server/network/addresses';
import { startServer } from './server/server';
import { openSetUpCode } from './server/set-up-code';
import { Speech } from './speech/speech';
import { findSuccessor, HallMoved } from './standby/find-successor';
import { StandbyWatch } from './standby/standby-watch';
import { tellFormer } from './standby/tell-former';
import { listBackups, makeDailyBackup, tidyAfterRestore } from './store/backups/backup-files';
import { filesUsed } from './store/file-owners';
import { keepHall } from './store/hall';
import { holdDataDirectory } from './store/hold-data-directory';
import {
  builtInKioskId,
  ConfigurationFault,
  importConfiguration,
  inFile,
  isConfigured,
  parseConfiguration,
} from './store/import-configuration';
import { keepJournal } from './store/journal/keep-journal';
import { becomeMachine, readMachineRole } from './store/machine-role';
import { readMainMachine } from './store/main-machine';
import practiceSite from './store/practice-site.json';
import { everyMinute } from './time/every-minute';
import { HallTime, isDateSure } from './time/hall-time';
import { isResting } from './updates/quiet-hours';
import { Updates } from './updates/updates';
import { Uplink } from './uplink/uplink';
import { centreSnapshotView } from './views/centre/snapshot-view';
import { lookAt } from './views/view-context';

export interface RunningApp {
  /** `http://127.0.0.1:4180`, without a slash at the end. */
  readonly url: string;
  /** The built-in kiosk's device token; the shell sets it as the cookie `antre_device` of its windows. */
  readonly kioskToken: string;
  /** Whether this PIN (or, until the first account exists, the set-up code) may close the kiosk. */
  mayExit(pin: string): Promise<boolean>;
  /** The one-time set-up code, or null once an account exists; shown only behind the exit gesture. */
  setupCode(): string | null;
  /** Gets ready, piece by piece, what can wait until somebody can see Antre. */
  warmUp(): void;
  /** Stops the parts in reverse order; what is being printed is finished or left to be gone on with. */
  stop(): Promise<void>;
}

/**
 * Starts the parts in order (store, printing, server) and answers once the server listens.
 * Throws `HallMoved` if another machine has become the hall's main one, `HallLost` if the hall's database is lost and `whenLost` says to ask, `StoreUnusableError`, `ConfigurationFault` of the site's file, or the server's listen error, with whatever was
 * started already stopped.
 */
export async function startApp(
  config: Config,
  {
    machine,
    log,
    run = new RunRecord(machine),
    whenLost = 'ask',
    onSucceeded = () => undefined,
  }: {
    readonly machine: MachineClock;
    readonly log: Log;
    /** Keeps how this process ends. */
    readonly run?: RunRecord;
    readonly whenLost?: WhenLost;
    /** Another machine has become the hall's main one: this one is to end, and works for that one at its next start. */
    readonly onSucceeded?: () => void;
  },
): Promise<RunningApp> {
  const stops: (() => void | Promise<void>)[] = [];
  const stop = async () => {
    for (let last = stops.pop(); last; last = stops.pop()) await last();
  };
  try {
    mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
    stops.push(holdDataDirectory(config.dataDir));
    const databaseFile = join(config.dataDir, 'antre.sqlite');
    const keptId = tidyAfterRestore(databaseFile, config.dataDir, machine.wall());
    if (keptId) log.warn({ keptId }, 'what a restored backup replaced was filed away');
    const { store, restored } = await openHall(config.dataDir, { whenLost, now: machine.wall(), log });
    stops.push(() => store.close());
    const succeeded = (by: { readonly epoch: number; readonly hub: string }) => {
      log.error(by, 'another machine is the main one of this hall: no number is given here any more');
      becomeMachine(config.dataDir, { role: 'former', ...by, since: machine.wall() });
    };
    const successor = await findSuccessor(store);
    if (successor) {
      succeeded(successor);
      throw new HallMoved(successor.hub);
    }
    // A site file that was named is read at every start, so that a wrong one is told; the practice site once.
    if (config.siteFile !== null || !isConfigured(store)) {
      const site = await readSite(config.siteFile, new PictureFiles(config.dataDir));
      const imported = importConfiguration(store, site, machine.wall());
      if (imported) log.info({ site: config.siteFile ?? 'practice' }, 'a new hall was set up');
    }
    const hall = keepHall(store);
    for (const fault of hall().faults) log.warn({ fault }, 'a part of the configuration was left out');
    const clock = new HallTime({ machine, store, timezone: () => hall().settings.timezone, log });
    const ticking = setInterval(() => {
      try {
        clock.tick();
      } catch (error) {
        log.error({ err: error }, 'the time could not be written down');
      }
    }, 1_000);
    stops.push(() => clearInterval(ticking));
    const journal = keepJournal({
      store,
      clock,
      onFault: (error) => log.error({ err: error }, 'a row of the journal could not be written'),
    });
    const actionRunner = createActionRunner({ store, clock, hall });
    const system = { kind: 'system' } as const;
    const kioskToken = actionRunner.run(system, (context) => giveDeviceToken(context, builtInKioskId));
    if (restored) {
      actionRunner.run(system, (context) =>
        recordAudit(context, { action: 'restoreBackup', subject: `backup:${restored}` }),
      );
    }
    /** What ends a day, forgets or removes must not do so by a date in doubt. */
    const dateIsSure = () => isDateSure(store, clock, hall().settings.timezone);
    const closeDay = () => void actionRunner.run(system, endDay);
    if (dateIsSure()) closeDay();
    const heavyWork = new HeavyWork({ file: databaseFile, clock, log });
    stops.push(() => heavyWork.stop());
    const copies = new Copies({
      dataDir: config.dataDir,
      database: databaseFile,
      clock,
      hall,
      log,
      version,
      work: new CopyWork(),
    });
    stops.push(() => copies.stop());
    const updates = new Updates({
      folder: config.updatesDir,
      version,
      timezone: () => hall().settings.timezone,
    });
    const standby = new StandbyWatch({ store, log, hall });
    stops.push(() => standby.stop());
    const speech = new Speech({ dataDir: config.dataDir, hall, clock, log });
    stops.push(() => speech.stop());
    stops.push(
      store.onCommit((changes) => {
        if (changes.some(({ kind }) => kind === 'configuration')) speech.prepare();
      }),
    );
    const uplink = new Uplink({
      ...{ dataDir: config.dataDir, store, journal, clock, hall, log, version },
      snapshot: () =>
        centreSnapshotView(lookAt({ store, clock, hall }), {
          version,
          copies: {
            here: listBackups(config.dataDir, hall().settings.timezone)[0]?.madeAt ?? null,
            away: copies.state().last?.at ?? null,
          },
          clockIsSure: clock.doubt() === null,
          documents: [],
        }),
    });
    stops.push(() => uplink.stop());
    const reportParts = { store, hall, heavyWork, dataDir: config.dataDir };
    const dayClosing = closeDays({
      actionRunner,
      log,
      saveReport: (date) => saveDayReport(reportParts, date),
    });
    stops.push(() => dayClosing.stop());

    const printing = startPrinting({
      store,
      clock,
      hall,
      log,
      actionRunner,
      target: config.printer,
      deviceId: builtInKioskId,
    });
    stops.push(() => printing.stop());

    const setUpCode = openSetUpCode({ dataDir: config.dataDir, accountExists: hasUsers(store), log });
    const exit = (typed: Parameters<typeof mayExit>[0]) => mayExit(typed, { actionRunner, hall, setUpCode });
    const { dataDir, pagesDir, port, httpsPort, trustedProxies, localKiosk } = config;
    // What was set from outside holds; else an admin decides, from the next start on.
    const host = isLoopbackAddress(config.host) && hall().settings.lanOpen ? '0.0.0.0' : config.host;
    const server = await startServer({
      store,
      clock,
      log,
      hall,
      actionRunner,
      printer: printing,
      heavyWork,
      copies,
      updates,
      standby,
      succeeded: (by) => {
        succeeded(by);
        onSucceeded();
      },
      uplink,
      speech,
      drawLayout: (draft) => layoutPictures(draft, hall(), clock.now()),
      setUpCode,
      mayExit: exit,
      dataDir,
      pagesDir,
      host,
      port,
      httpsPort,
      trustedProxies,
      localKiosk,
      version,
    });
    stops.push(() => server.stop());
    const role = readMachineRole(config.dataDir);
    if (role?.role === 'main') {
      const { secret } = readMainMachine(store);
      stops.push(tellFormer(role, { secret, address: role.address ?? server.url, log }));
    }
    const askingForLeisure = setInterval(() => {
      if (!server.isKioskInUse()) updates.kiosksAreFree();
    }, 1_000);
    stops.push(() => clearInterval(askingForLeisure));
    let copying = false;
    const keptFiles = new KeptFiles(dataDir);
    const copyDaily = async () => {
      if (copying) return;
      copying = true;
      try {
        const { timezone } = hall().settings;
        const id = await makeDailyBackup(store, dataDir, { now: clock.now(), timezone });
        if (!id) return;
        log.info({ id }, 'the copy of the day was made');
        keptFiles.removeUnused(filesUsed(store), clock.now());
        await copies.seal(id);
      } catch (error) {
        log.error({ err: error }, 'the copy of the day could not be made');
      } finally {
        copying = false;
      }
    };
    stops.push(
      everyMinute(clock, log, () => {
        if (dateIsSure()) {
          closeDay();
          actionRunner.forgetOldKeys();
          actionRunner.run(system, removeEndedSessions);
          actionRunner.run(system, forgetOldTraces);
          store.wipeLog();
          void copyDaily();
          copies.minutePassed();
          uplink.minutePassed();
          if (isResting({ ...hall(), services: [...hall().service.values()] }, clock.now()))
            updates.restBegan();
          void dayClosing.due();
        }
        server.minutePassed();
        speech.minutePassed();
      }),
    );
    if (dateIsSure()) void dayClosing.due();
    // A start that failed is tried again and again, and is no run.
    stops.push(run.begin(config.dataDir, { version, runtime: runtimeInWords() }));
    log.info({ url: server.url, version }, 'Antre is running');
    return {
      url: server.url,
      kioskToken,
      mayExit: (pin) => exit({ pin, deviceId: builtInKioskId }),
      setupCode: () => setUpCode.code(),
      warmUp: () => printing.warmUp(),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readSite(siteFile: string | null, pictures: PictureFiles) {
  if (siteFile === null) return parseConfiguration(JSON.stringify(practiceSite), 'practice-site.json');
  const taken = await pictures.takeIn(parseConfiguration(decodeWritten(readFileSync(siteFile)), siteFile));
  if ('faults' in taken) throw new ConfigurationFault(siteFile, taken.faults.map(inFile));
  return taken.file;
}
