// Updates a hub that gives a number a second, on a machine of its own (systemd-nspawn): to newer versions and broken ones, from a folder
// that is signed, changed or not signed, with the updater killed, the disk full and the whole machine ended in the middle. As root, with
// mmdebstrap, reprepro and systemd-container:
//   node scripts/package/try/update.mjs [--packages FOLDER] [--again]
// `--again` starts with the disk that was left. What it tries is scripts/package/try/update-in-guest.mjs.
import { cpSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeRepository } from '../apt-repository.mjs';
import { run } from '../from-registry.mjs';
import { Container } from './container.mjs';
import { DebianTree, debianArchive } from './debian-tree.mjs';
import { PluggableDisk } from './pluggable-disk.mjs';

const root = join(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: join(root, 'build/packages') },
    suite: { type: 'string', default: 'bookworm' },
    again: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
  },
});
const folder = join(root, 'build/packages/try');
const repositories = join(folder, 'updates');
const disk = join(folder, 'update.img');
/** A disk of its own, so that it can be filled. */
const mounted = join(folder, 'update-disk');
const place = join(mounted, 'tree');
/** What the try itself keeps, which no power cut takes. */
const outside = join(folder, 'update-outside');

const addMigration = (sql) => (code) =>
  code.replace(/(\{name:`\d{4}-[a-z-]+`,sql:`[^`]*`\})\]/, `$1,{name:\`9999-try\`,sql:\`${sql}\`}]`);
const converted =
  'ALTER TABLE tickets ADD COLUMN tried INTEGER NOT NULL DEFAULT 7; CREATE TABLE tried (id INTEGER PRIMARY KEY) STRICT';
const fails = 'ALTER TABLE no_such_table ADD COLUMN tried INTEGER';
const endsSoon = (code) => `setTimeout(() => process.exit(1), 6000);${code}`;
const doesNothing = () =>
  'process.send({ kind: "starting", dataDir: process.env.ANTRE_DATA_DIR }); setInterval(() => process.send({ kind: "alive", memoryBytes: 1 }), 1000);';
const everywhere = /(antre|headless|copy-process)\.cjs$/;
const atWork = /headless\.cjs$/;

/** Newer versions, by what of the built program is changed in each. */
const versions = {
  2: [],
  3: [[everywhere, addMigration(converted)]],
  4: [
    [everywhere, addMigration(converted)],
    [atWork, endsSoon],
  ],
  5: [[atWork, doesNothing]],
  6: [[everywhere, addMigration(fails)]],
  7: [[atWork, addMigration(fails)]],
  8: [[everywhere, addMigration(converted)]],
  9: [[everywhere, addMigration(converted)]],
};

/** Without the updates that must be refused or taken back. */
const isForCuts = values.only === 'cuts';
const usedByCuts = new Set(['3', '9']);

if (!values.again) rmSync(outside, { recursive: true, force: true });
mkdirSync(outside, { recursive: true });
writeFileSync(join(outside, 'only'), values.only);
mkdirSync(mounted, { recursive: true });
if (!values.again) {
  rmSync(disk, { force: true });
  run('truncate', ['-s', '8G', disk]);
  run('mke2fs', ['-q', '-t', 'ext4', disk]);
  run('mount', ['-o', 'loop', disk, mounted]);
  try {
    install();
  } finally {
    run('umount', [mounted]);
  }
}
await boot();

function install() {
  makeRepositories();
  const debian = new DebianTree(debianArchive(folder, values.suite), place);
  const { tree } = debian;
  const lines = (path, ...text) => writeFileSync(join(tree, path), `${text.join('\n')}\n`);
  try {
    cpSync(
      globSync('antre-hub_*_amd64.deb', { cwd: values.packages }).map((each) =>
        join(values.packages, each),
      )[0],
      join(tree, 'srv/antre-hub.deb'),
    );
    debian.sh(
      'apt-get -y --no-install-recommends install /srv/antre-hub.deb </dev/null >/var/log/install 2>&1 || { tail -n 30 /var/log/install; exit 1; }; rm /srv/antre-hub.deb',
    );
    console.log(
      debian
        .sh(
          'systemd-analyze verify /usr/lib/systemd/system/antre-update.* 2>&1 | grep -i antre || echo "its units are well formed"',
        )
        .trim(),
    );
    cpSync(repositories, join(tree, 'srv/updates'), { recursive: true });
    cpSync(join(repositories, '3/apt/antre.gpg'), join(tree, 'usr/share/keyrings/antre.gpg'));
    cpSync(join(import.meta.dirname, 'update-in-guest.mjs'), join(tree, 'srv/update-in-guest.mjs'));
    // The program that tries must not be the one that is exchanged.
    cpSync(join(tree, 'usr/lib/antre/node'), join(tree, 'srv/node'));
    writeFileSync(
      join(tree, 'etc/default/antre-hub'),
      `${readFileSync(join(tree, 'etc/default/antre-hub'), 'utf8')}ANTRE_UPDATE_FOLDER=/srv/current
${values.quick ? 'ANTRE_UPDATE_HEALTHY=60\nANTRE_UPDATE_STEADY=10\nANTRE_UPDATE_LEISURE=5\n' : ''}`,
    );
    lines(
      'etc/systemd/system/try.service',
      '[Unit]',
      'After=antre.service',
      '[Service]',
      "ExecStart=/bin/sh -c 'exec /srv/node /srv/update-in-guest.mjs >>/srv/outside/said 2>&1'",
      '[Install]',
      'WantedBy=multi-user.target',
    );
    debian.sh('systemctl enable try.service 2>/dev/null');
    // This one is written to as a machine's disk is.
    rmSync(join(tree, 'etc/dpkg/dpkg.cfg.d/try'));
  } finally {
    debian.close();
  }
}

/** A repository for each version, all signed by one key, and some that must be refused. */
function makeRepositories() {
  rmSync(repositories, { recursive: true, force: true });
  mkdirSync(repositories, { recursive: true });
  const home = join(folder, 'update-key');
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { mode: 0o700 });
  process.env.GNUPGHOME = home;
  run('gpg', [
    '--batch',
    '--passphrase',
    '',
    '--quick-gen-key',
    'Try <try@localhost>',
    'ed25519',
    'sign',
    '1m',
  ]);
  process.env.ANTRE_APT_KEY = 'try@localhost';
  const [deb] = globSync('antre-hub_*_amd64.deb', { cwd: values.packages });
  const tree = join(folder, 'update-tree');
  for (const [number, changes] of Object.entries(versions)) {
    if (isForCuts && !usedByCuts.has(number)) continue;
    rmSync(tree, { recursive: true, force: true });
    run('dpkg-deb', ['--raw-extract', join(values.packages, deb), tree]);
    edit(join(tree, 'DEBIAN/control'), (text) => text.replace(/^Version: (.*)-1$/m, `Version: $1-${number}`));
    const main = join(tree, 'usr/lib/antre/app/build/main');
    for (const [files, change] of changes)
      for (const file of globSync('*.cjs', { cwd: main }).filter((each) => files.test(each)))
        edit(join(main, file), change);
    const target = join(repositories, number);
    mkdirSync(target);
    run('dpkg-deb', ['--root-owner-group', '-Znone', '--build', tree, target]);
    makeRepository(target, join(target, 'apt'));
    for (const packed of globSync('*.deb', { cwd: target })) rmSync(join(target, packed));
  }
  rmSync(tree, { recursive: true, force: true });
  run('gpgconf', ['--kill', 'all']);
  if (!isForCuts) makeRefused();
}

/** Repositories from which nothing may be taken. */
function makeRefused() {
  const like2 = (name) => {
    cpSync(join(repositories, '2'), join(repositories, name), { recursive: true });
    return join(repositories, name, 'apt');
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
  const [good] = globSync('pool/**/*.deb', { cwd: join(repositories, '2/apt') });
  mkdirSync(join(repositories, 'foreign'));
  cpSync(join(repositories, '2/apt', good), join(repositories, 'foreign', good.split('/').at(-1)));
  makeRepository(join(repositories, 'foreign'), join(repositories, 'foreign/apt'));
}

function edit(file, change) {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} was not changed`);
  writeFileSync(`${file}.new`, after);
  renameSync(`${file}.new`, file);
}

async function boot() {
  const plug = new PluggableDisk(disk, mounted);
  for (;;) {
    await plug.plugIn();
    const machine = new Container(place, outside);
    let last;
    try {
      last = await machine.lines(
        (line) => console.log(line),
        (line) => /^try: (end|cut the power|failed)/.test(line),
        900,
      );
    } finally {
      // Before its programs end, which would write down what they have.
      plug.cut();
      await machine.end();
      plug.unplug();
    }
    if (last.startsWith('try: failed')) throw new Error('It failed');
    if (last === 'try: end') return;
  }
}
