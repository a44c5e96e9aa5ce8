// Installs a package in a new Debian, starts that as a machine in QEMU, and looks whether it does what it is for: the hub
// serves the network and gives a number; the kiosk fills its screens, and no key leads out of it. As root, with mmdebstrap and QEMU:
//   node scripts/package/try/boot.mjs hub
//   node scripts/package/try/boot.mjs kiosk --screens 2
// `--only-install` leaves the disk, `--again` starts the one that was left, `--emulated` does without the processor's help.
// `--stand-in FOLDER` is for an Electron that starts by a script of its own and can't run the archive alone.
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addRepository, DebianTree, debianArchive } from './debian-tree.mjs';
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
const screens = Number(values.screens);
const folder = join(root, 'build/packages/try');
const pictures = join(folder, `pictures-${kind}-${screens}`);
const unit = kind === 'hub' ? 'antre.service' : 'antre-kiosk.service';

const disk = join(folder, `${kind}.img`);
let debian;
let machine;
if (!values.again) {
  debian = new DebianTree(debianArchive(folder, values.suite), join(folder, kind));
  try {
    await install();
  } finally {
    debian.close();
    rmSync(debian.tree, { recursive: true, force: true });
  }
}
if (!values['only-install']) {
  try {
    await boot();
  } finally {
    machine?.end();
  }
}

async function install() {
  addRepository(debian, join(values.packages, 'apt'));
  const at = Date.now();
  debian.sh(
    `apt-get -y --no-install-recommends install antre-${kind} </dev/null >/var/log/install 2>&1 || { tail -n 30 /var/log/install; exit 1; }`,
  );
  console.log(`installed antre-${kind} in ${((Date.now() - at) / 1000).toFixed(0)} s, asked nothing`);
  await prepare();
  debian.close();
  diskOf(debian.tree, disk, kind === 'hub' ? 3 : 5);
  keepKernel(debian.tree, disk);
}

/** What only the try needs: an address for the machine, and a unit that tells on the serial line how it went. */
async function prepare() {
  const { tree } = debian;
  const lines = (path, ...text) => writeFileSync(join(tree, path), `${text.join('\n')}\n`);
  lines('etc/systemd/network/20-try.network', '[Match]', 'Name=en*', '[Network]', 'DHCP=yes');
  lines('etc/fstab', '/dev/vda / ext4 defaults 0 1');
  cpSync(join(import.meta.dirname, 'first-ticket.mjs'), join(tree, 'srv/first-ticket.mjs'));
  lines(
    'srv/report',
    '#!/bin/sh',
    'exec >/dev/ttyS0 2>&1',
    'echo "try: $(runuser -u antre -- /usr/lib/antre/node /srv/first-ticket.mjs 900 2>&1 | tail -n 1)"',
    `echo "try: unit $(systemctl is-active ${unit})"`,
    'echo "try: default $(systemctl get-default)"',
    'echo "try: failed [$(systemctl list-units --failed --plain --no-legend | cut -d" " -f1 | xargs)]"',
    'echo "try: data $(stat -c "%U %a" /var/lib/antre)"',
    `echo "try: run by $(ps -o user= -p "$(systemctl show -P MainPID ${unit})")"`,
    'echo "try: session $(cat /run/antre-kiosk/session 2>/dev/null)"',
    'echo "try: $(systemd-analyze time | head -n 1)"',
    `echo "try: $(systemd-analyze security ${unit} | tail -n 1)"`,
    `echo "try: started again $(systemctl show -P NRestarts ${unit}) times"`,
    'journalctl -b --no-pager -o short-monotonic -t antre -t antre-kiosk -t systemd -t systemd-logind | grep -iE "antre|session|seat" | tail -n 60',
    'echo "try: end"',
    'while sleep 1; do echo "try: terminal $(cat /sys/class/tty/tty0/active)"; done',
  );
  chmodSync(join(tree, 'srv/report'), 0o755);
  lines(
    'etc/systemd/system/try.service',
    '[Unit]',
    `After=${unit}`,
    '[Service]',
    'ExecStart=/srv/report',
    '[Install]',
    `WantedBy=${kind === 'hub' ? 'multi-user.target' : 'antre-kiosk.target'}`,
  );
  debian.sh('systemctl enable systemd-networkd.service try.service 2>/dev/null');
  if (values['stand-in'])
    await putStandInBetween(values['stand-in'], join(tree, 'usr/lib/antre/electron/resources'));
  if (kind === 'kiosk') debian.sh('sed -i s/^#ANTRE_PORT.*/ANTRE_PORT=4180/ /etc/default/antre-kiosk');
}

async function boot() {
  const video = `virtio-vga,id=video,max_outputs=${screens}`;
  // Without somebody who looks, QEMU's second screen is off: the kernel is told that it is there.
  const second = screens > 1 ? 'video=Virtual-1:1080x1920e video=Virtual-2:1920x1080e' : '';
  machine = new VirtualMachine(disk, folder, {
    isEmulated: values.emulated,
    kernelWords: second,
    extra: ['-nic', `user,model=virtio-net-pci,hostfwd=tcp:127.0.0.1:${values.port}-:4180`, '-device', video],
  });
  console.log(`switched on (${machine.isFast ? 'with' : 'without'} the processor's help)`);
  const [, ticket] = await machine.said(/try: (.+)\r?\n/, 1800);
  console.log(`${machine.seconds.toFixed(1)} s after switching on: ${ticket}`);
  await machine.said(/try: end/, 120);
  const [report] = await machine.said(/try: unit[\s\S]*try: end/, 1);
  console.log(report.replaceAll('\r', ''));
  if (!/^ticket /.test(ticket)) throw new Error('It gave no number');
  if (!/try: unit active/.test(report)) throw new Error('Its unit is not active');
  if (!/try: started again 0 times/.test(report)) throw new Error('Its unit did not stay up');
  if (!/try: failed \[\]/.test(report)) throw new Error('Units failed');
  if (kind === 'hub') await askFromOutside();
  else await lookAtKiosk();
}

async function askFromOutside() {
  const answer = await fetch(`http://127.0.0.1:${values.port}/healthz`);
  console.log(`from another machine: /healthz ${answer.status} ${(await answer.text()).slice(0, 60)}`);
}

async function lookAtKiosk() {
  mkdirSync(pictures, { recursive: true });
  // The page has loaded well before; its pictures and typeface may not have.
  await new Promise((resolve) => setTimeout(resolve, 15_000));
  for (let head = 0; head < screens; head += 1) {
    console.log(
      `screen ${head + 1}: ${await machine.photograph(join(pictures, `screen-${head + 1}.png`), head)}`,
    );
  }
  for (const keys of [
    ['ctrl', 'alt', 'f2'],
    ['ctrl', 'alt', 'backspace'],
    ['alt', 'f4'],
    ['ctrl', 'q'],
    ['meta_l', 'd'],
  ]) {
    await machine.monitor('send-key', { keys: keys.map((data) => ({ type: 'qcode', data })) });
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
  const [, terminal] = await machine.said(/try: terminal (tty\d+)\r?\n$/, 30);
  if (terminal !== 'tty1') throw new Error(`Keys led to ${terminal}`);
  console.log(`after the keys that lead out of other sessions: still ${terminal}`);
  console.log(await machine.photograph(join(pictures, 'after-keys.png'), 0));
}
