// How long the installed kiosk takes until its page is drawn, as a ratio to the same Electron with an empty window: both are started in
// turn on a screen of this machine (Xvfb). What comes before, the machine's own start, is the same for both and makes the ratio smaller.
// As root, for the package is run by another user:
//   node scripts/package/try/start-ratio.mjs [--times 5] [--stand-in FOLDER]
import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { run } from '../from-registry.mjs';
import { putEmptyWindow } from './empty-window.mjs';
import { isEmptyWindow, isPage, readVirtualScreen } from './shown.mjs';
import { putStandInBetween } from './stand-in.mjs';

const root = join(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: join(root, 'build/packages') },
    'stand-in': { type: 'string' },
    times: { type: 'string', default: '5' },
  },
});
const user = 'nobody';
const display = ':77';
const [width, height] = [1080, 1920];
const folder = mkdtempSync(join(tmpdir(), 'antre-ratio-'));
run('chmod', ['755', folder]);

let screen;
try {
  const kiosk = await unpacked('kiosk');
  const empty = await unpacked('empty');
  await putEmptyWindow(join(empty, 'electron/resources/app.asar'));
  mkdirSync(join(folder, 'screen'));
  const size = `${width}x${height}x24`;
  screen = spawn('Xvfb', [display, '-screen', '0', size, '-fbdir', join(folder, 'screen')], {
    stdio: 'ignore',
  });
  while (!existsSync(join(folder, 'screen/Xvfb_screen0'))) await pause(100);
  await pause(500);
  const startKiosk = [join(kiosk, 'node'), join(kiosk, 'scripts/installed/kiosk.cjs')];
  const startEmpty = [join(empty, 'electron/antre-kiosk')];
  // The first start makes the hall and fills the disk's cache.
  await secondsUntil(isPage, startKiosk);
  await secondsUntil(isEmptyWindow, startEmpty);
  const taken = { kiosk: [], empty: [] };
  for (let time = 0; time < Number(values.times); time += 1) {
    taken.empty.push(await secondsUntil(isEmptyWindow, startEmpty));
    taken.kiosk.push(await secondsUntil(isPage, startKiosk));
    console.log(`empty ${taken.empty.at(-1).toFixed(2)} s, kiosk ${taken.kiosk.at(-1).toFixed(2)} s`);
  }
  const [ofKiosk, ofEmpty] = [median(taken.kiosk), median(taken.empty)];
  console.log(
    `median: kiosk ${ofKiosk.toFixed(2)} s, empty window ${ofEmpty.toFixed(2)} s: ${(ofKiosk / ofEmpty).toFixed(2)} times as long`,
  );
} finally {
  screen?.kill();
  rmSync(folder, { recursive: true, force: true });
}

/** Unpacks the kiosk's package; returns its folder. */
async function unpacked(name) {
  const [deb] = globSync('antre-kiosk_*_amd64.deb', { cwd: values.packages });
  if (!deb) throw new Error(`${values.packages} has no kiosk: npm run package -- kiosk`);
  const tree = join(folder, name);
  run('dpkg-deb', ['--extract', join(values.packages, deb), tree]);
  const installed = join(tree, 'usr/lib/antre');
  if (values['stand-in'] && name === 'kiosk')
    await putStandInBetween(values['stand-in'], join(installed, 'electron/resources'));
  return installed;
}

/** Starts a program, and ends it once the screen shows what it is asked for; returns how long that took. */
async function secondsUntil(isShown, command) {
  const home = join(folder, 'home');
  const env = {
    ...{
      PATH: '/usr/sbin:/usr/bin:/sbin:/bin',
      HOME: home,
      DISPLAY: display,
      XDG_CACHE_HOME: home,
      XDG_CONFIG_HOME: home,
    },
    ...{
      ANTRE_DATA_DIR: join(home, 'data'),
      ANTRE_PORT: '14380',
      ANTRE_PRINTER: 'none',
      ANTRE_DISPLAY: 'none',
    },
  };
  if (!existsSync(home)) {
    mkdirSync(home);
    run('chown', [user, home]);
  }
  const began = performance.now();
  const child = spawn('runuser', ['-u', user, '--', ...command], { env, stdio: 'ignore', detached: true });
  try {
    while (!isShown(shown())) {
      if (child.exitCode !== null || performance.now() - began > 300_000)
        throw new Error(`${command[0]} showed nothing`);
      await pause(20);
    }
    return (performance.now() - began) / 1000;
  } finally {
    run('sh', ['-c', `pkill -KILL --session ${child.pid} || true`]);
    while (isShown(shown())) await pause(50);
  }
}

function shown() {
  return readVirtualScreen(join(folder, 'screen/Xvfb_screen0'));
}

function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)];
}
