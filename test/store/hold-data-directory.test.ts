import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { holdDataDirectory } from '../../electron/store/hold-data-directory';
import { DataInUse } from '../../electron/store/unusable';
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
