// A Debian without Antre, to install it in: made once of the mirror, unpacked anew for each try.
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { run } from '../from-registry.mjs';
import { removeTree } from '../remove-tree.mjs';

/** What a machine of a hall has besides Antre: Debian's own kernel, and enough to be reached. */
const included = [
  'systemd',
  'systemd-sysv',
  'dbus',
  'udev',
  'libpam-systemd',
  'kmod',
  'linux-image-amd64',
  'initramfs-tools',
  'debconf-utils',
  // By which a try runs commands in the machine that it started.
  'qemu-guest-agent',
  'procps',
  'iproute2',
  'ca-certificates',
];

/**
 * What one of another processor has, which is no machine but a folder: QEMU runs its programs, slowly, so that it has what the package
 * is installed with and no more.
 */
const includedElsewhere = ['systemd', 'systemd-sysv', 'dbus', 'debconf-utils'];

/**
 * Returns an archive of a new Debian of that suite, made by mmdebstrap where `folder` has none yet. Of another `architecture` than
 * amd64 this machine must know how to run its programs (binfmt_misc).
 */
export function debianArchive(folder, suite = 'bookworm', architecture = 'amd64') {
  const isThisOne = architecture === 'amd64';
  const archive = join(folder, isThisOne ? `${suite}.tar` : `${suite}-${architecture}.tar`);
  if (existsSync(archive)) return archive;
  mkdirSync(folder, { recursive: true });
  // Another try may be making the same one.
  const coming = `${archive}.${process.pid}.tar`;
  console.log(`Making a Debian ${suite} (some minutes)…`);
  const parameters = [
    '--variant=apt',
    '--dpkgopt=force-unsafe-io',
    `--include=${(isThisOne ? included : includedElsewhere).join(',')}`,
    `--architectures=${architecture}`,
    suite,
    coming,
  ];
  run('mmdebstrap', [...parameters, 'http://deb.debian.org/debian'], { stdio: ['ignore', 'ignore', 'pipe'] });
  renameSync(coming, archive);
  return archive;
}

/** A tree of files that programs are run in as root; `close` takes away what was mounted in it. */
export class DebianTree {
  #mounted = [];

  constructor(archive, tree) {
    this.tree = tree;
    removeTree(tree);
    mkdirSync(tree, { recursive: true });
    run('tar', ['xf', archive, '-C', tree, '--numeric-owner', '--xattrs']);
    for (const [source, place, parameters] of [
      ['proc', 'proc', ['-t', 'proc']],
      ['/dev', 'dev', ['--rbind']],
      ['sys', 'sys', ['-t', 'sysfs']],
    ]) {
      run('mount', [...parameters, source, join(tree, place)]);
      this.#mounted.unshift(join(tree, place));
    }
    run('mount', ['--make-rslave', join(tree, 'dev')]);
    // What was fetched for an earlier try of the same Debian, and no waiting for the disk: the tree is thrown away.
    const fetched = join(dirname(archive), `fetched-${basename(archive, '.tar')}`);
    mkdirSync(fetched, { recursive: true });
    run('mount', ['--bind', fetched, join(tree, 'var/cache/apt/archives')]);
    this.#mounted.unshift(join(tree, 'var/cache/apt/archives'));
    writeFileSync(join(tree, 'etc/dpkg/dpkg.cfg.d/try'), 'force-unsafe-io\n');
    writeFileSync(
      join(tree, 'etc/apt/apt.conf.d/try'),
      'Binary::apt-get::APT::Keep-Downloaded-Packages "true";\n',
    );
    run('cp', ['-L', '/etc/resolv.conf', join(tree, 'etc/resolv.conf')]);
  }

  /** Lends a folder of this machine to the tree, to be read. */
  lend(folder, place) {
    mkdirSync(join(this.tree, place), { recursive: true });
    run('mount', ['--bind', '-o', 'ro', folder, join(this.tree, place)]);
    this.#mounted.unshift(join(this.tree, place));
  }

  /** Runs a shell's words in the tree; `network: false` leaves it only itself to talk to. Returns its output. */
  sh(words, { network = true } = {}) {
    const environment = [
      '/usr/bin/env',
      '-i',
      'PATH=/usr/sbin:/usr/bin:/sbin:/bin',
      'LC_ALL=C.UTF-8',
      'DEBIAN_FRONTEND=noninteractive',
    ];
    const inside = ['chroot', this.tree, ...environment, 'sh', '-euc', words];
    if (network) return run(inside[0], inside.slice(1));
    return run('unshare', ['--net', 'sh', '-euc', 'ip link set lo up; exec "$@"', 'sh', ...inside]);
  }

  close() {
    for (const place of this.#mounted) run('umount', ['--recursive', '--lazy', place]);
    this.#mounted = [];
  }
}

/** Lets the tree's apt take packages from the repository, and from nowhere else for these; `name` tells several apart. */
export function addRepository(debian, repository, name = 'antre') {
  debian.lend(repository, `srv/${name}`);
  debian.sh(
    `echo "deb [signed-by=/srv/${name}/antre.gpg] file:/srv/${name} stable main" >/etc/apt/sources.list.d/${name}.list; apt-get -qq update`,
  );
}
