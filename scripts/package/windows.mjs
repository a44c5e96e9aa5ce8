// The installer for Windows, by NSIS: the hub with Node, and windows of kiosks, lobby screens and desks.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './from-registry.mjs';

/** Makes the installer of the staged `tree` in `target`, and returns its path. */
export function makeWindowsInstaller(root, tree, { version, epoch }, target) {
  mkdirSync(target, { recursive: true });
  const file = join(target, `antre-${version}-x64.exe`);
  rmSync(file, { force: true });
  run(
    'makensis',
    [
      '-V2',
      `-DTREE=${tree}`,
      `-DWINDOW=${join(root, 'packaging/windows/window.html')}`,
      `-DVERSION=${version}`,
      `-DOUTPUT=${file}`,
      join(root, 'packaging/windows/antre.nsi'),
    ],
    { env: { ...process.env, SOURCE_DATE_EPOCH: String(epoch) } },
  );
  return file;
}
