import { sql } from 'kysely';
import { momentsLately, waitingAt } from '../queue/waiting-lately';
import { prepared } from './prepared';
import { query, type Reader } from './store';
import { keptFor } from './touched-rows';

/** What a day has been like for a service so far. */
export interface DayFigures {
  /** How many waited at each of the moments of the last two hours (`momentsLately`). */
  readonly waitingLately: readonly number[];
  /** Visits to a desk that were finished, and those to which nobody came. */
  readonly served: number;
  readonly noShow: number;
}

const waitEnds = sql<number | null>`coalesce(steps.calledAt, steps.heldAt, steps.endedAt)`;
/** The waits that had not ended at a moment; one who was brought back waits, as far as the step still tells, since arriving. */
const waitsSince = prepared((values: { businessDate: string; from: number }) =>
  query
    .selectFrom('steps')
    .where('businessDate', '=', values.businessDate)
    .where('status', 'not in', ['planned', 'void'])
    .where(sql<boolean>`(${waitEnds} IS NULL OR ${waitEnds} > ${values.from})`)
    .select(['serviceId', 'arrivedAt as from', waitEnds.as('until')]),
);
/** How many visits to a desk ended well, and to how many nobody came, on a date, by service. */
export const endedOfDay = prepared((values: { businessDate: string }) =>
  query
    .selectFrom('steps')
    .where('businessDate', '=', values.businessDate)
    .where('status', 'in', ['done', 'no_show'])
    .groupBy(['serviceId', 'status'])
    .select(['serviceId', 'status', sql<number>`count(*)`.as('count')]),
);

/** Every service's figures, read anew once a minute: what they are drawn with is told each time something changes. */
class KeptDayFigures {
  #figures: ReadonlyMap<number, DayFigures> = new Map();
  #readAs = '';

  of(reader: Reader, businessDate: string, now: number): ReadonlyMap<number, DayFigures> {
    const readAs = `${reader.touched.epoch} ${businessDate} ${Math.floor(now / 60_000)}`;
    if (readAs !== this.#readAs) {
      this.#figures = readFigures(reader, businessDate, momentsLately(now));
      this.#readAs = readAs;
    }
    return this.#figures;
  }
}

function readFigures(
  reader: Reader,
  businessDate: string,
  moments: readonly number[],
): ReadonlyMap<number, DayFigures> {
  const waits = byService(reader.all(waitsSince({ businessDate, from: moments[0] ?? 0 })));
  const ended = byService(reader.all(endedOfDay({ businessDate })));
  return new Map(
    [...new Set([...waits.keys(), ...ended.keys()])].map((serviceId) => {
      const counts = ended.get(serviceId) ?? [];
      const count = (of: 'done' | 'no_show') => counts.find(({ status }) => status === of)?.count ?? 0;
      return [
        serviceId,
        {
          waitingLately: waitingAt(waits.get(serviceId) ?? [], moments),
          served: count('done'),
          noShow: count('no_show'),
        },
      ];
    }),
  );
}

function byService<Row extends { readonly serviceId: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of rows) {
    const known = found.get(row.serviceId);
    if (known) known.push(row);
    else found.set(row.serviceId, [row]);
  }
  return found;
}

const kept = keptFor(() => new KeptDayFigures());

/** What the business date has been like so far, by service; services that nobody came for are left out. At most a minute old. */
export function dayFigures(
  reader: Reader,
  businessDate: string,
  now: number,
): ReadonlyMap<number, DayFigures> {
  return kept(reader).of(reader, businessDate, now);
}
