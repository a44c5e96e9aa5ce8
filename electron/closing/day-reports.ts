import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { HeavyWork } from '../heavy/heavy-work';
import { writeDurably } from '../store/durable-file';
import type { Hall } from '../store/hall';
import { query, type Store } from '../store/store';

/**
 * Saves the report of a summed day as `DATA_DIR/reports/antre-2026-11-24.xlsx`. A file that is there is left alone. Does
 * nothing where the hall's setting says so, while it practises, or where the day is no more summed.
 */
export async function saveDayReport(
  {
    store,
    hall,
    heavyWork,
    dataDir,
  }: {
    readonly store: Store;
    readonly hall: () => Hall;
    readonly heavyWork: HeavyWork;
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
  const workbook = await heavyWork.run('dayReport', date);
  writeDurably(file, workbook);
}
