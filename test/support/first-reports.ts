import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import type { EstimateRow, SummaryRow } from '../../electron/contract/reports';
import { readHall } from '../../electron/store/hall';
import { migrations } from '../../electron/store/migrations/index';
import { openStore } from '../../electron/store/store';
import { estimateView } from '../../electron/views/reports/estimate-view';
import { presenceView } from '../../electron/views/reports/presence-view';
import { summaryView } from '../../electron/views/reports/summary-view';
import { temporaryFolder } from './temporary-store';

/** The shape of databases as Antre wrote `first-sums.sql`. */
const firstShape = 18;

const figuresByKey = (rows: readonly (SummaryRow | EstimateRow)[]) =>
  Object.fromEntries(rows.map(({ key, name: _name, counterCode: _code, ...figures }) => [key, figures]));

/** Opens a database that Antre wrote when sums were first packed, of which no ticket is left, and returns its reports. */
export function firstReports() {
  const file = join(temporaryFolder(), 'antre.sqlite');
  const database = new Database(file);
  for (const { sql } of migrations.slice(0, firstShape)) database.exec(sql);
  database.pragma(`user_version = ${firstShape}`);
  database.exec(readFileSync(join(import.meta.dirname, 'first-sums.sql'), 'utf8'));
  database.close();
  const store = openStore(file);
  onTestFinished(() => store.close());

  const now = Date.parse('2027-03-01T09:00+07:00');
  const look = { reader: store, hall: readHall(store), now, businessDate: '2027-03-01' };
  const week = { from: '2026-11-23', to: '2026-11-29', reach: null };
  const summaryBy = (by: 'day' | 'hour' | 'service' | 'desk' | 'user') =>
    figuresByKey(summaryView(look, { ...week, by }));
  const estimateBy = (by: 'day' | 'counter') => figuresByKey(estimateView(look, { ...week, by }));
  const presence = presenceView(look, week).map(
    ({ counterId, counterCode: _code, name: _name, agency: _agency, ...figures }) => [counterId, figures],
  );
  return {
    'summary by day': summaryBy('day'),
    'summary by hour': summaryBy('hour'),
    'summary by service': summaryBy('service'),
    'summary by desk': summaryBy('desk'),
    'summary by user': summaryBy('user'),
    presence: Object.fromEntries(presence),
    'estimate by day': estimateBy('day'),
    'estimate by counter': estimateBy('counter'),
  };
}
