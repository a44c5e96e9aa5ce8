// Records small data directories by Antre as it was at earlier commits, for test/upgrade: each with an account, a day that is over with
// what that Antre reported of it, numbers of the next day, and whether that Antre refuses a database of the present one without
// touching it. Run once, and again for a state that is added:
//   node scripts/upgrade/record-halls.mjs [NAME…]
// What was recorded stands in test/upgrade/halls. Needs Git's history, and the present build (npm run build).
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { formerTree } from './former-tree.mjs';

const root = join(import.meta.dirname, '../..');
const target = join(root, 'test/upgrade/halls');
const password = 'tujuh gajah menari';

/** The last commits before a change of the database's shape. */
const states = {
  'shape-01': 'b24e9aa9',
  'shape-04': '05d9df34',
  'shape-07': 'c45a091c',
  'shape-10': '13d0e90a',
  'shape-15': '3ff37d01',
  'shape-18': 'c0630f51',
  'shape-19': '24219c80',
};

const chosen = process.argv.slice(2);
mkdirSync(target, { recursive: true });
for (const [name, commit] of Object.entries(states)) {
  if (chosen.length === 0 || chosen.includes(name)) await record(name, commit);
}

async function record(name, commit) {
  const folder = mkdtempSync(join(tmpdir(), 'antre-record-'));
  const { program, remove } = await formerTree(root, commit, join(folder, 'tree'));
  try {
    const dataDir = join(folder, 'data');
    const database = join(dataDir, 'antre.sqlite');
    const dayBefore = await served(program, dataDir, { daysBack: 1 });
    const yesterday = await liveThroughDay(dayBefore);
    await dayBefore.stop();
    const recordedAt = new Date().toISOString();
    const hall = await served(program, dataDir);
    const call = caller(hall.url);
    await untilSummed(database);
    await call('/session', { username: 'budi', password });
    const given = await giveNumbers(call);
    const report = await reportOf(call, yesterday);
    await hall.stop();
    const packed = new Database(database);
    packed.pragma('journal_mode = DELETE');
    packed.exec('VACUUM');
    const shape = packed.pragma('user_version', { simple: true });
    packed.close();
    const refusesNewer = refusesPresent(program, dataDir, folder);
    for (const part of ['logs', 'setup-code', 'in-use', 'local-access.json', 'backups'])
      rmSync(join(dataDir, part), { recursive: true, force: true });
    run('tar', ['czf', join(target, `${name}.tar.gz`), '-C', dataDir, '.']);
    const tickets = 2 * given.tickets;
    const about = { commit, recordedAt, shape, last: given.last, tickets, yesterday, report, refusesNewer };
    writeFileSync(join(target, `${name}.json`), `${JSON.stringify(about, null, 2)}\n`);
    console.log(`${name}: ${JSON.stringify(about)}`);
  } finally {
    remove();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Starts that Antre; `daysBack`: its clock shows a time that was so long ago. */
async function served(program, dataDir, { daysBack = 0 } = {}) {
  const env = {
    ...process.env,
    ANTRE_DATA_DIR: dataDir,
    ANTRE_PORT: '0',
    // A number is called only once its paper is out.
    ANTRE_PRINTER: 'preview',
    ANTRE_HTTPS_PORT: 'none',
    RECORD_DAYS_BACK: String(daysBack),
  };
  const shifted = ['--require', join(import.meta.dirname, 'shifted-clock.cjs')];
  const child = spawn(process.execPath, [...shifted, program], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let words = '';
  child.stderr.on('data', (chunk) => {
    words += chunk;
  });
  const ended = new Promise((resolve) => child.on('exit', resolve));
  for (let tries = 0; tries < 300 && !/served at/.test(words); tries += 1) await pause(100);
  const url = /served at (\S+?)\/kiosk/.exec(words)?.[1];
  if (!url) throw new Error(`${program} does not serve: ${words}`);
  await pause(300);
  const file = join(dataDir, 'setup-code');
  const code = existsSync(file)
    ? readFileSync(file, 'utf8').trim()
    : /account at \S+: (\S+)/.exec(words)?.[1];
  return {
    url,
    code,
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
}

/** Calls routes of a hall, with the session that it got. */
function caller(url) {
  let cookie = '';
  return async (path, body) => {
    const answer = await fetch(`${url}/api/v1${path}`, {
      method: body ? 'POST' : 'GET',
      headers: {
        origin: url,
        cookie,
        ...(body ? { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() } : {}),
      },
      body: body && JSON.stringify(body),
    });
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie;
    if (answer.status === 204) return null;
    const content = await answer.json();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(content)}`);
    return content;
  };
}

/** Makes an account, gives numbers, and serves some of them at each desk in another way. Returns the business date. */
async function liveThroughDay({ url, code }) {
  const call = caller(url);
  await call('/setup', { code, username: 'budi', displayName: 'Budi Santoso', password });
  const { businessDate } = await giveNumbers(call);
  const desks = await call('/desks');
  const counters = (await call('/counters')).filter(({ services }) =>
    services.some(({ status }) => status === 'open'),
  );
  for (const [at, { id: counterId }] of counters.slice(0, 3).entries()) {
    const desk = desks.find(({ counter }) => counter.id === counterId);
    const act = (verb, body = {}) => call(`/desks/${desk.id}/${verb}`, body);
    await act('sign-in');
    await serve(act, at);
    await act('sign-out');
  }
  return businessDate;
}

/** Of those who wait at a desk one is served; at the second one doesn't come, at the third that one is called again and served. */
async function serve(act, at) {
  await callNext(act);
  await act('start');
  await pause(1200 + 1000 * at);
  await act('finish');
  if (at === 0) return;
  await callNext(act);
  await act('no-show');
  if (at === 1) return;
  await callNext(act);
  await act('recall');
  await act('start');
  await act('finish');
}

/** Calls the next one, whose paper may still be on its way. */
async function callNext(act) {
  for (let tries = 0; tries < 100; tries += 1) {
    if (await act('call-next')) return;
    await pause(200);
  }
  throw new Error('Nobody can be called');
}

/** Gives numbers of three counters. */
async function giveNumbers(call) {
  const counters = (await call('/counters')).filter(({ services }) =>
    services.some(({ status }) => status === 'open'),
  );
  const last = {};
  let businessDate;
  for (const [at, { code: counter, services }] of counters.slice(0, 3).entries()) {
    const { id } = services.find(({ status }) => status === 'open');
    for (let count = 0; count <= at + 1; count += 1) {
      const given = await call('/tickets', { serviceId: id, language: 'id' });
      last[counter] = given.number;
      businessDate = given.businessDate;
    }
  }
  return { last, tickets: 2 + 3 + 4, businessDate };
}

/** Waits until the day that is over was summed, which is done beside serving. */
async function untilSummed(file) {
  for (let tries = 0; tries < 600; tries += 1) {
    const database = new Database(file, { readonly: true });
    const isThere = database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'day_sums'").get();
    const rows = isThere ? database.prepare('SELECT count(*) FROM day_sums').pluck().get() : 0;
    database.close();
    if (rows > 0) return;
    await pause(200);
  }
  throw new Error('The day was not summed');
}

/** What was reported of a date, in the ways in which it can be grouped: each row's figures in a line, by the row's key. */
async function reportOf(call, date) {
  const report = {};
  for (const by of ['period', 'hour', 'counter', 'service', 'desk', 'user']) {
    const rows = await call(`/reports/summary?from=${date}&to=${date}&by=${by}`);
    const lines = rows.map(({ key, name, counterCode, ...figures }) => [key, figuresInLine(figures)]);
    report[by] = Object.fromEntries(lines);
  }
  return report;
}

function figuresInLine(figures) {
  return Object.entries(figures)
    .map(([name, figure]) => `${name} ${figure}`)
    .join(', ');
}

/** Whether that Antre ends without touching a database that the present one converted, and says that it is a newer one's. */
function refusesPresent(program, dataDir, folder) {
  const newer = join(folder, 'newer');
  run('cp', ['-r', dataDir, newer]);
  const database = new Database(join(newer, 'antre.sqlite'));
  // As one that is in use: its log beside it.
  database.pragma('journal_mode = WAL');
  database.pragma('user_version = 99');
  database.close();
  const before = hashOf(join(newer, 'antre.sqlite'));
  const env = {
    ...process.env,
    ANTRE_DATA_DIR: newer,
    ANTRE_PORT: '0',
    ANTRE_PRINTER: 'none',
    ANTRE_HTTPS_PORT: 'none',
  };
  const { status, stderr } = spawnSync(process.execPath, [program], {
    env,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return status !== 0 && /newer/i.test(stderr) && hashOf(join(newer, 'antre.sqlite')) === before;
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function run(program, parameters) {
  const { status, stdout, stderr } = spawnSync(program, parameters, { cwd: root, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${parameters.join(' ')}: ${stderr}`);
  return stdout;
}
