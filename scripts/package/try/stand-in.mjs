// An older Electron to try with, which makes up by a script of its own for what it lacks: its script is put before the archive.
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPackage, extractFile } from '@electron/asar';

/**
 * Moves the packaged archive in `resources` aside, and puts one there that runs the script of the Electron in `folder` with
 * it. Whether the fuse holds that only an archive is loaded stays as it is.
 */
export async function putStandInBetween(folder, resources) {
  const aside = join(resources, 'packaged');
  mkdirSync(aside);
  for (const part of ['app.asar', 'app.asar.unpacked']) renameSync(join(resources, part), join(aside, part));
  // Where the technicians' command and the updater look for what a plain Node reads.
  symlinkSync('packaged/app.asar.unpacked', join(resources, 'app.asar.unpacked'));
  const { name, productName, version } = JSON.parse(
    extractFile(join(aside, 'app.asar'), 'package.json').toString(),
  );
  writeFileSync(
    join(aside, 'package.json'),
    JSON.stringify({ name, productName, version, main: 'start.cjs' }),
  );
  // The program that was packaged finds the command line that it was given.
  writeFileSync(
    join(aside, 'start.cjs'),
    "process.argv.splice(1, 1);\nrequire('./app.asar/build/main/main.cjs');\n",
  );
  const app = mkdtempSync(join(tmpdir(), 'stand-in-'));
  cpSync(join(folder, 'resources/app'), app, { recursive: true });
  renameSync(join(app, 'main.js'), join(app, 'launcher.js'));
  writeFileSync(
    join(app, 'main.js'),
    "process.argv.splice(1, 0, require('path').join(process.resourcesPath, 'packaged'));\nrequire('./launcher.js');\n",
  );
  await createPackage(app, join(resources, 'app.asar'));
  for (const file of ['better_sqlite3.node', 'better_sqlite3.version']) {
    cpSync(join(folder, 'resources', file), join(resources, file));
  }
  rmSync(app, { recursive: true });
}
