import { type Counts, countNames, figuresOf, summaryColumns } from '../../contract/report-columns';
import type { SummaryGrouping, SummaryQuery, SummaryRow } from '../../contract/reports';
import { epochDayOf, weekdayOf } from '../../queue/local-day';
import { type Reach, reaches } from '../../queue/reach';
import { type DaySum, noCounts } from '../../queue/report/day-sums';
import { quantilesOf } from '../../queue/report/quantile';
import type { ViewContext } from '../view-context';
import { nobody, readReportNames } from './names';
import { visitSums } from './visit-sums';

interface Group extends Counts {
  readonly waits: Int32Array[];
  readonly serviceTimes: Int32Array[];
}

/** Which counters a report is of: all that its reader reaches, or one of these. */
export interface WithinReach {
  readonly reach: Reach;
}

/**
 * The summary of a period, in the order of its keys (of what has names: as in the menu). Days that are over come from
 * their sums, the others from their steps.
 */
export function summaryView(look: ViewContext, asked: SummaryQuery & WithinReach): SummaryRow[] {
  const groups = new Map<string, Group>();
  visitSums(look, asked, (date, counterId, sums) => {
    if (!reaches(asked.reach, counterId)) return;
    if (asked.counterId !== undefined && String(counterId) !== asked.counterId) return;
    for (const sum of sums) add(groups, keyOf(asked.by, date, counterId, sum), sum);
  });
  const names = readReportNames(look.reader, asked.by);
  const named = asked.by === 'desk' || asked.by === 'user' ? nobody[asked.by] : null;
  const order = names.size > 0 ? [...names.keys(), 'none'] : [...groups.keys()].sort();
  const rows: SummaryRow[] = [];
  for (const key of order) {
    const group = groups.get(key);
    if (!group) continue;
    const { waits, serviceTimes, ...counts } = group;
    const sums = { ...counts, waits: quantilesOf(waits), serviceTimes: quantilesOf(serviceTimes) };
    const name = names.get(key) ?? named;
    rows.push({
      key,
      name: name?.name ?? null,
      counterCode: name?.counterCode ?? null,
      ...figuresOf(summaryColumns, sums),
    });
  }
  return rows;
}

function keyOf(by: SummaryGrouping, date: string, counterId: number, sum: DaySum): string {
  const hour = () => String(sum.hour).padStart(2, '0');
  const weekday = () => weekdayOf(epochDayOf(date));
  switch (by) {
    case 'period':
      return 'period';
    case 'day':
      return date;
    case 'hour':
      return hour();
    case 'weekday':
      return String(weekday());
    case 'weekdayHour':
      return `${weekday()}-${hour()}`;
    case 'counter':
      return String(counterId);
    case 'service':
      return String(sum.serviceId);
    case 'desk':
      return sum.deskId === 0 ? 'none' : String(sum.deskId);
    case 'user':
      return sum.userId === 0 ? 'none' : String(sum.userId);
  }
}

function add(groups: Map<string, Group>, key: string, sum: DaySum): void {
  let group = groups.get(key);
  if (!group) {
    group = { ...noCounts(), waits: [], serviceTimes: [] };
    groups.set(key, group);
  }
  for (const name of countNames) group[name] += sum[name];
  if (sum.waits.length > 0) group.waits.push(sum.waits);
  if (sum.serviceTimes.length > 0) group.serviceTimes.push(sum.serviceTimes);
}
