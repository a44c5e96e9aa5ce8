import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { endingsOf } from '../../electron/health/endings';
import { readLog } from '../../electron/health/read-log';
import { readRuns } from '../../electron/health/run-record';
import { cutPower, spawnHeadless } from '../support/headless-process';
import { temporaryFolder } from '../support/temporary-store';

/** Starts the built program with a data directory; answers once it is served. */
async function start(dataDir: string, settings: Readonly<Record<string, string>> = {}) {
  const child = spawnHeadless({
    ANTRE_DATA_DIR: dataDir,
    ANTRE_PORT: '0',
    ANTRE_PRINTER: 'none',
    ...settings,
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.once('exit', (status) => reject(new Error(`Antre ended with ${status}: ${said}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      said += chunk;
      if (said.includes('served at')) resolve();
    });
  });
  return child;
}

test('a built Antre that was stopped, killed or met an error is told apart by its next start, and logs to its files', async () => {
  const dataDir = temporaryFolder();
  const stopped = await start(dataDir);
  stopped.kill('SIGTERM');
  await once(stopped, 'exit');
  await cutPower(await start(dataDir));
  const before = join(temporaryFolder(), 'throw-once-it-runs.cjs');
  writeFileSync(
    before,
    `const { readFileSync } = require('node:fs');
     const waiting = setInterval(() => {
       if (JSON.parse(readFileSync(${JSON.stringify(join(dataDir, 'runs.json'))}, 'utf8')).runs.length < 3) return;
       clearInterval(waiting);
       throw new TypeError('nobody foresaw this');
     }, 50);`,
  );
  const crashing = spawnHeadless({
    ANTRE_DATA_DIR: dataDir,
    ANTRE_PORT: '0',
    ANTRE_PRINTER: 'none',
    NODE_OPTIONS: `--require=${before}`,
  });
  onTestFinished(() => void crashing.kill('SIGKILL'));
  const [status] = await once(crashing, 'exit');
  expect(status).toBe(85);
  await start(dataDir);
  const endings = endingsOf(readRuns(dataDir).runs, []).map(({ how, error }) => [how, error]);
  expect(endings).toEqual([
    ['crash', 'TypeError: nobody foresaw this'],
    ['killed', ''],
    ['asked', ''],
  ]);
  const logged = (await readLog(dataDir, 0, 1e6)).map(({ message }) => message);
  // Of a run whose power was cut at once the last lines may be lost; those that ended have theirs.
  expect(logged).toContain('Antre is running');
  expect(logged).toContain('crashed');
});
