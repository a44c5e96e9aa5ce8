// npm start: sets up what is missing, then puts the kiosk on the screen; where there is no Electron or no screen,
// serves it to a browser and says so. npm run serve (--headless): serves on purpose. npm run centre (--centre): the centre of
// several halls, on plain Node. All are watched
// (supervise.cjs). Node's built-ins only, from Node 18 on.
const { spawn } = require('node:child_process');
const { findElectron } = require('./find-electron.cjs');
const { heapFlags } = require('./heap-flags.cjs');
const { buildWhenStale, compileCache, installPackages, nodeToUse, root } = require('./prepare.cjs');
const { supervise } = require('./supervise.cjs');

// The programs below write through this one, so they can't see for themselves whether a person reads along.
if (process.stderr.isTTY) process.env.ANTRE_TERMINAL = '1';

const given = process.argv.slice(2);
const headless = given.includes('--headless');
const centre = given.includes('--centre');
const flags = given.filter((flag) => flag !== '--headless' && flag !== '--centre');
// What was chosen for one start is not chosen again where the supervisor starts once more.
const lastingFlags = flags.filter(
  (flag, at) => !/^--(restore(=.*)?|begin-anew)$/.test(flag) && flags[at - 1] !== '--restore',
);

let supervised;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (supervised) supervised.stop();
    else process.exit(1);
  });
}
// A terminal that was closed must not end the watch.
for (const output of [process.stdout, process.stderr]) output.on('error', () => {});

installPackages();
buildWhenStale();
const watched = {
  cwd: root,
  // Its heavy work is done on plain Node (electron/heavy/).
  env: { ...process.env, ...compileCache, ANTRE_WATCHED: '1', ANTRE_NODE: nodeToUse() },
};
if (headless || centre) serve();
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
  let starts = 0;
  supervised = supervise({
    commandFor: ({ withoutGraphics }) => ({
      program: electron.path,
      parameters: [
        `--js-flags=${heapFlags.join(' ')}`,
        ...ozonePlatform(),
        '.',
        ...(starts++ === 0 ? flags : lastingFlags),
        ...(withoutGraphics ? ['--without-graphics'] : []),
      ],
      options: watched,
    }),
    runs: (words) => /^Antre /m.test(words),
    onWords: (words) => process.stderr.write(words),
    onEnd: ({ status, words, everRan }) => {
      if (everRan || status === 0) process.exit(status);
      const { why, cure } = explain(words, status);
      serveInstead(why, cure);
    },
  });
}

/**
 * Under Wayland a window can't be put on the screen that it is for, and the lobby's page may come up over the kiosk's. Where
 * there is an X server too (every desktop's Xwayland) that is taken, unless somebody chose.
 */
function ozonePlatform() {
  const chosen = flags.some((flag) => flag.startsWith('--ozone-platform'));
  return process.platform === 'linux' && process.env.DISPLAY && !chosen ? ['--ozone-platform=x11'] : [];
}

/** Why Electron ended before it showed anything, and what to do about it. */
function explain(words, ending) {
  const unstartable = /^spawn .*/m.exec(words)?.[0];
  if (unstartable) return { why: `Electron does not start (${unstartable})`, cure: 'Reinstall it' };
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
  let opened = !openBrowser;
  let starts = 0;
  supervised = supervise(
    {
      commandFor: () => ({
        program: nodeToUse(),
        parameters: [
          // A centre keeps what reports are made of in memory; a hall must leave room for its pages.
          ...(centre ? [] : heapFlags),
          centre ? 'build/centre/centre.cjs' : 'build/main/headless.cjs',
          ...(starts++ === 0 ? flags : lastingFlags),
        ],
        options: watched,
      }),
      onWords: (words) => {
        process.stderr.write(words);
        const address = /served at (\S+)\. /.exec(words)?.[1];
        if (!address || opened) return;
        opened = true;
        open(address);
      },
      onEnd: ({ status }) => process.exit(status),
    },
    centre ? { memoryBytes: 3 * 1024 ** 3 } : {},
  );
}

/** Opens the browser, where there is one; the address stands above. */
function open(address) {
  const [program, ...parameters] = {
    win32: ['cmd', '/c', 'start', '', address],
    darwin: ['open', address],
  }[process.platform] ?? ['xdg-open', address];
  spawn(program, parameters, { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
}
