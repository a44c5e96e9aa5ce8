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

const stepsOfDay = prepared((values: { businessDate: string }) =>
  query
    .selectFrom('steps')
    .where('businessDate', '=', values.businessDate)
    .where('status', 'not in', ['planned', 'void'])
    .select(['serviceId', 'status', 'arrivedAt', 'calledAt', 'heldAt', 'endedAt']),
);
type Step = ReturnType<typeof readSteps>[number];

const readSteps = (reader: Reader, businessDate: string) => reader.all(stepsOfDay({ businessDate }));

/** Every service's figures, read anew once a minute: what they are drawn with is told each time something changes. */
class KeptDayFigures {
  #figures: ReadonlyMap<number, DayFigures> = new Map();
  #readAs = '';

  of(reader: Reader, businessDate: string, now: number): ReadonlyMap<number, DayFigures> {
    const readAs = `${reader.touched.epoch} ${businessDate} ${Math.floor(now / 60_000)}`;
    if (readAs !== this.#readAs) {
      this.#figures = figuresOf(readSteps(reader, businessDate), momentsLately(now));
      this.#readAs = readAs;
    }
    return this.#figures;
  }
}

function figuresOf(rows: readonly Step[], moments: readonly number[]): ReadonlyMap<number, DayFigures> {
  const byService = new Map<number, Step[]>();
  for (const row of rows) {
    const known = byService.get(row.serviceId);
    if (known) known.push(row);
    else byService.set(row.serviceId, [row]);
  }
  return new Map(
    [...byService].map(([serviceId, steps]) => [
      serviceId,
      {
        waitingLately: waitingAt(steps.map(waitOf), moments),
        served: steps.filter(({ status }) => status === 'done').length,
        noShow: steps.filter(({ status }) => status === 'no_show').length,
      },
    ]),
  );
}

/** One who was brought back waits, as far as the step still tells, since arriving. */
function waitOf({ arrivedAt, calledAt, heldAt, endedAt }: Step) {
  return { from: arrivedAt, until: calledAt ?? heldAt ?? endedAt };
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
