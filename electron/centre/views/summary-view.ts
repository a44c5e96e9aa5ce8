import type { CentreSummaryQuery, CentreSummaryRow } from '../../contract/centre/reports';
import type { Localized } from '../../contract/common';
import { type Counts, countNames, figuresOf, summaryColumns } from '../../contract/report-columns';
import { epochDayOf, weekdayOf } from '../../queue/local-day';
import { type DaySum, noCounts } from '../../queue/report/day-sums';
import { UnreadableSums, unpackSums } from '../../queue/report/packed-sums';
import type { CentreDatabase } from '../database/engine';
import { type DayRow, dayRows, hallNames } from './day-rows';
import type { SeenHalls } from './halls-now-view';
import { CountedSeconds } from './seconds';

interface Group extends Counts {
  readonly waits: CountedSeconds;
  readonly serviceTimes: CountedSeconds;
}

/**
 * Visitors and waits of days that are over, in the halls that a reader sees, by the very sums that halls' own reports are made of.
 * Halls and institutions come by name, what has an order of its own in that.
 */
export async function centreSummaryView(
  database: Pick<CentreDatabase, 'query'>,
  asked: CentreSummaryQuery & { readonly seen: SeenHalls },
): Promise<CentreSummaryRow[]> {
  const names = await hallNames(database, asked.seen);
  const services = asked.by === 'service' ? await serviceNames(database) : new Map<string, Localized>();
  const groups = new Map<string, Group>();
  for await (const rows of dayRows(database, asked)) {
    for (const row of rows) {
      for (const sum of sumsOf(row)) {
        const key = keyOf(asked.by, row, sum, services);
        const group = groups.get(key) ?? nothing();
        groups.set(key, group);
        for (const name of countNames) group[name] += sum[name];
        group.waits.add(sum.waits);
        group.serviceTimes.add(sum.serviceTimes);
      }
    }
  }
  const nameOf = (key: string): Localized | null => {
    if (asked.by === 'hall') return named(names.get(Number(key)) ?? '');
    if (asked.by === 'agency') return named(key);
    return asked.by === 'service' ? named(key) : null;
  };
  const order = asked.by === 'hall' ? [...names.keys()].map(String) : [...groups.keys()].sort();
  return order.flatMap((key): CentreSummaryRow[] => {
    const group = groups.get(key);
    if (!group) return [];
    const { waits, serviceTimes, ...counts } = group;
    const sums = {
      ...counts,
      waits: (share: number) => waits.quantile(share),
      serviceTimes: (share: number) => serviceTimes.quantile(share),
    };
    return [{ key, name: nameOf(key), ...figuresOf(summaryColumns, sums) }];
  });
}

function nothing(): Group {
  return { ...noCounts(), waits: new CountedSeconds(), serviceTimes: new CountedSeconds() };
}

/** Sums that this centre can't read yet are left out, as halls' own reports leave out what they can't read. */
function sumsOf({ packed, format }: DayRow): DaySum[] {
  try {
    return packed && format !== null ? unpackSums(packed, format) : [];
  } catch (error) {
    if (error instanceof UnreadableSums) return [];
    throw error;
  }
}

function keyOf(
  by: CentreSummaryQuery['by'],
  { hall_id, date, agency }: DayRow,
  sum: DaySum,
  services: ReadonlyMap<string, Localized>,
): string {
  switch (by) {
    case 'hall':
      return String(hall_id);
    case 'agency':
      return agency ?? '';
    case 'service':
      return services.get(`${hall_id} ${sum.serviceId}`)?.id ?? '';
    case 'day':
      return date;
    case 'month':
      return date.slice(0, 7);
    case 'hour':
      return String(sum.hour).padStart(2, '0');
    case 'weekday':
      return String(weekdayOf(epochDayOf(date)));
    case 'period':
      return 'period';
  }
}

/** Services have the same name in all halls that offer the same. */
async function serviceNames({ query }: Pick<CentreDatabase, 'query'>): Promise<Map<string, Localized>> {
  const rows = await query.selectFrom('hall_services').select(['hall_id', 'service_id', 'name']).execute();
  return new Map(rows.map(({ hall_id, service_id, name }) => [`${hall_id} ${service_id}`, name]));
}

function named(text: string): Localized | null {
  return text === '' ? null : { id: text, en: '', jv: '' };
}
