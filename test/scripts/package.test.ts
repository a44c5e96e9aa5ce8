import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { makeDebianPackage } from '../../scripts/package/debian.mjs';
import { stageApp, stageSession, stageStarter } from '../../scripts/package/stage-app.mjs';
import { temporaryFolder } from '../support/temporary-store';

const root = join(import.meta.dirname, '../..');
const hasTool = (name: string) => spawnSync(name, ['--version']).status === 0;
const isLinux = process.platform === 'linux';
const isBuilt = existsSync(join(root, 'build/.finished'));
const hasDummyScreens = existsSync('/usr/lib/xorg/modules/drivers/dummy_drv.so') && process.getuid?.() === 0;
const hasDpkg = isBuilt && isLinux && hasTool('dpkg-deb');

/** What a package is made of, but for Node and Electron, which are large: files with their names stand for them. */
function tree(kind: 'hub' | 'kiosk'): string {
  const folder = temporaryFolder();
  const installed = join(folder, 'usr/lib/antre');
  stageStarter(root, installed, kind);
  const files =
    kind === 'hub'
      ? ['node', 'app/build/main/headless.cjs', 'app/build/main/antre.cjs']
      : ['node', 'electron/antre-kiosk', 'electron/chrome-sandbox', 'electron/resources/app.asar'];
  if (kind === 'kiosk') stageSession(root, installed);
  for (const file of files) {
    mkdirSync(dirname(join(installed, file)), { recursive: true });
    writeFileSync(join(installed, file), '');
    // Whoever makes the package owns its files; only root can make them anybody's.
    if (process.getuid?.() === 0) chownSync(join(installed, file), 1000, 1000);
  }
  return folder;
}

/** Packs such a tree; the build must be finished, since packages carry its notices. */
function pack(kind: 'hub' | 'kiosk', target = temporaryFolder()): string {
  return makeDebianPackage(root, `antre-${kind}`, tree(kind), release, target);
}
const release = { version: '1.2.3-1', epoch: 1_790_000_000, architecture: 'amd64', sbom: '{}\n' } as const;

/** Mode and owner of each file, by its path. */
function contents(deb: string): Readonly<Record<string, string>> {
  const lines = execFileSync('dpkg-deb', ['--contents', deb], { encoding: 'utf8' }).trim().split('\n');
  return Object.fromEntries(
    lines.map((line) => {
      const [mode, owner, , , , path] = line.split(/\s+/);
      return [path?.slice(1) ?? '', `${mode} ${owner}`];
    }),
  );
}

test.skipIf(!isBuilt)(
  'a staged hub has the add-ons of its machine alone, runs them, and nothing to develop or show windows with',
  () => {
    const target = temporaryFolder();
    const cpu = process.arch;
    const shipped = stageApp(root, target, 'hub', { os: process.platform, cpu }, join(target, 'none'));
    const files = globSync('**/*.*', { cwd: target }).map((path) => path.replaceAll('\\', '/'));
    expect(shipped.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['better-sqlite3', 'node-hid', 'serialport', 'usb']),
    );
    expect(
      files.filter((path) => /(\.(ts|map|c|cc|h|gyp)|README\.md)$|(^|\/)(main|preload)\.cjs$/.test(path)),
    ).toEqual([]);
    const foreign = new RegExp(`(?<!HID_hidraw-|HID-)(darwin|android|win32|linux)(?!-${cpu})`);
    const bindings = files.filter((path) => path.endsWith('.node'));
    expect(bindings.length).toBeGreaterThanOrEqual(4);
    if (isLinux)
      expect(bindings.filter((path) => foreign.test(path.split('prebuilds/').at(-1) ?? ''))).toEqual([]);
    const uses =
      "const D = require('better-sqlite3'); require('serialport'); require('usb'); require('node-hid'); process.stdout.write(new D(':memory:').prepare('select 1+1 as two').get().two + '')";
    expect(execFileSync(process.execPath, ['-e', uses], { cwd: target, encoding: 'utf8' })).toBe('2');
  },
);

test.skipIf(!hasDpkg)('a package belongs to root, and may run only what is a program', () => {
  const hub = contents(pack('hub'));
  expect(new Set(Object.values(hub).map((each) => each.split(' ')[1]))).toEqual(new Set(['root/root']));
  expect(hub).toMatchObject({
    '/usr/lib/antre/node': '-rwxr-xr-x root/root',
    '/usr/lib/antre/app/build/main/headless.cjs': '-rw-r--r-- root/root',
    '/usr/bin/antre': '-rwxr-xr-x root/root',
    '/usr/share/man/man1/antre.1.gz': '-rw-r--r-- root/root',
    '/usr/lib/systemd/system/antre.service': '-rw-r--r-- root/root',
    '/etc/default/antre-hub': '-rw-r--r-- root/root',
  });
  const kiosk = contents(pack('kiosk'));
  expect(kiosk).toMatchObject({
    '/usr/lib/antre/electron/antre-kiosk': '-rwxr-xr-x root/root',
    // Chromium's helper, with root's rights wherever it runs.
    '/usr/lib/antre/electron/chrome-sandbox': '-rwsr-xr-x root/root',
    '/usr/lib/antre/electron/resources/app.asar': '-rw-r--r-- root/root',
    '/usr/lib/antre/session/start': '-rwxr-xr-x root/root',
    '/usr/lib/antre/session/openbox.xml': '-rw-r--r-- root/root',
  });
  expect(kiosk['/usr/bin/antre']).toBeUndefined();
});

test.skipIf(!hasDpkg)('made twice of the same sources, a package has the same bytes', () => {
  const second = tree('hub');
  for (const path of globSync('**', { cwd: second })) {
    const isFolder = statSync(join(second, path)).isDirectory();
    chmodSync(join(second, path), isFolder ? 0o700 : 0o600);
    utimesSync(join(second, path), 1_000_000_000, 1_000_000_000);
  }
  const packages = [pack('hub'), makeDebianPackage(root, 'antre-hub', second, release, temporaryFolder())];
  const [first, again] = packages.map((deb) => readFileSync(deb));
  const sha256 = (bytes: Buffer | undefined) =>
    createHash('sha256')
      .update(bytes ?? '')
      .digest('hex');
  expect(sha256(again)).toBe(sha256(first));
  // The time that an archive of `ar` names for its first member, at its bytes 24 to 35.
  expect(first?.toString('latin1', 24, 36).trim()).toBe(String(release.epoch));
});

test.skipIf(!hasDpkg).each(['hub', 'kiosk'] as const)('the control data of antre-%s is whole', (kind) => {
  const deb = pack(kind);
  const field = (name: string) =>
    execFileSync('dpkg-deb', ['--field', deb, name], { encoding: 'utf8' }).trim();
  expect([field('Package'), field('Version'), field('Architecture'), field('Conflicts')]).toEqual([
    `antre-${kind}`,
    '1.2.3-1',
    'amd64',
    kind === 'hub' ? 'antre-kiosk' : 'antre-hub',
  ]);
  const folder = temporaryFolder();
  execFileSync('dpkg-deb', ['--control', deb, folder]);
  const conffiles = readFileSync(join(folder, 'conffiles'), 'utf8').trim().split('\n');
  expect(conffiles).toEqual(
    kind === 'hub' ? ['/etc/default/antre-hub'] : ['/etc/default/antre-kiosk', '/etc/pam.d/antre-kiosk'],
  );
  for (const script of ['postinst', 'prerm', 'postrm']) {
    const text = readFileSync(join(folder, script), 'utf8');
    expect(text).not.toMatch(/@[A-Z_]+@/);
    execFileSync('sh', ['-n', join(folder, script)]);
  }
});

test.skipIf(!hasDpkg || !hasTool('systemd-analyze')).each(['hub', 'kiosk'] as const)(
  'systemd finds nothing to complain of in the units of antre-%s',
  (kind) => {
    const folder = temporaryFolder();
    execFileSync('dpkg-deb', ['--extract', pack(kind), folder]);
    const units = globSync('usr/lib/systemd/system/*', { cwd: folder }).sort();
    const { stderr } = spawnSync(
      'systemd-analyze',
      ['verify', '--man=no', `--root=${folder}`, ...units.map((unit) => `/${unit}`)],
      {
        encoding: 'utf8',
      },
    );
    // The tree has no other package's units.
    expect(
      stderr.split('\n').filter((line) => /antre/.test(line) && !/Unit \S+ not found/.test(line)),
    ).toEqual([]);
  },
);

/** An X server whose screens nobody sees: its name, and what ends it. */
async function startDummyScreens(): Promise<readonly [string, () => Promise<void>]> {
  const settings = join(temporaryFolder(), 'xorg.conf');
  writeFileSync(
    settings,
    ['Device" \n Driver "dummy" \n VideoRam 64000 \n Identifier "d', 'Screen" \n Device "d" \n Identifier "s']
      .map((section) => `Section "${section}"\nEndSection\n`)
      .join(''),
  );
  const words = ['-config', settings, '-displayfd', '3', '-noreset', '-sharevts', '-novtswitch', '-logfile'];
  const server = spawn('Xorg', [...words, '/dev/null'], { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const ended = once(server, 'exit');
  const [number] = await once(server.stdio[3] as Readable, 'data');
  const end = async () => {
    server.kill();
    await ended;
  };
  return [`:${String(number).trim()}`, end];
}

test.skipIf(!hasDummyScreens)(
  'the kiosk’s screen is the first, the others stand to its right, and one that comes later too',
  { timeout: 30_000 },
  async () => {
    const [display, end] = await startDummyScreens();
    const xrandr = (...words: string[]) =>
      execFileSync('xrandr', words, { encoding: 'utf8', env: { ...process.env, DISPLAY: display } });
    const arranged = (settings: Readonly<Record<string, string>> = {}) => {
      const script = join(root, 'packaging/session/arrange-screens');
      execFileSync('sh', [script], { env: { ...process.env, DISPLAY: display, ...settings } });
      return [...xrandr().matchAll(/^(\S+) connected (primary )?(\d+x\d+\+\d+\+\d+)/gm)].map(
        ([, output, primary = '', place]) => `${output} ${primary}${place}`,
      );
    };
    try {
      expect(arranged()).toEqual(['DUMMY0 primary 1024x768+0+0']);
      // A screen of this driver is there once it has shown something.
      for (const words of ['--addmode DUMMY1 800x600', '--output DUMMY1 --mode 800x600'])
        xrandr(...words.split(' '));
      expect(arranged()).toEqual(['DUMMY0 primary 1024x768+0+0', 'DUMMY1 1024x768+1024+0']);
      // This card doesn't turn pictures.
      expect(arranged({ ANTRE_KIOSK_SCREEN: 'DUMMY1', ANTRE_KIOSK_ROTATION: 'left' })).toEqual([
        'DUMMY0 1024x768+1024+0',
        'DUMMY1 primary 1024x768+0+0',
      ]);
      expect(arranged({ ANTRE_KIOSK_SCREEN: 'HDMI-9' })).toEqual([
        'DUMMY0 primary 1024x768+0+0',
        'DUMMY1 1024x768+1024+0',
      ]);
    } finally {
      await end();
    }
  },
);
