// The kiosk as an image for an empty PC: a Debian with the kiosk's package in it, which starts by BIOS and by UEFI, also with
// Secure Boot (Debian's own signed loader and kernel). The hall's data get a partition of their own at the first start.
import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { NotMade, run } from './from-registry.mjs';
import { removeTree } from './remove-tree.mjs';

const suite = 'bookworm';
/** What a PC needs around the kiosk's package. */
const included = [
  'antre-kiosk',
  'linux-image-amd64',
  'initramfs-tools',
  'zstd',
  'systemd-sysv',
  'systemd-timesyncd',
  'systemd-resolved',
  'libpam-systemd',
  'dbus',
  'udev',
  'kmod',
  'e2fsprogs',
  'procps',
  'iproute2',
  'ca-certificates',
  'tzdata',
  'unattended-upgrades',
  'libudev1',
  'libusb-1.0-0',
];

const biosLoader = '/usr/lib/grub/i386-pc';
/** Debian's signed loader, by its place on UEFI's partition. */
const uefiLoader = {
  '/usr/lib/shim/shimx64.efi.signed': 'BOOT/BOOTX64.EFI',
  '/usr/lib/shim/mmx64.efi.signed': 'BOOT/mmx64.efi',
  '/usr/lib/grub/x86_64-efi-signed/grubx64.efi.signed': 'BOOT/grubx64.efi',
};

const mebibyte = 1024 * 1024;
const sector = 512;
const loaderMebibytes = 1;
const espMebibytes = 64;
/** What updates may need beside what is there, until the first start takes more of the disk. */
const spareMebibytes = 400;

/**
 * Makes the image out of the apt repository's kiosk package, into `target`; returns its path. As root, with Debian's
 * packages from its mirror.
 */
export function makeImage(root, repository, { version, epoch, work, isForHalls }, target) {
  if (process.getuid?.() !== 0) throw new NotMade('files in it belong to other users', 'run it as root');
  if (!existsSync(join(repository, 'pool/main/a/antre-kiosk')))
    throw new NotMade(`${repository} has no kiosk`, 'npm run package -- kiosk repository image');
  for (const file of [...Object.keys(uefiLoader), `${biosLoader}/boot.img`]) {
    if (!existsSync(file))
      throw new NotMade(
        `${file} is missing`,
        'apt-get install shim-signed grub-efi-amd64-signed grub-pc-bin',
      );
  }
  if (!/^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8')))
    throw new NotMade('another system’s loader starts no Debian by Secure Boot', 'make it on Debian 12');
  const own = join(root, 'packaging/image');
  const tree = join(work, 'image');
  removeTree(tree);
  mkdirSync(work, { recursive: true });
  const environment = { ...process.env, SOURCE_DATE_EPOCH: String(epoch) };
  debianTree(repository, tree, environment);
  const words = { ROOT: identifier(version, 'root') };
  setUp(own, tree, words);

  const rootFile = join(work, 'root.ext4');
  const used = Number(run('du', ['-sm', '--apparent-size', tree]).split('\t')[0]);
  makeRoot(tree, rootFile, Math.ceil(used * 1.15) + spareMebibytes, words.ROOT, environment);
  removeTree(tree);
  const espFile = join(work, 'esp.fat');
  makeEsp(own, espFile, words, work, environment);

  const file = join(target, `antre-kiosk_${version}_amd64.img`);
  assemble(`${file}.new`, { espFile, rootFile, version });
  installForBios(own, `${file}.new`, words, work);
  for (const part of [espFile, rootFile]) rmSync(part);
  run('xz', ['--force', '--threads=0', isForHalls ? '-6' : '-1', `${file}.new`]);
  renameSync(`${file}.new.xz`, `${file}.xz`);
  return `${file}.xz`;
}

function debianTree(repository, tree, environment) {
  const parameters = [
    ...['--mode=root', '--variant=minbase', `--include=${included.join(',')}`],
    '--aptopt=APT::Install-Recommends "false"',
    // The manual pages and words of other packages in other languages.
    '--dpkgopt=path-exclude=/usr/share/man/*',
    '--dpkgopt=path-exclude=/usr/share/locale/*',
    '--dpkgopt=path-exclude=/usr/share/doc/*',
    '--dpkgopt=path-include=/usr/share/doc/*/copyright',
    '--dpkgopt=path-include=/usr/share/doc/antre-kiosk/*',
  ];
  const sources = [
    `deb http://deb.debian.org/debian ${suite} main`,
    `deb http://deb.debian.org/debian-security ${suite}-security main`,
    `deb http://deb.debian.org/debian ${suite}-updates main`,
    `deb [trusted=yes] copy:${repository} stable main`,
  ];
  run('mmdebstrap', [...parameters, suite, tree, ...sources], {
    env: environment,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
}

/** What makes the tree this image's: no name, key or number of this machine, and no question at the first start. */
function setUp(own, tree, words) {
  const put = (from, path) => {
    mkdirSync(join(tree, path, '..'), { recursive: true });
    writeFileSync(join(tree, path), filled(readFileSync(join(own, from), 'utf8'), words));
  };
  put('fstab', 'etc/fstab');
  put('grub.cfg', 'boot/grub/grub.cfg');
  put('wired.network', 'etc/systemd/network/20-wired.network');
  put('unattended-upgrades', 'etc/apt/apt.conf.d/52antre');
  for (const each of ['10-root.conf', '20-data.conf']) put(`repart/${each}`, `etc/repart.d/${each}`);
  writeFileSync(join(tree, 'etc/hostname'), 'antre-kiosk\n');
  writeFileSync(join(tree, 'etc/hosts'), '127.0.0.1 localhost\n127.0.1.1 antre-kiosk\n::1 localhost\n');
  const sources = join(tree, 'etc/apt/sources.list');
  writeFileSync(sources, readFileSync(sources, 'utf8').replace(/^deb \[trusted.*\n/m, ''));
  // Empty: made at the first start, without its questions.
  writeFileSync(join(tree, 'etc/machine-id'), '');
  rmSync(join(tree, 'var/lib/dbus/machine-id'), { force: true });
  const enabled = 'systemctl enable --quiet systemd-networkd systemd-resolved systemd-timesyncd';
  const zone = 'ln -sf /usr/share/zoneinfo/Asia/Jakarta /etc/localtime; echo Asia/Jakarta >/etc/timezone';
  const resolver = 'ln -sf ../run/systemd/resolve/stub-resolv.conf /etc/resolv.conf';
  run('chroot', [tree, 'sh', '-euc', `${enabled}; ${zone}; ${resolver}; passwd --quiet --lock root`]);
}

function makeRoot(tree, file, mebibytes, uuid, environment) {
  rmSync(file, { force: true });
  run('truncate', ['-s', `${mebibytes}M`, file]);
  const parameters = ['-q', '-t', 'ext4', '-L', 'antre-root', '-U', uuid, '-E', `hash_seed=${uuid}`];
  run('mke2fs', [...parameters, '-d', tree, file], { env: environment });
}

/** UEFI's partition: Debian's signed loader, which looks for its settings in EFI/debian. */
function makeEsp(own, file, words, work, environment) {
  const early = join(work, 'grub.cfg');
  writeFileSync(early, filled(readFileSync(join(own, 'grub-early.cfg'), 'utf8'), words));
  rmSync(file, { force: true });
  run('truncate', ['-s', `${espMebibytes}M`, file]);
  run('mkfs.vfat', ['--invariant', '-F', '32', '-n', 'ANTRE-EFI', file], { env: environment });
  run('mmd', ['-i', file, '::EFI', '::EFI/BOOT', '::EFI/debian'], { env: environment });
  for (const [from, to] of Object.entries({ ...uefiLoader, [early]: 'debian/grub.cfg' })) {
    run('mcopy', ['-m', '-i', file, from, `::EFI/${to}`], { env: environment });
  }
}

/** One disk: the BIOS's loader, UEFI's partition, the system. */
function assemble(file, { espFile, rootFile, version }) {
  rmSync(file, { force: true });
  const rootMebibytes = statSync(rootFile).size / mebibyte;
  const espAt = 1 + loaderMebibytes;
  const rootAt = espAt + espMebibytes;
  run('truncate', ['-s', `${rootAt + rootMebibytes + 1}M`, file]);
  const part = (at, size, type, name) =>
    `start=${at}MiB, size=${size}MiB, type=${type}, name=${name}, uuid=${identifier(version, name)}`;
  const layout = [
    'label: gpt',
    `label-id: ${identifier(version, 'disk')}`,
    part(1, loaderMebibytes, '21686148-6449-6E6F-744E-656564454649', 'bios'),
    part(espAt, espMebibytes, 'C12A7328-F81F-11D2-BA4B-00A0C93EC93B', 'esp'),
    part(rootAt, rootMebibytes, '4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709', 'antre-root'),
  ];
  run('sfdisk', ['--quiet', file], { input: `${layout.join('\n')}\n` });
  for (const [from, at] of [
    [espFile, espAt],
    [rootFile, rootAt],
  ]) {
    run('dd', [`if=${from}`, `of=${file}`, 'bs=1M', `seek=${at}`, 'conv=notrunc,sparse', 'status=none']);
  }
}

/**
 * GRUB for the BIOS, as `grub-bios-setup` does it on a disk: its first sector in the disk's first one, told where the rest
 * is; the rest in the partition for that.
 */
function installForBios(own, file, words, work) {
  const core = join(work, 'core.img');
  const early = join(work, 'grub.cfg');
  writeFileSync(early, filled(readFileSync(join(own, 'grub-early.cfg'), 'utf8'), words));
  const modules = ['biosdisk', 'part_gpt', 'ext2', 'search_fs_uuid', 'configfile', 'normal', 'linux', 'test'];
  const keys = ['keystatus', 'at_keyboard', 'sleep'];
  const made = ['-O', 'i386-pc', '-c', early, '-p', '/boot/grub', '-o', core];
  run('grub-mkimage', ['-d', biosLoader, ...made, ...modules, 'search', ...keys]);
  const boot = readFileSync(join(biosLoader, 'boot.img'));
  const rest = readFileSync(core);
  const at = mebibyte / sector;
  boot.writeBigUInt64LE(BigInt(at), 0x5c);
  // Some BIOSes tell another drive than the one they started from.
  boot.writeUInt16LE(0x9090, 0x66);
  rest.writeBigUInt64LE(BigInt(at + 1), 0x1f4);
  const disk = openSync(file, 'r+');
  // Behind it in that sector lies the table of partitions.
  writeSync(disk, boot, 0, 440, 0);
  writeSync(disk, rest, 0, rest.length, at * sector);
  closeSync(disk);
}

/** The same identifier for the same part of the same version. */
function identifier(version, part) {
  const hex = createHash('sha256').update(`antre ${version} ${part}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function filled(text, words) {
  return text.replace(/@([A-Z]+)@/g, (_mark, name) => words[name]);
}
