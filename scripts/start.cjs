// npm start: sets up what is missing, then puts the kiosk on the screen; where there is no Electron or no screen,
// serves it to a browser and says so. npm run serve (--headless): serves on purpose.
// Node's built-ins only, from Node 18 on.
const { spawn } = require('node:child_process');
const { findElectron } = require('./find-electron.cjs');
const {
  buildWhenStale,
  compileCache,
  heapFlags,
  installPackages,
  nodeToUse,
  root,
} = require('./prepare.cjs');

// Exit statuses of electron/main.ts.
const startAgain = 85;
const startAgainWithoutGraphics = 86;
// From this status on Windows, which has no signals, tells of a crash (NTSTATUS, severity "error").
const windowsCrash = 0xc0000000;
// SIGKILL is what a machine short of memory sends.
const crashSignals = ['SIGABRT', 'SIGBUS', 'SIGFPE', 'SIGILL', 'SIGKILL', 'SIGSEGV', 'SIGTRAP'];
const longestWaitMs = 30_000;

const given = process.argv.slice(2);
const headless = given.includes('--headless');
const flags = given.filter((flag) => flag !== '--headless');

let child;
let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    stopping = true;
    if (child) child.kill(signal === 'SIGINT' ? 'SIGTERM' : signal);
    else process.exit(1);
  });
}

installPackages();
buildWhenStale();
if (headless) serve();
else startKiosk();

function startKiosk() {
  if (noScreen()) {
    serveInstead('There is no screen here (DISPLAY is not set)', 'Start it from a desktop session');
    return;
  }
  const electron = findElectron({ download: true });
  if (!electron.path) {
    serveInstead(electron.why, 'Run "npx install-electron" once with a network');
    return;
  }
  let waitMs = 1000;
  let everShown = false;
  const watch = (extra) => {
    const startedAt = Date.now();
    let shown = false;
    let lastWords = '';
    child = spawn(electron.path, [`--js-flags=${heapFlags.join(' ')}`, '.', ...flags, ...extra], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...compileCache, ANTRE_WATCHED: '1' },
    });
    child.stdout.on('data', (words) => {
      process.stdout.write(words);
    });
    child.stderr.on('data', (words) => {
      lastWords = (lastWords + words).slice(-4000);
      if (/^Antre /m.test(lastWords)) shown = everShown = true;
      process.stderr.write(words);
    });
    child.on('error', (error) => serveInstead(`Electron does not start (${error.message})`, 'Reinstall it'));
    child.on('close', (status, signal) => {
      child = undefined;
      if (stopping || (shown && status === 0)) process.exit(0);
      if (!everShown) {
        const { why, cure } = explain(lastWords, signal ?? status);
        serveInstead(why, cure);
        return;
      }
      const crashed =
        crashSignals.includes(signal) || (process.platform === 'win32' && status >= windowsCrash);
      if (status === startAgain || status === startAgainWithoutGraphics || crashed) {
        if (Date.now() - startedAt > 60_000) waitMs = 1000;
        const more = status === startAgainWithoutGraphics ? ['--without-graphics'] : extra;
        setTimeout(() => watch(more), waitMs);
        waitMs = Math.min(waitMs * 2, longestWaitMs);
        return;
      }
      process.exit(status ?? 1);
    });
  };
  watch([]);
}

/** Why Electron ended before it showed anything, and what to do about it. */
function explain(words, ending) {
  const library = /shared libraries: ([^:\s]+):/.exec(words)?.[1];
  if (library) return { why: `Electron lacks the system library ${library}`, cure: 'Install it' };
  if (/root without --no-sandbox/.test(words)) {
    return { why: 'Electron does not run as root', cure: 'Start Antre as another user' };
  }
  if (/sandbox/i.test(words)) {
    return {
      why: 'This system does not let Electron lock its pages in (no user namespaces)',
      cure: 'Allow them, or make chrome-sandbox setuid root,',
    };
  }
  if (/cannot open display|Missing X server/i.test(words)) {
    return {
      why: 'The screen that DISPLAY names does not answer',
      cure: 'Start Antre from a desktop session',
    };
  }
  return {
    why: `Electron does not run here (it ended with ${ending})`,
    cure: 'See README.md, "Where it runs",',
  };
}

function serveInstead(why, cure) {
  console.error(`${why}: Antre is served to the browser instead. ${cure} to have it full screen.`);
  serve({ openBrowser: !noScreen() });
}

function noScreen() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

function serve({ openBrowser } = { openBrowser: false }) {
  if (stopping) process.exit(0);
  child = spawn(nodeToUse(), [...heapFlags, 'build/main/headless.cjs', ...flags], {
    cwd: root,
    env: { ...process.env, ...compileCache },
    stdio: ['inherit', 'inherit', 'pipe'],
  });
  let opened = !openBrowser;
  child.stderr.on('data', (words) => {
    process.stderr.write(words);
    const address = /served at (\S+)\. /.exec(String(words))?.[1];
    if (!address || opened) return;
    opened = true;
    const [program, ...parameters] = {
      win32: ['cmd', '/c', 'start', '', address],
      darwin: ['open', address],
    }[process.platform] ?? ['xdg-open', address];
    // Where there is no such program the address stands above.
    spawn(program, parameters, { stdio: 'ignore', detached: true })
      .on('error', () => {})
      .unref();
  });
  child.on('close', (status, signal) => process.exit(status ?? (signal && stopping ? 0 : 1)));
}
