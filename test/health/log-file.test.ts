import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { LogFile, logFiles, logFolder } from '../../electron/health/log-file';
import { readLog } from '../../electron/health/read-log';
import { createLog } from '../../electron/log';
import { buildProgram } from '../support/build-program';
import { temporaryFolder } from '../support/temporary-store';
import { until } from '../support/until';

const written = (dataDir: string) =>
  logFiles(dataDir)
    .map(({ file }) => readFileSync(file, 'utf8'))
    .join('');

test('what is logged is in a file that its owner alone may read, without tokens, passwords and codes', async () => {
  const dataDir = temporaryFolder();
  const log = createLog('info', dataDir);
  const token = 'q8Xy_wKfL2-mN4pR7sTuvA';
  log.info({ password: 'a long enough password', token, pin: '482913', code: 'K7PQ-2M9X-4RTW' }, 'signed_in');
  log.warn({ raw: { headers: { cookie: token }, body: { complaint: 'Loket 3 kasar' } } }, 'a request failed');
  log.error({ err: new Error(`no ticket ${token} at /t/${token}?lang=id`) }, `lost ${token}`);
  log.info({ keptId: 'antre-20261130T140304123Z-daily', printer: 'tcp://192.168.1.50:9100' }, 'the end');
  await until('the last line', () => written(dataDir).includes('the end'));
  const text = written(dataDir);
  for (const secret of [token, 'a long enough', '482913', 'K7PQ', 'Loket 3'])
    expect(text).not.toContain(secret);
  expect(text).toContain('antre-20261130T140304123Z-daily');
  expect(text).toContain('tcp://192.168.1.50:9100');
  expect(text).toContain('no ticket … at /t/…');
  expect((await readLog(dataDir, 0, 1e6)).map(({ level, message }) => [level, message])).toEqual([
    ['info', 'signed_in'],
    ['warn', 'a request failed'],
    ['error', 'lost …'],
    ['info', 'the end'],
  ]);
  if (process.platform !== 'win32') {
    expect(logFiles(dataDir).map(({ file }) => statSync(file).mode & 0o077)).toEqual([0]);
  }
});

test('files are put away by size, and kept bounded in number and age, whoever else lies there', async () => {
  const dataDir = temporaryFolder();
  const folder = logFolder(dataDir);
  mkdirSync(folder);
  const put = (name: string, daysAgo: number) => {
    const at = Date.now() / 1000 - daysAgo * 86_400;
    writeFileSync(join(folder, name), 'old\n');
    utimesSync(join(folder, name), at, at);
  };
  for (let day = 1; day <= 20; day += 1) put(`antre-2026-10-${String(day).padStart(2, '0')}.log`, 21 - day);
  put('antre-2026-09-01.log', 31);
  put('notes.txt', 400);
  const file = new LogFile(dataDir);
  const names = () => readdirSync(folder).sort();
  expect(names()).toEqual([
    ...Array.from({ length: 14 }, (_, at) => `antre-2026-10-${String(at + 7).padStart(2, '0')}.log`),
    'notes.txt',
  ]);
  const line = `${'x'.repeat(1024 * 1024)}\n`;
  for (let megabyte = 0; megabyte < 11; megabyte += 1) file.write(line);
  const ofToday = () => names().filter((name) => !name.startsWith('antre-2026-10'));
  await until(
    'two put away, for which two old ones went',
    () => ofToday().length === 4 && names().length === 16,
  );
  await until('the last line', () => statSync(join(folder, 'antre.log')).size === line.length);
  for (const { bytes } of logFiles(dataDir)) expect(bytes).toBeLessThan(7 * 1024 * 1024);
});

/** Ends with the words of a process that crashes as it starts; returns what it wrote to its standard output. */
async function lastWords(dataDir: string): Promise<string> {
  const program = await buildProgram('test/health/last-words-program.ts');
  const { code, stdout } = await promisify(execFile)(process.execPath, [program, dataDir]).then(
    ({ stdout }) => ({ code: 0, stdout }),
    (error: { readonly code: number; readonly stdout: string }) => error,
  );
  expect(code).toBe(1);
  return stdout;
}

const said = [...Array.from({ length: 50 }, (_, at) => `line ${at}`), 'crashed'];

test('the last words of a process that ends at once are in the file', async () => {
  const dataDir = temporaryFolder();
  await lastWords(dataDir);
  expect((await readLog(dataDir, 0, 1e6)).map(({ message }) => message)).toEqual(said);
});

test('where no file can be written the standard output has it all', async () => {
  const dataDir = temporaryFolder();
  writeFileSync(logFolder(dataDir), 'a file where the folder should be');
  const lines = (await lastWords(dataDir)).trim().split('\n');
  expect(lines.map((line) => JSON.parse(line).msg)).toEqual(said);
  expect(readFileSync(logFolder(dataDir), 'utf8')).toBe('a file where the folder should be');
});
