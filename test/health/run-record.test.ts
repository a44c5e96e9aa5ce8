import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { endingsOf } from '../../electron/health/endings';
import { RunRecord, readRuns } from '../../electron/health/run-record';
import { temporaryFolder } from '../support/temporary-store';

const minute = 60_000;
const started = { version: '1.0.0', runtime: 'Node 24.21.0' };

function machine(boot: string | null = 'first boot') {
  let now = 1_000_000;
  let on = 0;
  return {
    wall: () => now,
    uptime: () => now - on,
    boot,
    pass: (ms: number) => {
      now += ms;
    },
    switchOn: () => {
      on = now;
    },
  };
}

const endings = (dataDir: string, restarts: Parameters<typeof endingsOf>[1] = []) =>
  endingsOf(readRuns(dataDir).runs, restarts).map(({ at, how, error, lasted }) => [at, how, error, lasted]);

test('a run that somebody ended, one that crashed and one that lost its power are told apart by the next', () => {
  const dataDir = temporaryFolder();
  const first = machine();
  const end = new RunRecord(first).begin(dataDir, started);
  first.pass(5 * minute);
  end();
  first.pass(minute);
  const crashing = new RunRecord(first);
  const endCrashed = crashing.begin(dataDir, started);
  first.pass(minute);
  crashing.ends('crash', new TypeError('no such row q8Xy_wKfL2-mN4pR7sTuvA'));
  crashing.ends('graphics');
  first.pass(10);
  endCrashed();
  first.pass(minute);
  new RunRecord(first).begin(dataDir, started);
  const second = { ...machine('second boot'), wall: () => first.wall() };
  first.pass(minute);
  new RunRecord(second).begin(dataDir, started);
  expect(endings(dataDir)).toEqual([
    [1_480_010, 'power', '', 0],
    [1_420_010, 'crash', 'TypeError: no such row …', minute + 10],
    [1_300_000, 'asked', '', 5 * minute],
  ]);
});

test('that a process hung or was killed is told by who watched it, and only of the run that it was', () => {
  const dataDir = temporaryFolder();
  const clock = machine();
  const run = () => void new RunRecord(clock).begin(dataDir, started);
  run();
  clock.pass(2 * minute);
  const hung = { at: clock.wall(), reason: 'hang' as const, detail: '', error: '' };
  clock.pass(1000);
  run();
  clock.pass(minute);
  const toStart = { at: clock.wall() - 500, reason: 'start' as const, detail: '', error: 'EADDRINUSE' };
  run();
  clock.pass(minute);
  const later = { at: clock.wall(), reason: 'ended' as const, detail: 'SIGSEGV', error: 'Error: no' };
  clock.pass(1000);
  run();
  expect(endings(dataDir, [hung, toStart, later])).toEqual([
    [later.at, 'ended', 'SIGSEGV; Error: no', minute],
    [1_121_000, 'killed', '', 0],
    [hung.at, 'hang', '', 2 * minute],
  ]);
});

test('versions are kept with since when, and what is damaged keeps nothing from starting', () => {
  const dataDir = temporaryFolder();
  const clock = machine();
  new RunRecord(clock).begin(dataDir, started)();
  clock.pass(minute);
  new RunRecord(clock).begin(dataDir, started)();
  clock.pass(minute);
  new RunRecord(clock).begin(dataDir, { version: '1.1.0', runtime: 'Node 26.1.0' })();
  expect(readRuns(dataDir).versions).toEqual([
    { ...started, since: 1_000_000 },
    { version: '1.1.0', runtime: 'Node 26.1.0', since: 1_120_000 },
  ]);
  const file = join(dataDir, 'runs.json');
  writeFileSync(file, readFileSync(file, 'utf8').slice(0, 40));
  expect(readRuns(dataDir)).toEqual({ runs: [], versions: [] });
  new RunRecord(clock).begin(dataDir, started)();
  expect(readRuns(dataDir).runs).toHaveLength(1);
});

test('no more than fifty runs are kept', () => {
  const dataDir = temporaryFolder();
  const clock = machine();
  for (let run = 0; run < 60; run += 1) {
    new RunRecord(clock).begin(dataDir, started)();
    clock.pass(minute);
  }
  const { runs } = readRuns(dataDir);
  expect([runs.length, runs.at(-1)?.began]).toEqual([50, 1_000_000 + 59 * minute]);
});

test('where the system names no start of the machine, how long it is on tells a power cut from a kill', () => {
  const dataDir = temporaryFolder();
  const clock = machine(null);
  const run = () => void new RunRecord(clock).begin(dataDir, started);
  run();
  clock.pass(minute);
  run();
  clock.pass(minute);
  clock.switchOn();
  clock.pass(10_000);
  run();
  expect(endings(dataDir).map(([, how]) => how)).toEqual(['power', 'killed']);
});
