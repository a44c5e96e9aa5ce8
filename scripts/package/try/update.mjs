// Updates a hub or a kiosk that gives a number a second, on a machine of its own (systemd-nspawn): to newer versions and broken ones,
// from a folder that is signed, changed or not signed, with the updater killed, the disk full and the power cut in the middle. The
// kiosk's session is as it is shipped, on a screen that is not there. As root, with mmdebstrap, reprepro and systemd-container:
//   node scripts/package/try/update.mjs [hub|kiosk] [--packages FOLDER] [--only cuts] [--again]
// `--again` starts with the disk that was left; `--stand-in FOLDER` as for boot.mjs. What it tries is
// scripts/package/try/update-in-guest.mjs.
import { appendFileSync, cpSync, globSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../from-registry.mjs';
import { Container } from './container.mjs';
import { DebianTree, debianArchive } from './debian-tree.mjs';
import { PluggableDisk } from './pluggable-disk.mjs';
import { putStandInBetween } from './stand-in.mjs';
import { makeRefused, makeVersions } from './update-versions.mjs';
import { putVirtualScreen } from './virtual-screen.mjs';

const root = join(import.meta.dirname, '../../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    packages: { type: 'string', default: join(root, 'build/packages') },
    suite: { type: 'string', default: 'bookworm' },
    'stand-in': { type: 'string' },
    again: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    quick: { type: 'boolean', default: false },
  },
});
const [kind = 'hub'] = positionals;
if (kind !== 'hub' && kind !== 'kiosk') throw new Error('Expected hub or kiosk');
const folder = join(root, 'build/packages/try');
const repositories = join(folder, `updates-${kind}`);
const disk = join(folder, `update-${kind}.img`);
/** A disk of its own, so that it can be filled. */
const mounted = join(folder, `update-${kind}-disk`);
const place = join(mounted, 'tree');
/** What the try itself keeps, which no power cut takes. */
const outside = join(folder, `update-${kind}-outside`);

/** What is refused, killed, or finds no room goes by the same program with a kiosk: tried with the hub alone. */
const versionsFor = { hub: [2, 3, 4, 5, 6, 7, 8, 9], kiosk: [2, 3, 4, 5, 9] };
const isForCuts = values.only === 'cuts';

if (!values.again) rmSync(outside, { recursive: true, force: true });
mkdirSync(outside, { recursive: true });
writeFileSync(join(outside, 'try.json'), JSON.stringify({ kind, only: values.only }));
mkdirSync(mounted, { recursive: true });
if (!values.again) {
  rmSync(disk, { force: true });
  run('truncate', ['-s', kind === 'hub' ? '8G' : '12G', disk]);
  run('mke2fs', ['-q', '-t', 'ext4', disk]);
  run('mount', ['-o', 'loop', disk, mounted]);
  try {
    await install();
  } finally {
    run('umount', [mounted]);
  }
}
await boot();

async function install() {
  const deb = await packageToTry();
  await makeVersions(deb, isForCuts ? [3, 9] : versionsFor[kind], repositories);
  if (!isForCuts && kind === 'hub') makeRefused(repositories);
  const debian = new DebianTree(debianArchive(folder, values.suite), place);
  const { tree } = debian;
  const lines = (path, ...text) => writeFileSync(join(tree, path), `${text.join('\n')}\n`);
  try {
    cpSync(deb, join(tree, 'srv/antre.deb'));
    debian.sh(
      'apt-get -qq update; apt-get -y --no-install-recommends install /srv/antre.deb </dev/null >/var/log/install 2>&1 || { tail -n 30 /var/log/install; exit 1; }; rm /srv/antre.deb',
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
    for (const file of ['update-in-guest.mjs', 'shown.mjs'])
      cpSync(join(import.meta.dirname, file), join(tree, 'srv', file));
    // The program that tries must not be the one that is exchanged.
    cpSync(join(tree, 'usr/lib/antre/node'), join(tree, 'srv/node'));
    appendFileSync(
      join(tree, `etc/default/antre-${kind}`),
      `ANTRE_UPDATE_FOLDER=/srv/current
${values.quick ? 'ANTRE_UPDATE_HEALTHY=60\nANTRE_UPDATE_STEADY=10\nANTRE_UPDATE_LEISURE=5\n' : ''}`,
    );
    if (kind === 'kiosk') putVirtualScreen(debian);
    lines(
      'etc/systemd/system/try.service',
      '[Unit]',
      'After=antre.service antre-kiosk.service',
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

/** The package that is tried: the one that was made, with what an older Electron needs put in. */
async function packageToTry() {
  const [name] = globSync(`antre-${kind}_*_amd64.deb`, { cwd: values.packages });
  if (!name) throw new Error(`${values.packages} has no ${kind}: npm run package -- ${kind}`);
  const deb = join(values.packages, name);
  if (kind === 'hub' || !values['stand-in']) return deb;
  const tree = join(folder, 'update-stand-in');
  rmSync(tree, { recursive: true, force: true });
  run('dpkg-deb', ['--raw-extract', deb, tree]);
  await putStandInBetween(values['stand-in'], join(tree, 'usr/lib/antre/electron/resources'));
  const made = `${tree}.deb`;
  run('dpkg-deb', ['--root-owner-group', '-Znone', '--build', tree, made]);
  rmSync(tree, { recursive: true });
  return made;
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
