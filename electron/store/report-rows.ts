import { sql } from 'kysely';
import { reaches, reachOf } from '../queue/reach';
import type { ReportedStep } from '../queue/report/day-sums';
import type { DeskEvent } from '../queue/report/presence';
import { storedReach } from './account-reach';
import { otherCountersOf } from './desks';
import type { Hall } from './hall';
import { prepared } from './prepared';
import { query, type Reader } from './store';

/** The business dates from `from` to `to` that have steps, in order: one step along the index for each. */
const datesWithSteps = prepared((values: { from: string; to: string }) =>
  query
    .withRecursive('dates(businessDate)', (cte) =>
      cte
        .selectNoFrom(
          sql<
            string | null
          >`(SELECT min(steps.businessDate) FROM steps WHERE steps.businessDate >= ${values.from})`.as(
            'businessDate',
          ),
        )
        .unionAll(
          cte
            .selectFrom('dates')
            .where('businessDate', 'is not', null)
            .select(
              sql<
                string | null
              >`(SELECT min(steps.businessDate) FROM steps WHERE steps.businessDate > dates.businessDate)`.as(
                'businessDate',
              ),
            ),
        ),
    )
    .selectFrom('dates')
    .where('businessDate', '<=', values.to)
    .select(sql<string>`businessDate`.as('businessDate')),
);

const summedDates = prepared((values: { from: string; to: string }) =>
  query
    .selectFrom('summed_days')
    .where('businessDate', '>=', values.from)
    .where('businessDate', '<=', values.to)
    .orderBy('businessDate')
    .select('businessDate'),
);

/** The business dates of a period, in order: those that were summed, and those whose steps must be read. */
export function reportedDates(
  reader: Reader,
  period: { readonly from: string; readonly to: string },
): { readonly summed: readonly string[]; readonly unsummed: readonly string[] } {
  const summed = reader.all(summedDates(period)).map((row) => row.businessDate);
  const known = new Set(summed);
  const all = reader.all(datesWithSteps(period)).map((row) => row.businessDate);
  return { summed, unsummed: all.filter((date) => !known.has(date)) };
}

const stepsOfDay = prepared((values: { businessDate: string }) =>
  query
    .selectFrom('steps')
    .innerJoin('tickets', 'tickets.id', 'steps.ticketId')
    .innerJoin('services', 'services.id', 'steps.serviceId')
    .where('steps.businessDate', '=', values.businessDate)
    .select([
      'steps.id',
      'steps.status',
      'steps.reason',
      'services.counterId',
      'steps.serviceId',
      'steps.fromServiceId',
      'steps.deskId',
      'steps.userId',
      'steps.arrivedAt',
      'steps.calledAt',
      'steps.startedAt',
      'steps.endedAt',
      'tickets.stepId as lastStepId',
    ]),
);

/** The steps of a business date, in no order. */
export function readReportedSteps(reader: Reader, businessDate: string): ReportedStep[] {
  return reader.all(stepsOfDay({ businessDate }));
}

const deskEvents = prepared((values: { from: string; to: string }) =>
  query
    .selectFrom('events')
    .innerJoin('desks', 'desks.id', 'events.deskId')
    .leftJoin('users', 'users.id', 'events.userId')
    .where('events.businessDate', '>=', values.from)
    .where('events.businessDate', '<=', values.to)
    .where(sql<boolean>`events.kind IN ('desk_taken', 'desk_left', 'desk_paused', 'desk_resumed')`)
    .orderBy('events.id')
    .select([
      'events.at',
      'events.kind',
      'events.deskId',
      'desks.counterId',
      'desks.otherCounterIdsJson',
      'users.wholeHall',
      'users.institutionsJson',
      'users.counterIdsJson',
    ]),
);

/**
 * Who came to the desks that serve each counter, and left them, on some business dates (both included), as it happened;
 * by what the desks serve now and people reach now. For a counter that whoever took the desk doesn't reach, it was left.
 */
export function readDeskEvents(
  reader: Reader,
  { institutionOf }: Pick<Hall, 'institutionOf'>,
  from: string,
  to: string,
): Map<number, DeskEvent[]> {
  const counters = new Map<number, DeskEvent[]>();
  for (const { at, kind, deskId, ...row } of reader.all(deskEvents({ from, to }))) {
    if (deskId === null) continue;
    const others = otherCountersOf(row);
    // Only somebody at a desk of several counters may reach some of them and others not; who is gone reached them all.
    const reach =
      others.length === 0 || row.institutionsJson === null
        ? null
        : reachOf(
            storedReach({
              wholeHall: row.wholeHall ?? 0,
              institutionsJson: row.institutionsJson,
              counterIdsJson: row.counterIdsJson,
            }),
            institutionOf,
          );
    for (const counterId of [row.counterId, ...others]) {
      const events = counters.get(counterId) ?? [];
      counters.set(counterId, events);
      const isTheirs = kind !== 'desk_taken' || reaches(reach, counterId);
      events.push({ at, kind: isTheirs ? (kind as DeskEvent['kind']) : 'desk_left', deskId });
    }
  }
  return counters;
}

const packedSums = prepared((values: { from: string; to: string }) =>
  query
    .selectFrom('day_sums')
    .where('businessDate', '>=', values.from)
    .where('businessDate', '<=', values.to)
    .select(['businessDate', 'counterId', 'sums', 'format']),
);

/** The packed sums of some business dates, both included, of every counter. */
export function readPackedSums(
  reader: Reader,
  from: string,
  to: string,
): {
  readonly businessDate: string;
  readonly counterId: number;
  readonly sums: Uint8Array;
  readonly format: number;
}[] {
  return reader.all(packedSums({ from, to }));
}
