import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { migrate } from '../../electron/store/migrate';
import { migrations } from '../../electron/store/migrations/index';
import { temporaryFolder } from '../support/temporary-store';

/** What a migration finds (rows written in the shape before it) and what must be there after it. */
interface Step {
  readonly seed: string;
  readonly read: string;
  readonly expected: readonly unknown[];
}

/** One for each migration, in order: add the next beside its migration. */
const steps: readonly Step[] = [
  {
    seed: '',
    read: 'SELECT count(*) AS tickets FROM tickets',
    expected: [{ tickets: 0 }],
  },
  {
    seed: "INSERT INTO summed_days VALUES ('2026-11-24', 1)",
    read: `SELECT summed_days.businessDate, count(day_estimates.counterId) AS measured
           FROM summed_days LEFT JOIN day_estimates USING (businessDate)`,
    expected: [{ businessDate: '2026-11-24', measured: 0 }],
  },
  {
    seed: `INSERT INTO devices (id, kind, name, createdAt) VALUES ('kiosk-1', 'kiosk', 'Kios 1', 0);
           INSERT INTO printers (deviceId, position, name, target, profileJson, placeJson, rollMetres, printedSinceRoll)
           VALUES ('kiosk-1', 0, 'Printer', 'tcp://192.0.2.1:9100', '{}', '{}', 50, 120)`,
    read: 'SELECT printedSinceRoll, rollSeenNew FROM printers',
    expected: [{ printedSinceRoll: 120, rollSeenNew: 0 }],
  },
  {
    seed: `INSERT INTO closures (scope, fromDate, toDate, reasonJson)
           VALUES ('hall', '2026-12-25', '2026-12-25', '{}'), ('hall', '2027-01-04', '9999-12-31', '{}')`,
    read: 'SELECT toDate FROM closures ORDER BY id',
    expected: [{ toDate: '2026-12-25' }, { toDate: null }],
  },
  {
    seed: "INSERT INTO number_sequences VALUES ('2026-11-24', 'A', 7)",
    read: 'SELECT lastNumber, (SELECT count(*) FROM hall_clock) AS kept FROM number_sequences',
    expected: [{ lastNumber: 7, kept: 0 }],
  },
  {
    seed: "INSERT INTO settings (key, valueJson) VALUES ('siteName', '1')",
    read: 'SELECT key, (SELECT count(*) FROM hall_identity) AS known FROM settings',
    expected: [{ key: 'siteName', known: 0 }],
  },
  {
    seed: `INSERT INTO users (username, displayName, role, passwordHash, createdAt)
           VALUES ('budi', 'Budi', 'staff', '', 0)`,
    read: 'SELECT username, mustChangePassword FROM users',
    expected: [{ username: 'budi', mustChangePassword: 0 }],
  },
  {
    seed: `INSERT INTO summed_days VALUES ('2026-11-24', 1);
           INSERT INTO counters (id, code, nameJson, hintJson, agency, groupName, icon, zone, position)
           VALUES (1, 'A', '{}', '{}', '', 'regional', '', '', 0);
           INSERT INTO day_sums VALUES ('2026-11-24', 1, x'01000000')`,
    read: 'SELECT hex(sums) AS sums, format FROM day_sums',
    expected: [{ sums: '01000000', format: 1 }],
  },
  {
    seed: `INSERT INTO counters (id, code, nameJson, hintJson, agency, groupName, icon, zone, position)
           VALUES (1, 'A', '{}', '{}', '', 'regional', '', '', 0);
           INSERT INTO summed_days VALUES ('2026-11-23', 1), ('2026-11-24', 1);
           INSERT INTO day_sums VALUES ('2026-11-23', 1, x'01000000', 1), ('2026-11-24', 1, x'01000000', 1);
           INSERT INTO day_estimates VALUES ('2026-11-23', 1, 0, 0, 0, 0, 0)`,
    read: 'SELECT businessDate, step, failures, reason FROM closing_steps ORDER BY step',
    expected: [
      { businessDate: '2026-11-24', step: 'measure', failures: 0, reason: '' },
      { businessDate: '2026-11-24', step: 'save', failures: 0, reason: '' },
    ],
  },
  {
    seed: `INSERT INTO counters (id, code, nameJson, hintJson, agency, groupName, icon, zone, position)
           VALUES (1, 'A', '{}', '{}', '', 'regional', '', '', 0);
           INSERT INTO desks (counterId, number, label, pausedAt, pauseReason) VALUES (1, 1, '1', 5, 'Salat')`,
    read: 'SELECT number, pausedAt, pauseUntil, leftAt FROM desks',
    expected: [{ number: 1, pausedAt: 5, pauseUntil: null, leftAt: null }],
  },
  {
    seed: `INSERT INTO counters (id, code, nameJson, hintJson, agency, groupName, icon, zone, position, paused)
           VALUES (1, 'A', '{}', '{}', '', 'regional', '', '', 0, 1)`,
    read: 'SELECT code, paused, stopJson FROM counters',
    expected: [{ code: 'A', paused: 1, stopJson: null }],
  },
  {
    seed: `INSERT INTO counters (id, code, nameJson, hintJson, agency, groupName, icon, zone, position)
           VALUES (1, 'A', '{}', '{}', '', 'regional', '', '', 0);
           INSERT INTO desks (counterId, number, label) VALUES (1, 1, '1')`,
    read: 'SELECT number, helpAskedAt, helpAnsweredBy FROM desks',
    expected: [{ number: 1, helpAskedAt: null, helpAnsweredBy: null }],
  },
  {
    seed: `INSERT INTO counters (id, code, nameJson, hintJson, agency, groupName, icon, zone, position)
           VALUES (1, 'A', '{}', '{}', '', 'regional', '', '', 0);
           INSERT INTO desks (counterId, number, label, pausedAt, pauseReason) VALUES (1, 1, '1', 5, 'Salat')`,
    read: 'SELECT pausedAt, breakAskedAt, breakReason, breakMinutes, breakAnswer, breakWord, breakAnsweredBy FROM desks',
    expected: [
      {
        pausedAt: 5,
        breakAskedAt: null,
        breakReason: null,
        breakMinutes: null,
        breakAnswer: null,
        breakWord: null,
        breakAnsweredBy: null,
      },
    ],
  },
  {
    seed: `INSERT INTO counters (id, code, nameJson, hintJson, agency, groupName, icon, zone, position)
           VALUES (3, 'A', '{}', '{}', '', 'regional', '', '', 0);
           INSERT INTO services (id, counterId, nameJson, usualMinutes, documentsJson, position) VALUES (7, 3, '{}', 5, '{}', 0);
           INSERT INTO complaints VALUES ('K7M3-9QXP-2R4T', '2026-11-24', 7, 0, 'normative', 'Lama.', 'answered', 'Maaf.',
             '2026-12-01', '2026-11-25', 4)`,
    read: 'SELECT * FROM complaints',
    expected: [
      {
        ...{
          code: 'K7M3-9QXP-2R4T',
          businessDate: '2026-11-24',
          counterId: 3,
          serviceId: 7,
          origin: 'survey',
        },
        ...{ practice: 0, kind: 'normative', text: 'Lama.', status: 'answered', answer: 'Maaf.' },
        ...{
          sp4nNumber: null,
          sp4nState: null,
          dueDate: '2026-12-01',
          answeredDate: '2026-11-25',
          version: 4,
        },
      },
    ],
  },
  {
    seed: `INSERT INTO counters (id, code, nameJson, hintJson, agency, groupName, icon, zone, position)
           VALUES (1, 'A', '{}', '{}', '', 'regional', '', '', 0);
           INSERT INTO services (id, counterId, nameJson, usualMinutes, documentsJson, position)
           VALUES (1, 1, '{}', 5, '[]', 0);
           INSERT INTO tickets (id, token, businessDate, prefix, sequence, practice, status, paper, language, issuedAt,
             serviceId, firstServiceId)
           VALUES (1, 'token', '2026-11-24', 'A', 1, 0, 'waiting', 'none', 'id', 1, 1, 1);
           INSERT INTO steps (ticketId, serviceId, businessDate, status, arrivedAt, orderedAt, placeReason)
           VALUES (1, 1, '2026-11-24', 'waiting', 1, 1, 'arrival')`,
    read: 'SELECT status, forUserId FROM steps',
    expected: [{ status: 'waiting', forUserId: null }],
  },
  {
    seed: `INSERT INTO counters (id, code, nameJson, hintJson, agency, groupName, icon, zone, position)
           VALUES (1, 'A', '{}', '{}', 'Dinas Sosial', 'regional', '', '', 0),
             (2, 'B', '{}', '{}', 'Dinas Sosial', 'regional', '', '', 1),
             (3, 'C', '{}', '{}', 'BPJS Kesehatan', 'vertical', '', '', 2);
           INSERT INTO users (username, displayName, role, passwordHash, createdAt, counterIdsJson)
           VALUES ('admin', '', 'admin', '', 0, NULL), ('penyelia', '', 'supervisor', '', 0, '[1]'),
             ('semua', '', 'staff', '', 0, NULL), ('dua', '', 'staff', '', 0, '[1,3]'),
             ('sosial', '', 'staff', '', 0, '[2,1,99]'), ('tanpa', '', 'staff', '', 0, '[]')`,
    read: 'SELECT username, wholeHall, institutionsJson, counterIdsJson FROM users ORDER BY id',
    expected: [
      { username: 'admin', wholeHall: 1, institutionsJson: '[]', counterIdsJson: null },
      { username: 'penyelia', wholeHall: 1, institutionsJson: '[]', counterIdsJson: null },
      { username: 'semua', wholeHall: 1, institutionsJson: '[]', counterIdsJson: null },
      {
        username: 'dua',
        wholeHall: 0,
        institutionsJson: '["BPJS Kesehatan","Dinas Sosial"]',
        counterIdsJson: '[1,3]',
      },
      { username: 'sosial', wholeHall: 0, institutionsJson: '["Dinas Sosial"]', counterIdsJson: '[2,1,99]' },
      { username: 'tanpa', wholeHall: 0, institutionsJson: '[]', counterIdsJson: '[]' },
    ],
  },
  {
    seed: `INSERT INTO counters (id, code, nameJson, hintJson, agency, groupName, icon, zone, position)
           VALUES (1, 'A', '{}', '{}', 'Dinas Sosial', 'regional', '', '', 0);
           INSERT INTO services (id, counterId, nameJson, usualMinutes, documentsJson, position)
           VALUES (1, 1, '{}', 5, '{}', 0);
           INSERT INTO tickets (token, businessDate, prefix, sequence, practice, status, paper, language, issuedAt, serviceId,
             firstServiceId) VALUES ('t', '2026-11-24', 'A', 1, 0, 'waiting', 'printed', 'id', 0, 1, 1)`,
    read: `SELECT counters.phoneJoining, tickets.byPhone FROM counters, tickets`,
    expected: [{ phoneJoining: 1, byPhone: 0 }],
  },
  {
    seed: `INSERT INTO counters (code, nameJson, hintJson, agency, groupName, icon, zone, position)
           VALUES ('A', '{}', '{}', '', 'regional', '', '', 0);
           INSERT INTO desks (counterId, number, label) VALUES (1, 1, '1')`,
    read: 'SELECT counterId, number, otherCounterIdsJson FROM desks',
    expected: [{ counterId: 1, number: 1, otherCounterIdsJson: '[]' }],
  },
  {
    seed: "INSERT INTO number_sequences VALUES ('2026-11-24', 'A', 7)",
    read: 'SELECT lastNumber, (SELECT count(*) FROM paper_blocks) AS onPaper FROM number_sequences',
    expected: [{ lastNumber: 7, onPaper: 0 }],
  },
  {
    seed: `INSERT INTO counters (code, nameJson, hintJson, agency, groupName, icon, zone, position)
           VALUES ('A', '{}', '{}', '', 'regional', '', '', 0);
           INSERT INTO services (counterId, nameJson, usualMinutes, documentsJson, position)
           VALUES (1, '{}', 5, '{}', 0);
           INSERT INTO tickets (token, businessDate, prefix, sequence, practice, status, paper, language, issuedAt, serviceId,
             firstServiceId) VALUES ('t', '2026-11-24', 'A', 1, 0, 'waiting', 'printed', 'id', 0, 1, 1)`,
    read: 'SELECT sequence, fetchMe FROM tickets',
    expected: [{ sequence: 1, fetchMe: 0 }],
  },
  {
    seed: `INSERT INTO counters (code, nameJson, hintJson, agency, groupName, icon, zone, position)
           VALUES ('A', '{}', '{}', '', 'regional', '', '', 0);
           INSERT INTO services (counterId, nameJson, usualMinutes, documentsJson, position)
           VALUES (1, '{}', 5, '{}', 0);
           INSERT INTO tickets (token, businessDate, prefix, sequence, practice, status, paper, language, issuedAt, serviceId,
             firstServiceId, fetchMe) VALUES
             ('t', '2026-11-24', 'A', 1, 0, 'waiting', 'printed', 'id', 0, 1, 1, 1),
             ('u', '2026-11-24', 'A', 2, 0, 'done', 'printed', 'id', 0, 1, 1, 0),
             ('v', '2026-11-24', 'A', 3, 0, 'done', 'printed', 'id', 0, 1, 1, 1)`,
    read: `SELECT sequence, fetchAskedBy, (SELECT fetchAsked FROM access_days WHERE businessDate = '2026-11-24' AND practice = 0) AS
           asked FROM tickets`,
    expected: [
      { sequence: 1, fetchAskedBy: 'kiosk', asked: 2 },
      { sequence: 2, fetchAskedBy: null, asked: 2 },
      { sequence: 3, fetchAskedBy: 'kiosk', asked: 2 },
    ],
  },
  {
    seed: "INSERT INTO number_sequences VALUES ('2026-11-24', 'A', 7)",
    read: 'SELECT lastNumber, (SELECT count(*) FROM follow_ups) AS resolved FROM number_sequences',
    expected: [{ lastNumber: 7, resolved: 0 }],
  },
  {
    seed: `INSERT INTO devices (id, kind, name, tokenHash, createdAt) VALUES ('kiosk-9', 'kiosk', 'Kios', 'h', 0);
           INSERT INTO printers (deviceId, position, name, target, profileJson, placeJson, rollMetres)
           VALUES ('kiosk-9', 0, 'Depan', 'tcp://192.0.2.1', '{}', '{}', 50)`,
    read: 'SELECT name, lamp FROM printers',
    expected: [{ name: 'Depan', lamp: 0 }],
  },
  {
    seed: "INSERT INTO number_sequences VALUES ('2026-11-24', 'A', 7)",
    read: 'SELECT lastNumber, (SELECT count(*) FROM service_standards) AS written FROM number_sequences',
    expected: [{ lastNumber: 7, written: 0 }],
  },
  {
    seed: "INSERT INTO number_sequences VALUES ('2026-11-24', 'A', 7)",
    read: 'SELECT lastNumber, (SELECT count(*) FROM kept_files) AS files FROM number_sequences',
    expected: [{ lastNumber: 7, files: 0 }],
  },
  {
    seed: "INSERT INTO number_sequences VALUES ('2026-11-24', 'A', 7)",
    read: `SELECT lastNumber, (SELECT count(*) FROM instruments) AS instruments,
             (SELECT count(*) FROM evaluation_answers) AS answers FROM number_sequences`,
    expected: [{ lastNumber: 7, instruments: 0, answers: 0 }],
  },
  {
    seed: `INSERT INTO complaints (code, businessDate, origin, practice, kind, text, status, sp4nNumber) VALUES
             ('A', '2026-11-24', 'open', 0, 'normative', '', 'forwarded', '#8213907'),
             ('B', '2026-11-24', 'open', 0, 'normative', '', 'new', NULL)`,
    read: 'SELECT code, sp4nState FROM complaints ORDER BY code',
    expected: [
      { code: 'A', sp4nState: 'waiting' },
      { code: 'B', sp4nState: null },
    ],
  },
  {
    seed: "INSERT INTO number_sequences VALUES ('2026-11-24', 'A', 7)",
    read: 'SELECT lastNumber, (SELECT count(*) FROM published_answers) AS published FROM number_sequences',
    expected: [{ lastNumber: 7, published: 0 }],
  },
  // The hall has a main machine, the first of its kind, and nobody stands by.
  {
    seed: '',
    read: 'SELECT id, epoch, length(secret) AS length, standbyId, standbyAddress FROM main_machine',
    expected: [{ id: 1, epoch: 1, length: 64, standbyId: null, standbyAddress: null }],
  },
  {
    seed: "INSERT INTO number_sequences VALUES ('2026-11-24', 'A', 7)",
    read: 'SELECT lastNumber, (SELECT count(*) FROM published_skm) AS published FROM number_sequences',
    expected: [{ lastNumber: 7, published: 0 }],
  },
  {
    seed: "INSERT INTO number_sequences VALUES ('2026-11-24', 'A', 7)",
    read: `SELECT lastNumber, (SELECT count(*) FROM journal) AS told, (SELECT count(*) FROM journal_feed) AS feeds
           FROM number_sequences`,
    expected: [{ lastNumber: 7, told: 0, feeds: 0 }],
  },
  {
    seed: "INSERT INTO number_sequences VALUES ('2026-11-24', 'A', 7)",
    read: `SELECT lastNumber, (SELECT count(*) FROM visitor_points) AS points,
             (SELECT count(*) FROM visitor_forms) AS forms FROM number_sequences`,
    expected: [{ lastNumber: 7, points: 0, forms: 0 }],
  },
];

const openAt = (version: number) => {
  const database = new Database(join(temporaryFolder(), 'antre.sqlite'));
  database.pragma('foreign_keys = ON');
  for (const migration of migrations.slice(0, version)) database.exec(migration.sql);
  database.pragma(`user_version = ${version}`);
  return database;
};

/** What stands in a migration's way at its last table, or else its last column. */
function obstacleOf(sql: string): string {
  const table = /CREATE TABLE (\w+)(?![\s\S]*CREATE TABLE)/.exec(sql)?.[1];
  if (table) return `CREATE TABLE ${table} (inTheWay INTEGER)`;
  const column = /ALTER TABLE \w+ ADD COLUMN \w+(?![\s\S]*ALTER TABLE)/.exec(sql)?.[0];
  if (column) return `${column} INTEGER`;
  throw new Error('nothing can stand in its way');
}

test('every migration has its test', () => {
  expect(steps.length).toBe(migrations.length);
});

describe.each(migrations.map((migration, index) => ({ ...migration, index })))('$name', ({ index }) => {
  test('keeps what was there, in one piece', () => {
    const step = steps[index];
    if (!step) throw new Error('no test');
    const database = openAt(index);
    database.exec(step.seed);
    migrate(database, 'antre.sqlite');
    expect(database.prepare(step.read).all()).toEqual(step.expected);
    expect(database.pragma('user_version', { simple: true })).toBe(migrations.length);
    expect(database.pragma('foreign_key_check')).toEqual([]);
    database.close();
  });

  test('that fails on the way leaves the database as it was', () => {
    const database = openAt(index);
    const obstacle = obstacleOf(migrations[index]?.sql ?? '');
    database.exec(obstacle);
    const shape = () => database.prepare('SELECT name, sql FROM sqlite_schema ORDER BY name').all();
    const before = shape();
    expect(() => migrate(database, 'antre.sqlite')).toThrow(/already exists|duplicate column/);
    expect(shape()).toEqual(before);
    expect(database.pragma('user_version', { simple: true })).toBe(index);
    database.close();
  });
});

test('every table is strict', () => {
  const database = openAt(0);
  migrate(database, 'antre.sqlite');
  const loose = database
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0")
    .all()
    .filter((row) => !(row as { name: string }).name.startsWith('sqlite_'));
  expect(loose).toEqual([]);
  database.close();
});
