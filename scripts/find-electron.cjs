// Where Electron's program is: named by ELECTRON_OVERRIDE_DIST_PATH, downloaded before, or downloaded now.
const { spawnSync } = require('node:child_process');
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '../node_modules/electron');
const program =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform] ?? 'electron';

/** Answers `{path}`, or `{why}`: a sentence without its full stop. */
function findElectron({ download }) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    const path = join(override, program);
    return existsSync(path) ? { path } : { why: `ELECTRON_OVERRIDE_DIST_PATH has no ${program}` };
  }
  if (!installed()) {
    if (!download) return { why: 'Electron is not downloaded' };
    console.error('Downloading Electron (about 100 MB, once)…');
    const { status } = spawnSync(process.execPath, [join(folder, 'install.js')], {
      stdio: 'ignore',
      timeout: 10 * 60_000,
    });
    if (status !== 0 || !installed()) return { why: 'Electron could not be downloaded' };
  }
  return { path: join(folder, 'dist', program) };
}

function installed() {
  try {
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    const there = readFileSync(join(folder, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    return there === version && existsSync(join(folder, 'dist', program));
  } catch {
    return false;
  }
}

module.exports = { findElectron };
