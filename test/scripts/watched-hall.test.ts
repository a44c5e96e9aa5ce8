import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { temporaryFolder } from '../support/temporary-store';

/** What an Antre leaves in its data directory, and the updater's look at it. */
async function hall(status = 200) {
  const dataDir = temporaryFolder();
  const server = createServer((_request, answer) => answer.writeHead(status).end());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const write = (name: string, content: object) =>
    writeFileSync(join(dataDir, name), JSON.stringify(content));
  const runs = (version: string, began: number, ended: object | null = null) => {
    write('runs.json', { runs: [{ began, ended }], versions: [{ version }] });
    write('local-access.json', { url, key: 'k', version });
  };
  vi.stubEnv('ANTRE_DATA_DIR', dataDir);
  const require = createRequire(import.meta.url);
  const file = join(import.meta.dirname, '../../scripts/installed/update/watched-hall.cjs');
  delete require.cache[file];
  const { untilWell } = require(file);
  vi.unstubAllEnvs();
  const since = Date.now();
  const well = (limits: object = {}): Promise<string | null> =>
    untilWell({ version: '0.2.0', since, withinMs: 1500, steadyMs: 800, ...limits });
  return { runs, well, since, write };
}

test('a version that runs at one stretch and answers is well', async () => {
  const { runs, well, since } = await hall();
  runs('0.2.0', since + 10);
  expect(await well()).toBeNull();
});

test('one that did not start, another, one that ended and one that is ill are not', async () => {
  const { runs, well, since } = await hall();
  runs('0.2.0', since - 60_000);
  expect(await well()).toBe('it has not started');
  runs('0.1.0', since + 10);
  expect(await well()).toBe('version 0.1.0 runs');
  runs('0.2.0', since + 10, { at: since, how: 'crash', error: 'Error: x' });
  expect(await well()).toBe('it ended (crash Error: x)');
  const ill = await hall(503);
  ill.runs('0.2.0', ill.since + 10);
  expect(await ill.well()).toBe('/healthz answers 503');
});

test('one that starts again and again is given up before its time', async () => {
  const { runs, well, since } = await hall();
  let began = since;
  const starting = setInterval(() => {
    began += 1;
    runs('0.2.0', began);
  }, 300);
  onTestFinished(() => clearInterval(starting));
  expect(await well({ withinMs: 60_000, steadyMs: 5_000 })).toBe('it starts again and again');
});

test('a machine that works for another hall serves nobody, and is well while it runs', async () => {
  const { well, since, write } = await hall();
  write('runs.json', { runs: [{ began: since + 10, ended: null }], versions: [{ version: '0.2.0' }] });
  expect(await well()).toBe('its server does not listen');
  write('config.json', { hub: 'http://10.0.0.5:4180' });
  expect(await well()).toBeNull();
});
