// Installs a package in a new Debian, starts that as a machine in QEMU, and looks whether it does what it is for: the hub
// serves the network and gives a number; the kiosk fills its screens, prints what is touched, and loses nothing by power cuts.
// As root, with mmdebstrap and QEMU:
//   node scripts/package/try/boot.mjs hub
//   node scripts/package/try/boot.mjs kiosk --screens 2
// `--only-install` leaves the disk, `--again` starts the one that was left, `--emulated` does without the processor's help.
// `--stand-in FOLDER` is for an Electron that starts by a script of its own and can't run the archive alone.
import { appendFileSync, cpSync, globSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../from-registry.mjs';
import { removeTree } from '../remove-tree.mjs';
import { addRepository, DebianTree, debianArchive } from './debian-tree.mjs';
import { putEmptyWindow } from './empty-window.mjs';
import { tryHub, updatesFolder } from './hub-trials.mjs';
import { KioskMachine } from './kiosk-machine.mjs';
import { emptyWindow, tryKiosk } from './kiosk-trials.mjs';
import { newerRepository } from './newer-version.mjs';
import { putStandInBetween } from './stand-in.mjs';
import { diskOf, keepKernel } from './virtual-machine.mjs';

const root = join(import.meta.dirname, '../../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    packages: { type: 'string', default: join(root, 'build/packages') },
    suite: { type: 'string', default: 'bookworm' },
    screens: { type: 'string', default: '1' },
    'stand-in': { type: 'string' },
    port: { type: 'string', default: '14180' },
    // Milliseconds from a touch to a power cut: before the number is stored, and after it is printed.
    cuts: { type: 'string', default: '500,5000' },
    'only-install': { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    emulated: { type: 'boolean', default: false },
  },
});
const [kind] = positionals;
if (kind !== 'hub' && kind !== 'kiosk') throw new Error('Expected hub or kiosk');
const folder = join(root, 'build/packages/try');
const disk = join(folder, `${kind}.img`);
const printerPort = 19_100;

if (!values.again) {
  const debian = new DebianTree(debianArchive(folder, values.suite), join(folder, kind));
  try {
    await install(debian);
  } finally {
    debian.close();
    removeTree(debian.tree);
  }
}
if (!values['only-install']) {
  if (kind === 'hub') await tryHub(disk, { port: values.port, isEmulated: values.emulated });
  else {
    const machine = {
      ...{ screens: Number(values.screens), isEmulated: values.emulated, printerPort },
      cutsAfterMs: values.cuts.split(',').map(Number),
    };
    await tryKiosk(disk, join(folder, `pictures-kiosk-${values.screens}`), machine);
  }
}

async function install(debian) {
  addRepository(debian, join(values.packages, 'apt'));
  const at = Date.now();
  debian.sh(
    `apt-get -y --no-install-recommends install antre-${kind} </dev/null >/var/log/install 2>&1 || { tail -n 30 /var/log/install; exit 1; }`,
  );
  console.log(`installed antre-${kind} in ${((Date.now() - at) / 1000).toFixed(0)} s, asked nothing`);
  await prepare(debian);
  debian.close();
  diskOf(debian.tree, disk, kind === 'hub' ? 6 : 5);
  keepKernel(debian.tree, disk);
}

/** What only the try needs: an address for the machine, a printer for the kiosk, and who takes a number by HTTP. */
async function prepare(debian) {
  const { tree } = debian;
  const lines = (path, ...text) => writeFileSync(join(tree, path), `${text.join('\n')}\n`);
  lines('etc/systemd/network/20-try.network', '[Match]', 'Name=en*', '[Network]', 'DHCP=yes');
  lines('etc/fstab', '/dev/vda / ext4 defaults 0 1');
  cpSync(join(import.meta.dirname, 'first-ticket.mjs'), join(tree, 'srv/first-ticket.mjs'));
  debian.sh('systemctl enable systemd-networkd.service 2>/dev/null');
  if (values['stand-in'])
    await putStandInBetween(values['stand-in'], join(tree, 'usr/lib/antre/electron/resources'));
  if (kind === 'hub') putNewerVersion(tree);
  if (kind === 'kiosk') {
    await putEmptyWindow(join(tree, emptyWindow));
    KioskMachine.choosePrinter(join(tree, 'etc/default/antre-kiosk'), printerPort);
  }
}

/** A newer version in a folder in which Antre looks, signed by a key that this machine knows; the installed one to go back to by hand. */
function putNewerVersion(tree) {
  const [deb] = globSync('antre-hub_*_amd64.deb', { cwd: values.packages });
  const version = run('dpkg-deb', ['--field', join(values.packages, deb), 'Version']).trim();
  const newer = newerRepository([join(values.packages, deb)], `${version}+newer`, join(folder, 'newer-hub'));
  cpSync(newer, join(tree, updatesFolder), { recursive: true });
  cpSync(join(newer, 'antre.gpg'), join(tree, 'usr/share/keyrings/antre.gpg'));
  cpSync(join(values.packages, deb), join(tree, 'srv/former', deb));
  appendFileSync(join(tree, 'etc/default/antre-hub'), `ANTRE_UPDATE_FOLDER=${updatesFolder}\n`);
}
