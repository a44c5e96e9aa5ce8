// Where Electron's program is: named by ELECTRON_OVERRIDE_DIST_PATH, downloaded before, or downloaded now.
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
const { nodeToUse } = require('./prepare.cjs');

const folder = join(__dirname, '../node_modules/electron');
const program =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron';

/** Returns `{path}`, or `{why}`: a sentence without its full stop. */
function findElectron({ download }) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const path = join(override, program);
    return existsSync(path) ? { path } : { why: `ELECTRON_OVERRIDE_DIST_PATH has no ${program}` };
  }
  if (!installed()) {
    if (!download) return { why: 'Electron is not downloaded' };
    console.error('Downloading Electron (about 100 MB, once)…');
    // On the packages' Node: the installer loads ES modules, which an older one can't.
    const { status, error, stderr } = spawnSync(nodeToUse(), [join(folder, 'install.js')], {
      stdio: ['ignore', 'inherit', 'pipe'],
      encoding: 'utf8',
      timeout: 10 * 60_000,
    });
    if (status !== 0 || !installed()) {
      const reason = error?.message ?? firstWords(stderr);
      return { why: `Electron could not be downloaded${reason && ` (${reason})`}` };
    }
  }
  return { path: join(folder, 'dist', program) };
}

/** What an error's output begins with, short enough for a sentence. */
function firstWords(output) {
  const line = output.split(/\r?\n/).find((each) => /error|:/i.test(each)) ?? '';
  return line.trim().replace(/\.$/, '').slice(0, 200);
}

function installed() {
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const there = readFileSync(join(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    // Written last: without it the unpacking was stopped in the middle.
    const whole = readFileSync(join(folder, 'path.txt'), 'utf8') === program;
    return whole && there === version && existsSync(join(folder, 'dist', program));
  } catch {
    return false;
  }
}

module.exports = { findElectron };
