// Newer versions of a package to try updates with, each in a signed repository of its own: good ones, broken ones, and some whose
// signature must be refused.
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { makeRepository } from '../apt-repository.mjs';
import { packApp } from '../electron.mjs';
import { run } from '../from-registry.mjs';

/** The end of the list of migrations, in whichever of the built files it is. */
const lastMigration = /(\{name:`\d{4}-[a-z-]+`,sql:`[^`]*`\})\]/;
const addMigration = (sql) => (code) => code.replace(lastMigration, `$1,{name:\`9999-try\`,sql:\`${sql}\`}]`);
const converted =
  'ALTER TABLE tickets ADD COLUMN tried INTEGER NOT NULL DEFAULT 7; CREATE TABLE tried (id INTEGER PRIMARY KEY) STRICT';
const fails = 'ALTER TABLE no_such_table ADD COLUMN tried INTEGER';
const endsSoon = (code) => `setTimeout(() => process.exit(1), 6000);${code}`;
/** It lives, tells its watcher so, and serves nobody. */
const doesNothing = () =>
  'process.send?.({ kind: "starting", dataDir: process.env.ANTRE_DATA_DIR }); setInterval(() => process.send?.({ kind: "alive", memoryBytes: 1 }), 1000);';
const everywhere = (_file, code) => lastMigration.test(code);
/** What a hub's or kiosk's own process begins with. */
const entry = (file) => /^(headless|main)\.cjs$/.test(file);

/** Newer versions, by what of the built program is changed in each. */
const versions = {
  2: [],
  3: [[everywhere, addMigration(converted)]],
  4: [
    [everywhere, addMigration(converted)],
    [entry, endsSoon],
  ],
  5: [[entry, doesNothing]],
  6: [[everywhere, addMigration(fails)]],
  7: [[(file, code) => /^(headless|main)\b/.test(file) && everywhere(file, code), addMigration(fails)]],
  8: [[everywhere, addMigration(converted)]],
  9: [[everywhere, addMigration(converted)]],
};

/** Puts the `numbers` of the versions of the package `deb` below `target`, each as NUMBER/apt, all signed by one key. */
export async function makeVersions(deb, numbers, target) {
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const home = `${target}-key`;
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { mode: 0o700 });
  process.env.GNUPGHOME = home;
  const key = ['--quick-gen-key', 'Try <try@localhost>', 'ed25519', 'sign', '1m'];
  run('gpg', ['--batch', '--passphrase', '', ...key]);
  process.env.ANTRE_APT_KEY = 'try@localhost';
  const tree = `${target}-tree`;
  for (const number of numbers) {
    rmSync(tree, { recursive: true, force: true });
    run('dpkg-deb', ['--raw-extract', deb, tree]);
    edit(join(tree, 'DEBIAN/control'), (text) => text.replace(/^Version: (.*)-1$/m, `Version: $1-${number}`));
    if (versions[number].length > 0) await changeApp(tree, versions[number]);
    const folder = join(target, String(number));
    mkdirSync(folder);
    run('dpkg-deb', ['--root-owner-group', '-Znone', '--build', tree, folder]);
    makeRepository(folder, join(folder, 'apt'));
    for (const packed of globSync('*.deb', { cwd: folder })) rmSync(join(folder, packed));
  }
  rmSync(tree, { recursive: true, force: true });
  run('gpgconf', ['--kill', 'all']);
}

/** Changes the program in an unpacked package: a hub's files as they lie there, a kiosk's in its archive. */
async function changeApp(tree, changes) {
  const installed = join(tree, 'usr/lib/antre');
  if (existsSync(join(installed, 'app'))) return changeFiles(join(installed, 'app'), changes);
  const resources = join(installed, 'electron/resources');
  const [archive] = ['packaged/app.asar', 'app.asar'].map((path) => join(resources, path)).filter(existsSync);
  const app = `${tree}-app`;
  rmSync(app, { recursive: true, force: true });
  extractAll(archive, app);
  changeFiles(app, changes);
  for (const path of [archive, `${archive}.unpacked`]) rmSync(path, { recursive: true });
  await packApp(app, archive);
  rmSync(app, { recursive: true });
}

function changeFiles(app, changes) {
  const main = join(app, 'build/main');
  for (const [isMeant, change] of changes) {
    const files = globSync('*.cjs', { cwd: main }).filter((each) =>
      isMeant(each, readFileSync(join(main, each), 'utf8')),
    );
    if (files.length === 0) throw new Error(`${main} has nothing to change`);
    for (const file of files) edit(join(main, file), change);
  }
}

/** Repositories below `target` from which nothing may be taken, like that of version 2. */
export function makeRefused(target) {
  const like2 = (name) => {
    cpSync(join(target, '2'), join(target, name), { recursive: true });
    return join(target, name, 'apt');
  };
  const changed = like2('changed');
  edit(join(changed, 'dists/stable/main/binary-amd64/Packages'), (text) =>
    text.replace(/^Description: q/m, 'Description: Q'),
  );
  rmSync(join(changed, 'dists/stable/main/binary-amd64/Packages.gz'), { force: true });
  edit(join(like2('changed-list'), 'dists/stable/InRelease'), (text) =>
    text.replace('Label: Antre', 'Label: Antra'),
  );
  const bare = like2('unsigned');
  for (const file of ['InRelease', 'Release.gpg']) rmSync(join(bare, 'dists/stable', file));
  const other = like2('changed-package');
  const [packed] = globSync('pool/**/*.deb', { cwd: other });
  const bytes = readFileSync(join(other, packed));
  bytes[bytes.length - 1000] ^= 1;
  writeFileSync(join(other, packed), bytes);
  // Signed by a key that is made on the spot.
  delete process.env.ANTRE_APT_KEY;
  const [good] = globSync('pool/**/*.deb', { cwd: join(target, '2/apt') });
  mkdirSync(join(target, 'foreign'));
  cpSync(join(target, '2/apt', good), join(target, 'foreign', good.split('/').at(-1)));
  makeRepository(join(target, 'foreign'), join(target, 'foreign/apt'));
}

function edit(file, change) {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} was not changed`);
  writeFileSync(`${file}.new`, after);
  renameSync(`${file}.new`, file);
}
