// Installs a package in a new Debian, starts that as a machine in QEMU, and looks whether it does what it is for: the hub
// serves the network and gives a number; the kiosk fills its screens, prints what is touched, and loses nothing by power cuts.
// As root, with mmdebstrap and QEMU:
//   node scripts/package/try/boot.mjs hub
//   node scripts/package/try/boot.mjs kiosk --screens 2
// `--only-install` leaves the disk, `--again` starts the one that was left, `--emulated` does without the processor's help.
// `--stand-in FOLDER` is for an Electron that starts by a script of its own and can't run the archive alone.
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { removeTree } from '../remove-tree.mjs';
import { addRepository, DebianTree, debianArchive } from './debian-tree.mjs';
import { KioskMachine } from './kiosk-machine.mjs';
import { tryKiosk } from './kiosk-trials.mjs';
import { putStandInBetween } from './stand-in.mjs';
import { diskOf, keepKernel, VirtualMachine } from './virtual-machine.mjs';

const root = join(import.meta.dirname, '../../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    packages: { type: 'string', default: join(root, 'build/packages') },
    suite: { type: 'string', default: 'bookworm' },
    screens: { type: 'string', default: '1' },
    'stand-in': { type: 'string' },
    port: { type: 'string', default: '14180' },
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
  if (kind === 'hub') await tryHub();
  else {
    const machine = { screens: Number(values.screens), isEmulated: values.emulated, printerPort };
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
  diskOf(debian.tree, disk, kind === 'hub' ? 3 : 5);
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
  if (kind === 'kiosk') KioskMachine.choosePrinter(join(tree, 'etc/default/antre-kiosk'), printerPort);
}

async function tryHub() {
  const machine = new VirtualMachine(disk, {
    isEmulated: values.emulated,
    extra: ['-nic', `user,model=virtio-net-pci,hostfwd=tcp:127.0.0.1:${values.port}-:4180`],
  });
  try {
    console.log(`switched on (${machine.isFast ? 'with' : 'without'} the processor's help)`);
    const ticket = await machine.run(
      'runuser -u antre -- /usr/lib/antre/node /srv/first-ticket.mjs 900',
      1800,
    );
    console.log(`${machine.seconds.toFixed(1)} s after switching on: ${ticket}`);
    console.log(await machine.reportOf('antre.service'));
    const answer = await fetch(`http://127.0.0.1:${values.port}/healthz`);
    console.log(`from another machine: /healthz ${answer.status} ${(await answer.text()).slice(0, 60)}`);
  } finally {
    await machine.end();
  }
}
