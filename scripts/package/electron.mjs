// Electron with Antre in its archive, and with what a kiosk needs none of switched off in its binary.
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { createPackageWithOptions, extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import findElectronModule from '../find-electron.cjs';
import { NotMade } from './from-registry.mjs';

/** About three majors get fixes at any time: the one that is developed with, and the two before. */
const supportedMajors = 3;

/**
 * What a plain Node must be able to read, which knows no archives: the add-ons (also loaded by Electron from there), the
 * processes of heavy work and of copies, and the technicians' command.
 */
const unpacked = '{**/node_modules/**,**/build/main/{antre,*-process}*.cjs,**/package.json}';

/** Chromium's own sentences, which a kiosk shows next to none of: in the hall's languages as far as it has them. */
const ownWords = /(en-US|id)\.pak$/;

/** Switched in the binary: nobody can make it run other code than the archive's. */
const fuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  // macOS and Windows only; Linux has the folder owned by root instead.
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
};

/**
 * The Electron that is given here: `{folder, version, isSupported}`. Throws `NotMade` where there is none.
 * `wantedVersion` is that of package.json.
 */
export function givenElectron(wantedVersion) {
  const found = findElectronModule.findElectron({ download: false });
  if (!found.path) {
    throw new NotMade(found.why, 'npx install-electron (with a network), or ELECTRON_OVERRIDE_DIST_PATH');
  }
  const folder = join(found.path, '..');
  const version = versionOf(folder, found.path);
  const major = Number.parseInt(version, 10);
  return { folder, version, isSupported: major > Number.parseInt(wantedVersion, 10) - supportedMajors };
}

/** Electron's own file of its version, or what its binary tells Chromium's pages of itself. */
function versionOf(folder, program) {
  const file = join(folder, 'version');
  if (existsSync(file)) return readFileSync(file, 'utf8').trim().replace(/^v/, '');
  const told = /Electron\/(\d+\.\d+\.\d+)/.exec(readFileSync(program, 'latin1'));
  if (!told) throw new NotMade(`${program} does not tell its version`, 'Give an Electron as it is released');
  return told[1];
}

/**
 * Puts the staged app into an archive beside a copy of that Electron in `target`, switches its fuses, and reads both back.
 * Returns `{fuses, files}`: each fuse by name with its state, and the number of files in the archive. Throws where what
 * was read isn't what was written.
 */
export async function stageElectron({ folder }, app, target) {
  const isKept = (path) =>
    !/^resources($|[\\/])/.test(path) && (!/^locales[\\/]/.test(path) || ownWords.test(path));
  cpSync(folder, target, { recursive: true, filter: (path) => isKept(relative(folder, path)) });
  const resources = join(target, 'resources');
  const program = join(target, 'antre-kiosk');
  renameSync(join(target, 'electron'), program);
  for (const file of ['LICENSE', 'LICENSE.electron.txt']) {
    if (existsSync(join(target, file))) renameSync(join(target, file), join(target, 'LICENSE.electron'));
  }
  rmSync(join(target, 'version'), { force: true });
  const archive = join(resources, 'app.asar');
  await packApp(app, archive);
  const files = listPackage(archive, { isPack: false });
  for (const file of ['package.json', 'build/main/main.cjs', 'build/main/preload.cjs']) {
    const packed = extractFile(archive, file);
    if (!packed.equals(readFileSync(join(app, file))))
      throw new Error(`${archive}: ${file} is not what was put in`);
  }
  return { files: files.length, fuses: await switchFuses(program) };
}

/** Packs an app's folder into an archive, with what must lie beside it as files. */
export async function packApp(app, archive) {
  await createPackageWithOptions(app, archive, { unpack: unpacked });
}

async function switchFuses(program) {
  const before = await getCurrentFuseWire(program);
  // An older Electron has fewer; one that is not in its binary is left out, and not told as switched.
  const there = Object.fromEntries(
    Object.entries(fuses).filter(
      ([fuse]) => before[fuse] === FuseState.ENABLE || before[fuse] === FuseState.DISABLE,
    ),
  );
  await flipFuses(program, { version: FuseVersion.V1, ...there });
  const after = await getCurrentFuseWire(program);
  return Object.fromEntries(
    Object.entries(there).map(([fuse, wanted]) => {
      const name = FuseV1Options[fuse];
      if ((after[fuse] === FuseState.ENABLE) !== wanted)
        throw new Error(`${program}: the fuse ${name} did not switch`);
      return [name, wanted];
    }),
  );
}
