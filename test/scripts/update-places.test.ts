import { execFile, execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { makeRepository } from '../../scripts/package/apt-repository.mjs';
import { temporaryFolder } from '../support/temporary-store';

const hasTools = ['apt-get', 'dpkg-deb', 'reprepro', 'gpg'].every(
  (name) => spawnSync(name, ['--version']).status === 0,
);
const program = join(import.meta.dirname, '../../scripts/installed/update/update.cjs');

/** A signed repository that has one version of antre-hub, and the folder that it lies in. */
let good: string;
const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});
beforeAll(() => {
  if (hasTools) good = repositoryOf('0.2.0-1');
});

function repositoryOf(version: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'antre-test-'));
  made.push(folder);
  const tree = join(folder, 'tree/DEBIAN');
  mkdirSync(tree, { recursive: true });
  writeFileSync(
    join(tree, 'control'),
    `Package: antre-hub\nVersion: ${version}\nArchitecture: ${execFileSync('dpkg', ['--print-architecture'], { encoding: 'utf8' }).trim()}
Maintainer: Try <try@localhost>\nSection: misc\nPriority: optional\nDescription: to try with\n`,
  );
  execFileSync('dpkg-deb', ['--root-owner-group', '--build', join(folder, 'tree'), folder], {
    stdio: 'ignore',
  });
  return makeRepository(folder, join(folder, 'apt'));
}

/** A copy of the good repository in which something was changed. */
function changed(change: (apt: string) => void): string {
  const apt = join(temporaryFolder(), 'apt');
  cpSync(good, apt, { recursive: true });
  change(apt);
  return apt;
}

/** What root's program tells after it was asked, on a machine where 0.1.0-1 is installed and `folder` is looked in. */
async function told(folder: string, { asked = 'look', key = join(good, 'antre.gpg'), hub = '' } = {}) {
  const updates = temporaryFolder();
  const dpkg = temporaryFolder();
  mkdirSync(join(dpkg, 'info'));
  mkdirSync(join(dpkg, 'updates'));
  writeFileSync(
    join(dpkg, 'status'),
    'Package: antre-hub\nStatus: install ok installed\nVersion: 0.1.0-1\nArchitecture: all\nMaintainer: x\nDescription: x\n\n',
  );
  mkdirSync(join(updates, 'requests'));
  writeFileSync(join(updates, 'requests/request'), asked);
  const env = {
    PATH: process.env.PATH,
    ANTRE_UPDATES: updates,
    ANTRE_UPDATE_KEYRING: key,
    ANTRE_UPDATE_FOLDER: folder,
    ANTRE_HUB: hub,
    ANTRE_DATA_DIR: temporaryFolder(),
    DPKG_ADMINDIR: dpkg,
  };
  await new Promise((resolve) => execFile(process.execPath, [program], { env }, resolve));
  return JSON.parse(readFileSync(join(updates, 'state.json'), 'utf8'));
}

async function placeIn(folder: string, how: Parameters<typeof told>[1] = {}) {
  const { looked } = await told(folder, how);
  const found = looked.places.find(({ where }: { where: string }) => where.startsWith(folder));
  return found && { version: found.version, isNewer: found.isNewer, fault: found.fault };
}

const packages = 'dists/stable/main/binary-*/Packages*';
const edit = (file: string, from: string | RegExp, to: string) =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));

test.skipIf(!hasTools)(
  'a newer version in a folder is found, proven by the signature of its repository',
  async () => {
    expect(await placeIn(good)).toEqual({ version: '0.2.0-1', isNewer: true, fault: null });
    // Where somebody put the repository into a folder of a stick.
    expect(await placeIn(join(good, '..'))).toEqual({ version: '0.2.0-1', isNewer: true, fault: null });
  },
);

test.skipIf(!hasTools)('an older version is told as not newer', async () => {
  const older = repositoryOf('0.0.9-1');
  expect(await placeIn(older, { key: join(older, 'antre.gpg') })).toEqual({
    version: '0.0.9-1',
    isNewer: false,
    fault: null,
  });
});

test.skipIf(!hasTools)(
  'what was changed after it was signed is refused, as are another key’s signature, none, and a package alone',
  async () => {
    const list = changed((apt) => edit(join(apt, 'dists/stable/InRelease'), 'Label: Antre', 'Label: Antra'));
    const index = changed((apt) => {
      for (const file of globSync(packages, { cwd: apt }))
        if (file.endsWith('Packages')) edit(join(apt, file), '0.2.0-1', '0.2.1-1');
        else rmSync(join(apt, file));
    });
    const unsigned = changed((apt) => {
      for (const file of ['InRelease', 'Release.gpg']) rmSync(join(apt, 'dists/stable', file));
    });
    const alone = temporaryFolder();
    writeFileSync(join(alone, 'antre-hub_0.2.0-1_amd64.deb'), '');
    const refused = (fault: string) => ({ version: null, isNewer: false, fault });
    expect(await placeIn(list)).toEqual(refused('tampered'));
    expect(await placeIn(index)).toEqual(refused('tampered'));
    expect(await placeIn(repositoryOf('0.3.0-1'))).toEqual(refused('foreign'));
    expect(await placeIn(unsigned)).toEqual(refused('unsigned'));
    expect(await placeIn(alone)).toEqual(refused('unsigned'));
  },
);

test.skipIf(!hasTools)('without a key nothing is looked at, and that is said', async () => {
  const { looked } = await told(good, { key: '/nowhere.gpg' });
  expect([looked.hasKey, looked.places]).toEqual([false, []]);
});

test.skipIf(!hasTools)('a package that is not the one that was signed is never installed', async () => {
  const apt = changed((folder) => {
    for (const file of globSync('pool/**/*.deb', { cwd: folder })) {
      const bytes = readFileSync(join(folder, file));
      bytes[bytes.length - 20] = (bytes.at(-20) ?? 0) ^ 1;
      writeFileSync(join(folder, file), bytes);
    }
  });
  const { last, underWay } = await told(apt, { asked: 'install 0.2.0-1' });
  expect([underWay, last.outcome, last.reason]).toEqual([null, 'refused', 'unfetched']);
});

test.skipIf(!hasTools)('a version that nobody has, and one that is older, are refused', async () => {
  const nobody = await told(good, { asked: 'install 0.9.0-1' });
  const older = await told(good, { asked: 'install 0.0.1-1' });
  expect([nobody.last.reason, older.last.reason]).toEqual(['not_found', 'not_newer']);
});

/** A hub that says which version it has, or answers as something else would. */
async function hubOf(answer: unknown): Promise<string> {
  const server = createServer((_request, response) => response.end(JSON.stringify(answer)));
  onTestFinished(() => void server.close());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

test.skipIf(!hasTools)(
  'a machine that works for a hub takes no version that is newer than the hub’s',
  async () => {
    const apt = changed((folder) => {
      for (const file of globSync('pool/**/*.deb', { cwd: folder }))
        writeFileSync(join(folder, file), 'no package');
    });
    const asked = 'install 0.2.0-1';
    const reasonWith = async (hub: string) => {
      const { last, underWay } = await told(apt, { asked, hub });
      return [underWay, last.outcome, last.reason];
    };
    expect(await reasonWith(await hubOf({ version: '0.1.9' }))).toEqual([null, 'refused', 'hub_older']);
    expect(await reasonWith(await hubOf({ version: '0.2.0' }))).toEqual([null, 'refused', 'unfetched']);
    expect(await reasonWith(await hubOf({ version: '0.10.0' }))).toEqual([null, 'refused', 'unfetched']);
  },
);

test.skipIf(!hasTools)('a hub that doesn’t tell its version keeps what works for it as it is', async () => {
  const asked = 'install 0.2.0-1';
  const away = await told(good, { asked, hub: 'http://127.0.0.1:9' });
  expect([away.last.reason, away.last.detail]).toEqual([
    'hub_silent',
    expect.stringContaining('http://127.0.0.1:9: '),
  ]);
  const { last } = await told(good, { asked, hub: await hubOf({ status: 'ok' }) });
  expect(last.reason).toBe('hub_silent');
});

test.skipIf(!hasTools).each(['install 1; reboot', 'install --help', '../../etc/shadow', ''])(
  'a request that is no version does nothing: %s',
  async (asked) => {
    const folder = temporaryFolder();
    await expect(told(folder, { asked })).rejects.toThrow('ENOENT');
  },
);
