import { type ExecFileOptions, execFile, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { startFakePrinter } from '../../native/printer/testing/fake-printer';
import { buildProgram } from '../support/build-program';
import { keptPrinter } from '../support/chosen-printers';
import { makeAdmin } from '../support/hall-people';
import { type RunningHall, startHall } from '../support/running-hall';
import { takeNumber } from '../support/take-number';
import { temporaryFolder } from '../support/temporary-store';
import { until } from '../support/until';

let program: string;
beforeAll(async () => {
  program = await buildProgram('electron/antre.ts');
});

interface Said {
  readonly exit: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a technician does, with a data directory of its own. */
function antre(dataDir: string, args: readonly string[], options: ExecFileOptions = {}): Promise<Said> {
  return new Promise((resolve) => {
    const env = { PATH: process.env.PATH, LANG: 'id_ID.UTF-8', ANTRE_DATA_DIR: dataDir, HOME: '/nowhere' };
    execFile(process.execPath, [program, ...args], { env, ...options }, (error, out, err) => {
      resolve({ exit: error ? Number(error.code) : 0, out: String(out), err: String(err) });
    });
  });
}

async function hall(printer: Parameters<typeof startHall>[0] = {}): Promise<RunningHall> {
  const started = await startHall({ printer: { kind: 'none' }, ...printer });
  onTestFinished(() => started.end());
  return started;
}

const copies = (dataDir: string) => {
  const folder = join(dataDir, 'backups');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.sqlite'))
        .sort()
    : [];
};

test('status tells of the hall that runs, in the language of the system or as asked, and for programs', async () => {
  const running = await hall();
  await takeNumber(running, { counter: 'A' });
  const indonesian = await antre(running.dataDir, ['status']);
  expect([indonesian.exit, indonesian.err]).toEqual([0, '']);
  expect(indonesian.out).toContain(`berjalan di ${running.url}`);
  expect(indonesian.out).toMatch(/1 menunggu, 0 selesai/);
  expect((await antre(running.dataDir, ['status', '--language', 'en'])).out).toMatch(/1 waiting, 0 served/);
  const json = await antre(running.dataDir, ['status', '--json']);
  const told = JSON.parse(json.out);
  expect([told.running, told.url, told.today.waiting]).toEqual([true, running.url, 1]);
});

test('status of a hall that does not run ends with 3 and tells what the files say', async () => {
  const running = await hall();
  await running.halt();
  const said = await antre(running.dataDir, ['status']);
  expect(said.exit).toBe(3);
  expect(said.out).toContain('TIDAK BERJALAN');
  const { running: runs, health } = JSON.parse((await antre(running.dataDir, ['status', '--json'])).out);
  expect([runs, health.databaseBytes > 0, health.versions.length]).toEqual([false, true, 1]);
  await running.resume();
});

test('a copy is made of a hall that runs and of one that does not, and the history says by whom', async () => {
  const running = await hall();
  const admin = await makeAdmin(running);
  const before = copies(running.dataDir).length;
  const made = await antre(running.dataDir, ['backup']);
  expect([made.exit, made.err]).toEqual([0, '']);
  const file = /: (\/.*\.sqlite)/.exec(made.out)?.[1] ?? '';
  expect(existsSync(file)).toBe(true);
  const { body } = await admin.request('GET', '/admin/audit');
  expect((body as { entries: { actor: string; action: string }[] }).entries[0]).toMatchObject({
    actor: 'technician',
    action: 'makeBackup',
  });
  await running.halt();
  expect((await antre(running.dataDir, ['backup'])).exit).toBe(0);
  expect(copies(running.dataDir)).toHaveLength(before + 2);
  await running.resume();
});

test.each([true, false])(
  'a file brought from elsewhere takes the place of the data, the hall running: %s',
  async (runs) => {
    const running = await hall();
    const admin = await makeAdmin(running);
    const nameNow = async () =>
      ((await (await fetch(`${running.url}/api/v1/site`)).json()) as { name: string }).name;
    const before = await nameNow();
    const { out } = await antre(running.dataDir, ['backup']);
    const stick = join(temporaryFolder(), 'salinan.sqlite');
    copyFileSync(/: (\/.*\.sqlite)/.exec(out)?.[1] ?? '', stick);
    const changed = await admin.request('PATCH', '/admin/settings', { siteName: 'Balai lain' });
    expect(changed.status).toBe(200);
    expect(await nameNow()).toBe('Balai lain');
    if (!runs) await running.halt();
    const unsaid = await antre(running.dataDir, ['restore', stick]);
    expect([unsaid.exit, unsaid.err]).toEqual([2, expect.stringContaining('--yes')]);
    const restored = await antre(running.dataDir, ['restore', stick, '--yes']);
    expect([restored.exit, restored.err]).toEqual([0, '']);
    if (!runs) await running.resume();
    expect(await nameNow()).toBe(before);
    expect(copies(running.dataDir).some((name) => name.endsWith('-replaced.sqlite'))).toBe(true);
  },
);

test('a file that is no copy is refused in words, changes nothing and is not left among the copies', async () => {
  const running = await hall();
  await makeAdmin(running);
  const file = join(temporaryFolder(), 'foto.jpg');
  writeFileSync(file, 'no database');
  const before = copies(running.dataDir);
  const said = await antre(running.dataDir, ['restore', file, '--yes']);
  expect([said.exit, said.err]).toEqual([1, expect.stringContaining('Cadangan ini rusak')]);
  expect(copies(running.dataDir)).toEqual(before);
  const unknown = await antre(running.dataDir, ['restore', 'tidak-ada', '--yes']);
  expect([unknown.exit, unknown.err]).toEqual([1, expect.stringContaining('Tidak ada berkas atau cadangan')]);
});

test('a hall whose database is gone gets its newest copy', async () => {
  const running = await hall();
  await makeAdmin(running);
  await antre(running.dataDir, ['backup']);
  await running.halt();
  for (const end of ['', '-wal', '-shm']) {
    const file = join(running.dataDir, `antre.sqlite${end}`);
    if (existsSync(file)) writeFileSync(file, '');
  }
  const said = await antre(running.dataDir, ['restore', 'newest', '--yes']);
  expect([said.exit, said.err]).toEqual([0, '']);
  await running.resume();
  expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
});

test('a hall whose database is gone and that has no copy begins anew, once that is confirmed; one that has its data never does', async () => {
  const running = await hall();
  await takeNumber(running, { counter: 'A' });
  const { dataDir } = running;
  const whileRunning = await antre(dataDir, ['begin-anew', '--yes', '--language', 'en']);
  expect([whileRunning.exit, whileRunning.err]).toEqual([1, expect.stringContaining('not lost')]);
  await running.halt();
  const whole = readFileSync(join(dataDir, 'antre.sqlite'));
  const stopped = await antre(dataDir, ['begin-anew', '--yes', '--language', 'en']);
  expect([stopped.exit, stopped.err]).toEqual([1, expect.stringContaining('not lost')]);
  expect(readFileSync(join(dataDir, 'antre.sqlite')).length).toBe(whole.length);
  rmSync(join(dataDir, 'backups'), { recursive: true, force: true });
  writeFileSync(join(dataDir, 'antre.sqlite'), 'this is no database'.repeat(1000));
  const unasked = await antre(dataDir, ['begin-anew']);
  expect([unasked.exit, unasked.err]).toEqual([2, expect.stringContaining('--yes')]);
  const begun = await antre(dataDir, ['begin-anew', '--yes', '--language', 'en']);
  expect([begun.exit, begun.err]).toEqual([0, '']);
  expect(begun.out).toMatch(/no copy of it is good(.|\n)*A new hall is ready(.|\n)*\/admin/);
  const [aside] = readdirSync(join(dataDir, 'damaged'));
  expect(readFileSync(join(dataDir, 'damaged', String(aside), 'antre.sqlite'), 'utf8')).toContain(
    'this is no database',
  );
  await running.resume();
  // Numbers that were given are remembered beside the database, and not given again.
  expect(await takeNumber(running, { counter: 'A' })).toBe('A-002');
});

test('the bundle for support is saved of a hall that runs and of one that does not, over nothing that exists', async () => {
  const running = await hall();
  const folder = temporaryFolder();
  const save = (name: string) => antre(running.dataDir, ['support', '--output', join(folder, name)]);
  expect((await save('runs.zip')).exit).toBe(0);
  await running.halt();
  expect((await save('halted.zip')).exit).toBe(0);
  const again = await save('runs.zip');
  expect([again.exit, again.err]).toEqual([1, expect.stringContaining('tidak ditimpa')]);
  const read = (name: string) =>
    Object.fromEntries(
      Object.entries(unzipSync(readFileSync(join(folder, name)))).map(([file, bytes]) => [
        file,
        strFromU8(bytes),
      ]),
    );
  const [runs, halted] = [read('runs.zip'), read('halted.zip')];
  expect(Object.keys(halted)).toEqual(Object.keys(runs));
  const { counters } = JSON.parse(runs['database.json'] ?? '').rows;
  expect(counters).toBeGreaterThan(1);
  expect(JSON.parse(halted['database.json'] ?? '').rows.counters).toBe(counters);
  expect(JSON.parse(runs['findings.json'] ?? '')).not.toBe(null);
  expect(JSON.parse(halted['findings.json'] ?? '')).toBe(null);
  await running.resume();
});

test('a test ticket is printed on the printer of that name, and without one it is said', async () => {
  const printer = await startFakePrinter();
  onTestFinished(() => printer.close());
  const running = await hall({ printer: null });
  const admin = await makeAdmin(running);
  const none = await antre(running.dataDir, ['printer', 'test']);
  expect([none.exit, none.err]).toEqual([1, expect.stringContaining('belum punya printer')]);
  await admin.request('POST', '/admin/printers', keptPrinter(printer, { name: 'Kios depan' }));
  const printed = await antre(running.dataDir, ['printer', 'test', 'kios depan']);
  expect([printed.exit, printed.out]).toEqual([0, expect.stringContaining('Kios depan: tiket coba')]);
  const other = await antre(running.dataDir, ['printer', 'test', 'Gudang']);
  expect([other.exit, other.err]).toEqual([2, expect.stringContaining('Kios depan')]);
});

test('the log is told since a moment, and followed as it grows and as another file takes its place', async () => {
  const dataDir = temporaryFolder();
  mkdirSync(join(dataDir, 'logs'));
  writeFileSync(join(dataDir, 'in-use'), '');
  const file = join(dataDir, 'logs', 'antre.log');
  const line = (msg: string, hoursAgo: number) =>
    `${JSON.stringify({ level: 'error', time: new Date(Date.now() - hoursAgo * 3_600_000).toISOString(), err: { message: 'no route' }, target: 'tcp://10.0.0.5', msg })}\n`;
  writeFileSync(file, line('long ago', 30) + line('printing failed', 3));
  expect((await antre(dataDir, ['logs'])).out).toMatch(
    /^\S+ \S+ error printing failed target=tcp:\/\/10.0.0.5: no route\n$/,
  );
  expect((await antre(dataDir, ['logs', '--since', '2d', '--json'])).out.split('\n')).toHaveLength(3);
  const env = { PATH: process.env.PATH, ANTRE_DATA_DIR: dataDir };
  const following = spawn(process.execPath, [program, 'logs', '--follow'], { env });
  onTestFinished(() => void following.kill());
  let heard = '';
  following.stdout.on('data', (chunk) => {
    heard += chunk;
  });
  await until('the first lines', () => heard.includes('printing failed'));
  appendFileSync(file, line('added', 0));
  await until('what was added', () => heard.includes(' added'));
  copyFileSync(file, join(dataDir, 'logs', 'antre-2026-11-29.log'));
  writeFileSync(`${file}.new`, line('in a new file', 0));
  renameSync(`${file}.new`, file);
  await until('the new file', () => heard.includes('in a new file'));
  expect(heard.match(/ added/g)).toHaveLength(1);
});

test('what is wrong is told with its cure and an exit status of its own', async () => {
  const empty = temporaryFolder();
  const table = [
    [['stauts'], 2, 'tidak dikenal'],
    [['status', '--follow'], 2, '--follow'],
    [['logs', '--since', 'kemarin'], 2, '30m'],
    [['status', '--language', 'xx'], 2, 'id, en'],
    [['status', 'sekali'], 2, 'sekali'],
    [['status', '--salah'], 2, '--salah'],
    [['status'], 4, '--data-dir'],
    [['status', '--data-dir', join(empty, 'nothing')], 4, 'tidak ada'],
  ] as const;
  for (const [args, exit, words] of table) {
    const said = await antre(empty, args);
    expect([args, said.exit, said.err]).toEqual([args, exit, expect.stringContaining(words)]);
  }
  const help = await antre(empty, ['--help', '--language', 'en']);
  expect([help.exit, help.out]).toEqual([0, expect.stringContaining('Examples')]);
  expect(readdirSync(empty)).toEqual([]);
});

test.runIf(process.getuid?.() === 0)('who may not read the data directory is told whose it is', async () => {
  const dataDir = temporaryFolder();
  writeFileSync(join(dataDir, 'in-use'), '');
  chmodSync(dataDir, 0o700);
  const said = await antre(dataDir, ['status', '--language', 'en'], { uid: 65534, gid: 65534 });
  expect([said.exit, said.err]).toEqual([4, expect.stringContaining('sudo -u root antre')]);
});

test.runIf(process.getuid?.() === 0)(
  'who may not enter a folder above it is told whose that is',
  async () => {
    const above = temporaryFolder();
    const dataDir = join(above, 'hall');
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'in-use'), '');
    chmodSync(above, 0o700);
    const said = await antre(dataDir, ['status', '--language', 'en'], { uid: 65534, gid: 65534 });
    expect([said.exit, said.err]).toEqual([4, expect.stringContaining('sudo -u root antre')]);
  },
);
