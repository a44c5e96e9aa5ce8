import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { holdDataDirectory } from '../../electron/store/hold-data-directory';
import { DataInUse } from '../../electron/store/store-errors';
import { temporaryFolder } from '../support/temporary-store';

test('a data directory is held by one Antre at a time', () => {
  const dataDir = temporaryFolder();
  const letGo = holdDataDirectory(dataDir);
  expect(() => holdDataDirectory(dataDir)).toThrow(
    new DataInUse(
      `Another Antre is working with ${dataDir}. Stop it, or start this one with another data directory.`,
    ),
  );
  letGo();
  holdDataDirectory(dataDir)();
});

test('a killed process lets go of it', async () => {
  const dataDir = temporaryFolder();
  const holder = spawn(process.execPath, [
    '-e',
    `const lock = new (require('better-sqlite3'))(${JSON.stringify(join(dataDir, 'in-use'))});
     lock.exec('BEGIN EXCLUSIVE'); console.log('held'); setInterval(() => {}, 1000);`,
  ]);
  onTestFinished(() => void holder.kill('SIGKILL'));
  await once(holder.stdout, 'data');
  expect(() => holdDataDirectory(dataDir)).toThrow(DataInUse);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  holdDataDirectory(dataDir)();
});

test('what others could read of it is closed to them, and what lies outside stays as it is', () => {
  const dataDir = temporaryFolder();
  const outside = join(temporaryFolder(), 'outside');
  writeFileSync(outside, '', { mode: 0o644 });
  mkdirSync(join(dataDir, 'backups'), { mode: 0o755 });
  for (const name of ['antre.sqlite', 'antre.sqlite-wal', 'backups/antre-1.sqlite']) {
    writeFileSync(join(dataDir, name), '');
    chmodSync(join(dataDir, name), 0o664);
  }
  symlinkSync(outside, join(dataDir, 'link'));
  chmodSync(dataDir, 0o777);
  holdDataDirectory(dataDir)();
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);
  expect(
    ['.', 'backups', 'antre.sqlite', 'antre.sqlite-wal', 'backups/antre-1.sqlite', 'in-use'].map((name) =>
      modeOf(join(dataDir, name)),
    ),
  ).toEqual(['700', '700', '600', '600', '600', '600']);
  expect(modeOf(outside)).toBe('644');
});

test('whatever rights files and folders had, only their owner has any afterwards, and what a program may run stays so', () => {
  const rights = fc.integer({ min: 0o700, max: 0o777 });
  const files = fc.array(fc.integer({ min: 0, max: 0o777 }), { maxLength: 4 });
  fc.assert(
    fc.property(fc.array(fc.record({ rights, files }), { maxLength: 4 }), rights, (folders, own) => {
      const dataDir = temporaryFolder();
      let folder = dataDir;
      const made: { readonly path: string; readonly expected: number }[] = [
        { path: dataDir, expected: 0o700 },
      ];
      for (const [depth, each] of folders.entries()) {
        for (const [at, mode] of each.files.entries()) {
          const path = join(folder, `file-${at}`);
          writeFileSync(path, '');
          chmodSync(path, mode);
          made.push({ path, expected: 0o600 | (mode & 0o100) });
        }
        folder = join(folder, `folder-${depth}`);
        mkdirSync(folder);
        chmodSync(folder, each.rights);
        made.push({ path: folder, expected: 0o700 });
      }
      chmodSync(dataDir, own);
      holdDataDirectory(dataDir)();
      for (const { path, expected } of made)
        expect([path, statSync(path).mode & 0o777]).toEqual([path, expected]);
    }),
    { numRuns: 40 },
  );
});
