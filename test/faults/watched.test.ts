import { createServer } from 'node:net';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildProgram } from '../support/build-program';
import { temporaryFolder } from '../support/temporary-store';
import { keptRestarts, startWatched, untilEnded, type Watched } from '../support/watched-antre';

const served = /is served at http:\S+/g;
const headless = 'build/main/headless.cjs';
let program: string;
beforeAll(async () => {
  program = await buildProgram('test/faults/watched-program.ts');
});

/** Watches over a program with limits that a test need not wait long for. */
function watch(
  parameters: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  limits = {},
): Watched {
  return startWatched(
    [
      'test/support/watch-program.cjs',
      JSON.stringify({ parameters, limits: { hang: 2, firstPause: 0.1, ...limits } }),
    ],
    environment,
  );
}

const reasons = (dataDir: string) =>
  keptRestarts(dataDir).map(({ reason, detail }) => `${reason} ${detail}`.trim());

test('npm run serve starts Antre again after kill -9, with the reason kept, and ends in order by SIGTERM', async () => {
  const dataDir = temporaryFolder();
  const antre = startWatched(['scripts/start.cjs', '--headless'], {
    ANTRE_DATA_DIR: dataDir,
    ANTRE_PORT: '0',
    ANTRE_PRINTER: 'none',
  });
  const first = await antre.again(0, served, 1);
  process.kill(first, 'SIGKILL');
  const second = await antre.again(first, served, 2);
  const url = antre
    .words()
    .match(/http:\S+(?=\/kiosk)/g)
    ?.at(-1);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(reasons(dataDir)).toEqual(['ended SIGKILL']);
  antre.watcher.kill('SIGTERM');
  expect(await antre.ended).toBe(0);
  await untilEnded(second);
  expect(reasons(dataDir)).toEqual(['ended SIGKILL']);
});

test('an Antre that stands still is ended and started again; one that is asked to end is not', async () => {
  const dataDir = temporaryFolder();
  const antre = watch([headless], { ANTRE_DATA_DIR: dataDir, ANTRE_PORT: '0', ANTRE_PRINTER: 'none' });
  const first = await antre.again(0, served, 1);
  process.kill(first, 'SIGSTOP');
  const second = await antre.again(first, served, 2);
  await untilEnded(first);
  expect(reasons(dataDir)).toEqual(['hang']);
  process.kill(second, 'SIGTERM');
  expect(await antre.ended).toBe(0);
  expect(reasons(dataDir)).toEqual(['hang']);
});

test('Antre ends when its watcher was killed, and leaves its data to the next', async () => {
  const dataDir = temporaryFolder();
  const settings = { ANTRE_DATA_DIR: dataDir, ANTRE_PORT: '0', ANTRE_PRINTER: 'none' };
  const antre = watch([headless], settings);
  const orphan = await antre.again(0, served, 1);
  antre.watcher.kill('SIGKILL');
  await untilEnded(orphan);
  const next = watch([headless], settings);
  await next.again(0, served, 1);
});

test('a process whose own loop hangs ends too when its watcher was killed', async () => {
  const hanging = watch([program, temporaryFolder(), 'hangs'], {}, { hang: 600 });
  const orphan = await hanging.again(0, /hangs now/g, 1);
  hanging.watcher.kill('SIGKILL');
  await untilEnded(orphan);
});

test.each<[string, string[], Record<string, number>, RegExp]>([
  ['hangs', [], {}, /^hang$/],
  ['grows', [], { memoryBytes: 400 * 1024 * 1024, memorySeconds: 2 }, /^memory$/],
  ['fillsItsHeap', ['--max-old-space-size=40'], {}, /^memory (SIGABRT|status 134)$/],
  ['ends', [], {}, /^ended status 1$/],
])('a process that %s is started again, and why is kept', async (fault, heapFlags, limits, why) => {
  const dataDir = temporaryFolder();
  const watched = watch([...heapFlags, program, dataDir, fault], {}, limits);
  const first = await watched.again(0, /started/g, 1);
  await watched.again(first, /started/g, 2);
  expect(reasons(dataDir)[0]).toMatch(why);
});

test('a process whose every turn is long is let go on', async () => {
  const dataDir = temporaryFolder();
  const busy = watch([program, dataDir, 'isBusy']);
  const pid = await busy.again(0, /turned once/g, 8);
  expect([busy.pid(), reasons(dataDir)]).toEqual([pid, []]);
});

test.each([
  ['a wrong setting', { ANTRE_PORT: 'four' }, /A setting is wrong/g, 78],
  ['a port that is taken', {}, /Another program is using Antre's address/g, 75],
])('%s is told once, and not tried again', async (_what, settings, sentence, status) => {
  const holder = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => holder.once('listening', resolve));
  const address = holder.address();
  const antre = watch([headless], {
    ANTRE_DATA_DIR: temporaryFolder(),
    ANTRE_PORT: String(typeof address === 'object' ? address?.port : 0),
    ...settings,
  });
  expect(await antre.ended).toBe(status);
  expect(antre.words().match(sentence)).toHaveLength(1);
  holder.close();
});

test('a second one with the same data says so and ends, and the first goes on', async () => {
  const settings = { ANTRE_DATA_DIR: temporaryFolder(), ANTRE_PORT: '0', ANTRE_PRINTER: 'none' };
  const antre = watch([headless], settings);
  const first = await antre.again(0, served, 1);
  const second = watch([headless], settings);
  expect(await second.ended).toBe(75);
  expect(second.words()).toMatch(/Another Antre is using this queue’s data/);
  expect(antre.pid()).toBe(first);
});

test('of many restarts the newest thirty are kept, with nothing that looks like a key', async () => {
  const dataDir = temporaryFolder();
  const { keepRestart } = await import(join(import.meta.dirname, '../../scripts/kept-restarts.cjs'));
  for (let at = 0; at < 100; at += 1) {
    keepRestart(dataDir, {
      at,
      reason: 'crash',
      detail: '',
      error: `Error: no ticket aB3${'x'.repeat(30)} ${'long '.repeat(999)}`,
    });
  }
  const kept = keptRestarts(dataDir);
  expect(kept.map(({ at }) => at)).toEqual(Array.from({ length: 30 }, (_, at) => at + 70));
  expect(kept[0]?.error).toMatch(/^Error: no ticket … (long )+/);
  expect(kept[0]?.error.length).toBe(300);
});
