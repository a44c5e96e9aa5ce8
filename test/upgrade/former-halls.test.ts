import { execFileSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { startApp } from '../../electron/app';
import { createLog } from '../../electron/log';
import { sumCopy } from '../../electron/store/backups/copy-sums';
import { migrations } from '../../electron/store/migrations/index';
import { movableClock } from '../support/movable-clock';
import { takeNumber } from '../support/take-number';
import { temporaryFolder } from '../support/temporary-store';

// Data directories that Antre wrote at earlier commits (scripts/upgrade/record-halls.mjs), as the present one finds them.

interface Recorded {
  readonly commit: string;
  readonly recordedAt: string;
  readonly shape: number;
  /** The last number of each counter. */
  readonly last: Readonly<Record<string, string>>;
  readonly tickets: number;
  /** A business date that was over, and what that Antre reported of it: by grouping and key, the row's figures in a line. */
  readonly yesterday: string;
  readonly report: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly refusesNewer: boolean;
}

const halls = join(import.meta.dirname, 'halls');
const names = globSync('*.json', { cwd: halls })
  .sort()
  .map((name) => name.replace('.json', ''));
const recorded = (name: string) => JSON.parse(readFileSync(join(halls, `${name}.json`), 'utf8')) as Recorded;

/** Unpacks a hall and starts the present Antre with it, some minutes after it was recorded. */
async function upgraded(name: string) {
  const dataDir = temporaryFolder();
  execFileSync('tar', ['xzf', join(halls, `${name}.tar.gz`), '-C', dataDir]);
  const { recordedAt } = recorded(name);
  const clock = movableClock(recordedAt);
  clock.advance({ minutes: 5 });
  const app = await startApp(
    {
      port: 0,
      host: '127.0.0.1',
      dataDir,
      printer: { kind: 'none' },
      logLevel: 'silent',
      httpsPort: null,
      trustedProxies: [],
      localKiosk: 'own',
      siteFile: null,
      updatesDir: null,
      pagesDir: join(import.meta.dirname, '../../build/pages'),
    },
    { machine: clock.machine, log: createLog('silent') },
  );
  onTestFinished(() => app.stop());
  return { app, dataDir, file: join(dataDir, 'antre.sqlite') };
}

test('there is a hall of each shape after which a release could have been', () => {
  expect(names.map((name) => recorded(name).shape)).toEqual([1, 4, 7, 10, 15, 18, 19]);
  expect(migrations.length).toBeGreaterThanOrEqual(19);
});

test.each(names)('the hall %s opens, its numbers go on, and nothing of it is lost', async (name) => {
  const { last, tickets } = recorded(name);
  const { app, file } = await upgraded(name);
  for (const [counter, number] of Object.entries(last)) {
    const next = `${counter}-${String(Number(number.split('-')[1]) + 1).padStart(3, '0')}`;
    expect(await takeNumber(app, { counter })).toBe(next);
  }
  const given = Object.keys(last).length;
  const { shape, users, counters, rows } = sumCopy(file);
  expect({ shape, users, tickets: rows.tickets }).toEqual({
    shape: migrations.length,
    users: 1,
    tickets: tickets + given,
  });
  expect(counters).toBeGreaterThanOrEqual(3);
  const database = new Database(file, { readonly: true });
  expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(database.pragma('foreign_key_check')).toEqual([]);
  database.close();
});

test.each(names)(
  'what the Antre of %s reported of a day that was over is reported as it was',
  async (name) => {
    const { yesterday, report } = recorded(name);
    const { app } = await upgraded(name);
    const signedIn = await fetch(`${app.url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: app.url },
      body: JSON.stringify({ username: 'budi', password: 'tujuh gajah menari' }),
    });
    expect(signedIn.status).toBe(200);
    const cookie = signedIn.headers.get('set-cookie') ?? '';
    const rows = async (by: string) => {
      const asked = `from=${yesterday}&to=${yesterday}&by=${by}`;
      const answer = await fetch(`${app.url}/api/v1/reports/summary?${asked}`, { headers: { cookie } });
      return (await answer.json()) as Readonly<Record<string, string | number | null>>[];
    };
    expect(Object.keys(report)).toEqual(['period', 'hour', 'counter', 'service', 'desk', 'user']);
    for (const [by, lines] of Object.entries(report)) {
      // Figures that there were none of then are nobody's to compare.
      const told = (row: Readonly<Record<string, string | number | null>>) =>
        Object.values(lines)[0]
          ?.split(', ')
          .map((figure) => figure.split(' ')[0] as string)
          .map((figure) => `${figure} ${row[figure]}`)
          .join(', ');
      const now = Object.fromEntries((await rows(by)).map((row) => [row.key, told(row)]));
      expect({ by, rows: now }).toEqual({ by, rows: lines });
    }
  },
);

test.each(names)('the Antre of %s refused a database of a newer one and left it as it was', (name) => {
  expect(recorded(name).refusesNewer).toBe(true);
});
