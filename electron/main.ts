import { join } from 'node:path';
import { app, powerMonitor } from 'electron';
import type { RunningApp } from './app';
import { machineClock } from './clock';
import { readConfig, type ShellConfig, type WhenLost } from './config';
import type { AttachedDevices, DevicesNow } from './devices/attached-devices';
import { RunRecord } from './health/run-record';
import { createLog, type Log } from './log';
import { debuggingRefused, flagsOfElectron, isNeededSwitch, shellFlags } from './process/command-line';
import { exitStatuses } from './process/exit-statuses';
import { isAtTerminal, setUpCodeSentence } from './process/tell-set-up-code';
import { endOnUnforeseen, stopWithinMs, Watcher } from './process/watcher';
import type { HubAccess } from './second-kiosk/call-hub';
import { keepAccess } from './second-kiosk/kept-access';
import { LatestStateSender } from './second-kiosk/latest-state-sender';
import type { SecondKiosk, SecondKioskStage } from './second-kiosk/start-second-kiosk';
import type { KeptToken } from './shell/device-cookie';
import { lockDown } from './shell/lockdown';
import { type LostPage, onLostPage, type WindowName, watchGraphics } from './shell/recovery';
import { type KioskShell, openDeskShell, openDisplayShell, openKioskShell, type Shell } from './shell/shell';
import { TakeOverDialog } from './shell/take-over-dialog';

const { withoutGraphics } = shellFlags;
const tryAgainMs = 10_000;
/** What takes time is done once the page is there, and not waited for with it longer than that. */
const longestWaitForPageMs = 10_000;

let running: { stop(): Promise<void> } | undefined;
let attached: AttachedDevices | undefined;
let devices: DevicesNow | undefined;
let serverAccess: HubAccess | undefined;
let tellingDevices: LatestStateSender | undefined;
let leaving = false;
let toldFault = '';
const watcher = new Watcher(() => void leave(0));
const run = new RunRecord(machineClock);
const preload = join(__dirname, 'preload.cjs');

start();

/**
 * Electron's entry: windows first, so that something is on the screen; then the parts; then the pages. What windows don't
 * need is imported where it is used: Electron does nothing else while a file is compiled and run, and a window's own
 * process starts meanwhile.
 */
function start(): void {
  // The start script takes this line as the proof that Electron runs here.
  console.error(`Antre ${app.getVersion()}`);
  const { isPackaged, commandLine } = app;
  const refused = debuggingRefused({
    environment: process.env,
    isPackaged,
    hasSwitch: (name) => commandLine.hasSwitch(name),
  });
  if (refused !== null) {
    console.error(refused);
    app.exit(exitStatuses.cannotStart);
    return;
  }
  // What Antre writes is its own user's alone.
  process.umask(0o077);
  const config = readConfigOrFault();
  const log = 'fault' in config ? createLog('info') : createLog(config.logLevel, config.dataDir);
  const keep = (error: unknown) => run.ends('crash', error);
  endOnUnforeseen({ log, watcher, keep }, () => void restart());
  if (!('fault' in config)) watcher.starting(config.dataDir);
  tellingDevices = new LatestStateSender({
    send: tellDevices,
    onFault: (error) => log.warn({ err: error }, 'how the devices are could not be told'),
  });
  lockDown(log);
  if (process.argv.includes(withoutGraphics)) app.disableHardwareAcceleration();
  // The profile, and with it the lock that keeps a second Antre away, belongs to the data directory.
  if (!('fault' in config)) app.setPath('userData', join(config.dataDir, 'electron'));
  if (!app.requestSingleInstanceLock()) {
    console.error('Antre already runs with this data directory.');
    app.exit(0);
    return;
  }
  watchGraphics(() => {
    run.ends('graphics');
    void restart(withoutGraphics);
  }, log);
  app.on('window-all-closed', () => {
    // Closing is decided by `leave` alone.
  });
  app.on('before-quit', (event) => {
    event.preventDefault();
    void leave(0);
  });
  void app.whenReady().then(() => {
    powerMonitor.on('shutdown', () => void leave(0));
    const shell = 'fault' in config ? openFaultyShell(config.fault, log) : openShell(config, log);
    onLostPage((window, kind, reason) => void tellLostPage(config, log, { window, kind, reason }));
    app.on('second-instance', () => shell.focus());
    if ('fault' in config || config.surface === 'display') return;
    void watchDevices(shell, config, log);
  });
}

/** Resolves once the page is shown, or can't be waited for any longer. */
async function pageToBeThere(shell: Shell): Promise<void> {
  await Promise.race([
    shell.pageShown,
    new Promise((resolve) => setTimeout(resolve, longestWaitForPageMs).unref()),
  ]);
}

/** Watches this machine's devices, once the page is shown: loading what they need takes the start's time. */
async function watchDevices(shell: Shell, config: ShellConfig, log: Log): Promise<void> {
  await pageToBeThere(shell);
  if (leaving) return;
  const [{ nodeHid }, { watchAttachedDevices }] = await Promise.all([
    import('../native/hid/node-hid'),
    import('./devices/attached-devices'),
  ]);
  attached = watchAttachedDevices({
    hid: nodeHid(),
    scannerPort: config.scanner,
    dataDir: config.dataDir,
    log,
    onChange: (now) => {
      devices = now;
      shell.tellDevices({ buttonBoxes: now.buttonBoxes, scanner: now.scanner });
      tellingDevices?.changed();
    },
    onScan: (text) => shell.tellScan(text),
    onButton: (button) => shell.tellButton(button),
  });
}

/** What proves the lobby's screen at this machine to the hub. */
function keptToken(hub: string, dataDir: string): KeptToken {
  const kept = keepAccess(dataDir, 'display');
  return { token: () => kept.token(hub), keep: (token) => kept.keep(hub, token) };
}

/** Opens the window of what this machine is for, and starts what belongs to it. */
function openShell(config: ShellConfig, log: Log): Shell {
  const { hub, surface } = config;
  if (hub !== null) watcher.started(null);
  if (hub !== null && surface === 'desk') return openDeskShell(hub, preload, () => void leave(0), log);
  const lobbyToken = hub === null ? null : keptToken(hub, config.dataDir);
  if (hub !== null && lobbyToken && surface === 'display') return openDisplayShell(hub, lobbyToken, log);
  const shell = openKioskShell(config, preload, lobbyToken, log);
  if (hub === null) void serve(shell, config, log);
  else void serveHub(shell, { ...config, hub }, log);
  return shell;
}

function openFaultyShell(fault: unknown, log: Log): Shell {
  const shell = openKioskShell({ display: 'none', hub: null, wasMain: false }, preload, null, log);
  void showFault(shell, fault, log);
  return shell;
}

function readConfigOrFault(): ShellConfig | { readonly fault: unknown } {
  try {
    return readConfig({
      flags: flagsOfElectron(process.argv, app.isPackaged),
      environment: process.env,
      pagesDir: join(__dirname, '../pages'),
      isOthers: isNeededSwitch,
    });
  } catch (fault) {
    return { fault };
  }
}

async function serve(
  shell: KioskShell,
  config: ShellConfig,
  log: Log,
  whenLost: WhenLost = config.whenLost,
): Promise<void> {
  let parts: RunningApp;
  try {
    const { startApp } = await import('./app');
    const onSucceeded = () => void restart();
    parts = await startApp(config, { machine: machineClock, log, run, whenLost, onSucceeded });
    running = parts;
  } catch (error) {
    if (error instanceof Error && error.name === 'HallMoved') return void restart();
    const fault = await tellFault(error, log);
    const { offer, mayPass } = fault;
    if (offer) {
      shell.showOffer({ ...fault, offer }, () => {
        shell.showWaiting();
        void serve(shell, config, log, 'restore');
      });
    } else {
      shell.showFault(fault);
    }
    if (mayPass) setTimeout(() => void serve(shell, config, log), tryAgainMs);
    return;
  }
  const { url, kioskToken } = parts;
  const setupCode = parts.setupCode();
  if (setupCode !== null) {
    const { dataDir } = config;
    console.error(setUpCodeSentence({ url, code: setupCode, dataDir, atTerminal: isAtTerminal() }));
  }
  watcher.started(url);
  tellTo({ hub: url, token: kioskToken });
  await shell.show({
    url,
    kioskToken,
    mayExit: (pin) => parts.mayExit(pin),
    setupCode: () => parts.setupCode(),
    leave: () => void leave(0),
  });
  log.info({ url }, 'kiosk_shown');
  await pageToBeThere(shell);
  if (!leaving) parts.warmUp();
}

/** Works as a second kiosk for the hub. */
async function serveHub(
  shell: KioskShell,
  config: ShellConfig & { readonly hub: string },
  log: Log,
): Promise<void> {
  const { hub, dataDir, printer } = config;
  let shown = '';
  const show = (stage: SecondKioskStage) => {
    const now = JSON.stringify(stage);
    if (now === shown) return;
    shown = now;
    if (stage.kind !== 'may_take_over') takingOver.ended();
    if (stage.kind === 'may_take_over') takingOver.offer(stage);
    else if (stage.kind === 'away') shell.showAway();
    else if (stage.kind === 'unknown_address') shell.showUnknownAddress();
    else if (stage.kind === 'code') shell.showPairing(stage.code);
    else {
      const service = {
        url: stage.hub,
        kioskToken: stage.token,
        mayExit: (pin: string) => kiosk.mayExit(pin),
        setupCode: () => null,
      };
      void shell.show({ ...service, leave: () => void leave(0) });
    }
    log.info({ stage: stage.kind }, 'second_kiosk');
  };
  let kiosk: SecondKiosk;
  const takingOver = new TakeOverDialog({
    show: (view) => shell.showTakeOver(view, (key) => takingOver.pressed(key)),
    takeOver: (pin) => kiosk.takeOver(pin),
  });
  try {
    const { startSecondKiosk } = await import('./second-kiosk/start-second-kiosk');
    kiosk = startSecondKiosk({
      hub,
      dataDir,
      port: config.port,
      printer,
      log,
      run,
      show,
      onTakenOver: () => void restart(),
      onLine: tellTo,
    });
  } catch (error) {
    const { mayPass } = await showFault(shell, error, log);
    if (mayPass) setTimeout(() => void serveHub(shell, config, log), tryAgainMs);
    return;
  }
  running = kiosk;
}

/** From now on this server is told how the devices are, and at once. */
function tellTo(access: HubAccess): void {
  serverAccess = access;
  tellingDevices?.changed();
}

/** Tells the server how touch screen, scanner and pads are, where there is one to tell. */
async function tellDevices(): Promise<void> {
  if (!devices || !serverAccess) return;
  const { callHub } = await import('./second-kiosk/call-hub');
  const { touchScreen, scanner, buttonBoxes } = devices;
  await callHub(serverAccess, 'reportTouchScreen', { body: touchScreen });
  await callHub(serverAccess, 'reportScanner', { body: { state: scanner } });
  const pads = { keyboard: touchScreen.keyboard, ofOwnMaker: [...buttonBoxes] };
  await callHub(serverAccess, 'reportPads', { body: pads });
}

/** Tells the server, for the admins, that a page was lost and is brought back; it can't tell itself. */
async function tellLostPage(
  config: ShellConfig | { readonly fault: unknown },
  log: Log,
  lost: { readonly window: WindowName; readonly kind: LostPage; readonly reason: string },
): Promise<void> {
  const hub = 'fault' in config ? null : config.hub;
  const access = serverAccess ?? (hub === null ? undefined : { hub, token: null });
  if (!access) return;
  const { window, kind, reason } = lost;
  const surface = window === 'desk' ? 'staff' : window;
  try {
    const { callHub } = await import('./second-kiosk/call-hub');
    await callHub(access, 'reportPageFault', { body: { surface, kind, message: reason } });
  } catch (error) {
    log.warn({ err: error }, 'that a page was lost could not be told');
  }
}

async function showFault(shell: Shell, error: unknown, log: Log) {
  const fault = await tellFault(error, log);
  shell.showFault(fault);
  return fault;
}

async function tellFault(error: unknown, log: Log) {
  const { describeStartUpFault, inConsole } = await import('./process/start-up-fault');
  const fault = describeStartUpFault(error);
  const said = inConsole(fault);
  // It is tried again and again; one telling is enough.
  if (said !== toldFault) {
    toldFault = said;
    log.error({ detail: fault.detail }, 'start_failed');
    console.error(said);
  }
  return fault;
}

/** Stops the parts in order, then ends. */
async function leave(status: number): Promise<void> {
  if (leaving) return;
  leaving = true;
  tellingDevices?.stop();
  setTimeout(() => app.exit(status), stopWithinMs);
  await Promise.all([attached?.stop(), running?.stop()]);
  app.exit(status);
}

/** Begins anew: by the start script where it watches over this process, else by Electron itself. */
async function restart(flag?: string): Promise<void> {
  if (process.env.ANTRE_WATCHED) {
    return await leave(flag ? exitStatuses.startAgainWithoutGraphics : exitStatuses.startAgain);
  }
  const flags = process.argv.slice(1).filter((argument) => argument !== withoutGraphics);
  app.relaunch({ args: flag ? [...flags, flag] : flags });
  await leave(0);
}
