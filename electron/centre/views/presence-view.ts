import type { CentrePresenceQuery, CentrePresenceRow } from '../../contract/centre/reports';
import { columnsOf, figuresOf, presenceColumns } from '../../contract/report-columns';
import { epochDayOf, weekdayOf } from '../../queue/local-day';
import type { CentreDatabase } from '../database/engine';
import { dayRows, hallNames } from './day-rows';
import type { SeenHalls } from './halls-now-view';

const columns = columnsOf('presence');

/** How institutions kept their hours: each over all halls, or in each hall, there by weekday too. Halls and institutions by name. */
export async function centrePresenceView(
  database: Pick<CentreDatabase, 'query'>,
  asked: CentrePresenceQuery & { readonly seen: SeenHalls },
): Promise<CentrePresenceRow[]> {
  const names = await hallNames(database, asked.seen);
  const found = new Map<string, CentrePresenceRow>();
  for await (const rows of dayRows(database, asked, 'presence')) {
    for (const { hall_id, date, agency, promised, present, paused, late } of rows) {
      const day = { promised: promised ?? 0, present: present ?? 0, paused: paused ?? 0, late: late ?? 0 };
      const figures = figuresOf(presenceColumns, day);
      const weekday = asked.by === 'weekday' ? weekdayOf(epochDayOf(date)) : null;
      const about = {
        name: asked.by === 'agency' ? (agency ?? '') : (names.get(hall_id) ?? ''),
        hallId: asked.by === 'agency' ? null : String(hall_id),
        weekday,
      };
      const key = JSON.stringify([about.name, about.hallId, weekday]);
      const sum = found.get(key);
      if (sum) for (const { name } of columns) sum[name] += figures[name];
      else found.set(key, { ...about, ...figures });
    }
  }
  return [...found.values()].sort(
    (one, other) =>
      one.name.localeCompare(other.name, 'id') ||
      Number(one.hallId) - Number(other.hallId) ||
      (one.weekday ?? 0) - (other.weekday ?? 0),
  );
}
