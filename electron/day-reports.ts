import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Clock } from './clock';
import { businessDateAt } from './store/business-date';
import type { Hall } from './store/hall';
import { query, type Store } from './store/store';
import { presenceView } from './views/reports/presence-view';
import { asWorkbook, presenceTable, summaryTable } from './views/reports/report-file';
import { summaryView } from './views/reports/summary-view';

/** The sheets of a day's report before presence. */
const groupings = ['period', 'hour', 'counter', 'service', 'desk', 'user'] as const;

/**
 * Saves the report of a summed day as `DATA_DIR/reports/antre-2026-11-24.xlsx`. A file that is there is left alone. Does
 * nothing where the hall's setting says so, while it practises, or where the day is no more summed.
 */
export async function saveDayReport(
  {
    store,
    hall,
    clock,
    dataDir,
  }: {
    readonly store: Store;
    readonly hall: () => Hall;
    readonly clock: Clock;
    readonly dataDir: string;
  },
  date: string,
): Promise<void> {
  const { saveDayReports: isWanted, practice } = hall().settings;
  const summed = query.selectFrom('summed_days').select('businessDate').where('businessDate', '=', date);
  if (!isWanted || practice || !store.first(summed)) return;
  const folder = join(dataDir, 'reports');
  const file = join(folder, `antre-${date}.xlsx`);
  if (existsSync(file)) return;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const now = clock.now();
  const look = {
    reader: store,
    hall: hall(),
    now,
    businessDate: businessDateAt(store, now, hall().settings.timezone),
  };
  const period = { from: date, to: date };
  const tables = [];
  for (const by of groupings) {
    tables.push(summaryTable(await summaryView(look, { ...period, by }), by, 'id'));
  }
  tables.push(presenceTable(presenceView(look, period), 'id'));
  // The file gets its name only once it is whole.
  writeFileSync(`${file}.part`, await asWorkbook(tables), { mode: 0o600, flush: true });
  renameSync(`${file}.part`, file);
}
