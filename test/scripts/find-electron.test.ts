import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../support/temporary-store';

const scripts = join(import.meta.dirname, '../../scripts');
const program =
  { win32: 'electron.exe', darwin: 'Electron.app/Contents/MacOS/Electron' }[process.platform as string] ??
  'electron';

// A machine that can't reach Electron's downloads names one of its own.
beforeEach(() => {
  vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', undefined);
  return () => vi.unstubAllEnvs();
});

/** A clone whose Electron was downloaded, up to its last file. */
function clone() {
  const root = temporaryFolder();
  const electron = join(root, 'node_modules/electron');
  mkdirSync(join(electron, 'dist', program, '..'), { recursive: true });
  cpSync(scripts, join(root, 'scripts'), { recursive: true });
  writeFileSync(join(electron, 'package.json'), '{"version":"45.4.1"}');
  writeFileSync(join(electron, 'dist/version'), 'v45.4.1');
  writeFileSync(join(electron, 'dist', program), '');
  writeFileSync(join(electron, 'path.txt'), program);
  const { findElectron } = createRequire(import.meta.url)(join(root, 'scripts/find-electron.cjs'));
  return { electron, find: (options: object) => findElectron(options) as { path?: string; why?: string } };
}

test('an Electron that was unpacked to its end is taken', () => {
  const { electron, find } = clone();
  expect(find({ download: false })).toEqual({ path: join(electron, 'dist', program) });
});

test('one whose unpacking was stopped in the middle is downloaded again at the next start', () => {
  const { electron, find } = clone();
  rmSync(join(electron, 'path.txt'));
  expect(find({ download: false })).toEqual({ why: 'Electron is not downloaded' });
  // What the package's own installer does, which goes on with what it has in its cache.
  writeFileSync(
    join(electron, 'install.js'),
    `require('node:fs').writeFileSync(require('node:path').join(__dirname, 'path.txt'), ${JSON.stringify(program)})`,
  );
  expect(find({ download: true })).toEqual({ path: join(electron, 'dist', program) });
});

test('a download that fails is told with its reason', () => {
  const { electron, find } = clone();
  rmSync(join(electron, 'path.txt'));
  writeFileSync(join(electron, 'install.js'), 'throw new Error("getaddrinfo ENOTFOUND github.com")');
  const { why } = find({ download: true });
  expect(why).toMatch(/^Electron could not be downloaded \(.*/);
});
