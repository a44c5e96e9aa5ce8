import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { groupErrors, readLog } from '../../electron/health/read-log';
import { temporaryFolder } from '../support/temporary-store';

const at = (minute: number) => Date.UTC(2026, 10, 30, 8, minute);

/** A data directory whose log has these lines, each of its own minute. */
function logged(...lines: readonly (readonly [level: string, msg: string, error?: string])[]): string {
  const dataDir = temporaryFolder();
  mkdirSync(join(dataDir, 'logs'));
  const file = join(dataDir, 'logs', 'antre.log');
  writeFileSync(file, '');
  for (const [minute, [level, msg, error]] of lines.entries()) {
    const err = error === undefined ? {} : { err: { message: error } };
    appendFileSync(
      file,
      `${JSON.stringify({ level, time: new Date(at(minute)).toISOString(), ...err, msg })}\n`,
    );
  }
  return dataDir;
}

const groups = async (dataDir: string, since = 0) =>
  groupErrors(await readLog(dataDir, since, 1e6), (moment) =>
    new Date(moment).toISOString().slice(11, 16),
  ).map(({ topic, count, at: when, error }) => [topic, count, when, error]);

test('errors are told by what they are about, counted, with the last of each, the latest first', async () => {
  const dataDir = logged(
    ['error', 'printing failed', 'connect ECONNREFUSED'],
    ['info', 'act'],
    ['error', 'the disk takes no more'],
    ['error', 'printing failed', 'read ETIMEDOUT\n  at more'],
    ['warn', 'navigation_refused'],
    ['warn', 'what a restored backup replaced was filed away'],
    ['error', 'something that nobody has thought of'],
    ['error', 'the copy of the day could not be made', 'ENOSPC'],
  );
  expect(await groups(dataDir)).toEqual([
    ['copy', 1, '08:07', 'the copy of the day could not be made: ENOSPC'],
    ['other', 1, '08:06', 'something that nobody has thought of'],
    ['printer', 2, '08:03', 'printing failed: read ETIMEDOUT'],
    ['disk', 1, '08:02', 'the disk takes no more'],
  ]);
  expect(await groups(dataDir, at(7))).toHaveLength(1);
});

test('half a line that a power cut left is left out, and so is all beyond the bound', async () => {
  const dataDir = logged(['error', 'one'], ['error', 'two']);
  appendFileSync(join(dataDir, 'logs', 'antre.log'), '{"level":"error","time":"2026-11-30T08:0');
  expect((await readLog(dataDir, 0, 1e6)).map(({ message }) => message)).toEqual(['one', 'two']);
  expect((await readLog(dataDir, 0, 120)).map(({ message }) => message)).toEqual(['two']);
  expect(await readLog(temporaryFolder(), 0, 1e6)).toEqual([]);
});
