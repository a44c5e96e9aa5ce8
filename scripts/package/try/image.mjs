// Starts the kiosk's image in QEMU as from a USB stick, by BIOS and by UEFI: it comes up into the kiosk without a question,
// gives a number, and keeps it. As root, with QEMU and ovmf, after `npm run package -- kiosk repository image`:
//   node scripts/package/try/image.mjs
// `--emulated` and `--stand-in FOLDER` as for boot.mjs; `--again` starts the stick that was left, `--firmware uefi` by that alone.
import { existsSync, globSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { run } from '../from-registry.mjs';
import { KioskMachine } from './kiosk-machine.mjs';
import { tryStick } from './kiosk-trials.mjs';
import { putStandInBetween } from './stand-in.mjs';

const root = join(import.meta.dirname, '../../..');
const { values } = parseArgs({
  options: {
    packages: { type: 'string', default: join(root, 'build/packages') },
    'stand-in': { type: 'string' },
    emulated: { type: 'boolean', default: false },
    again: { type: 'boolean', default: false },
    firmware: { type: 'string', default: 'bios,uefi' },
  },
});
const folder = join(values.packages, 'try');
const stick = join(folder, 'stick.img');
const printerPort = 19_101;

if (!values.again) {
  const [image] = globSync('antre-kiosk_*.img.xz', { cwd: values.packages });
  if (!image) throw new Error(`${values.packages} has no image`);
  mkdirSync(folder, { recursive: true });
  run('sh', [
    '-euc',
    'xz --decompress --stdout "$1" | cp --sparse=always /dev/stdin "$2"',
    'sh',
    join(values.packages, image),
    stick,
  ]);
  run('truncate', ['-s', '16G', stick]);
  await prepare();
}
for (const firmware of values.firmware.split(',')) {
  console.log(`by ${firmware}:`);
  const machine = { screens: 1, firmware, isEmulated: values.emulated, printerPort };
  await tryStick(stick, join(folder, `pictures-image-${firmware}`), machine);
}

/** What only the try needs: the guest's agent, a printer, and where it must be an older Electron. */
async function prepare() {
  const tree = join(folder, 'stick');
  mkdirSync(tree, { recursive: true });
  try {
    const start = run('partx', ['--noheadings', '--output', 'START', '--nr', '3', stick]).trim();
    run('mount', ['-o', `loop,offset=${Number(start) * 512}`, stick, tree]);
    if (!existsSync(join(tree, 'usr/sbin/qemu-ga'))) {
      run('apt-get', ['download', '-qq', 'qemu-guest-agent', 'liburing2'], { cwd: join(tree, 'srv') });
      run('chroot', [tree, 'sh', '-euc', 'dpkg --install /srv/*.deb; rm /srv/*.deb']);
    }
    KioskMachine.choosePrinter(join(tree, 'etc/default/antre-kiosk'), printerPort);
    if (values['stand-in'])
      await putStandInBetween(values['stand-in'], join(tree, 'usr/lib/antre/electron/resources'));
  } finally {
    run('umount', [tree]);
    rmSync(tree, { recursive: true });
  }
}
