import { sql } from 'kysely';
import type { ReportedStep } from '../queue/report/day-sums';
import type { DeskEvent } from '../queue/report/presence';
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
    .where('events.businessDate', '>=', values.from)
    .where('events.businessDate', '<=', values.to)
    .where(sql<boolean>`events.kind IN ('desk_taken', 'desk_left', 'desk_paused', 'desk_resumed')`)
    .orderBy('events.id')
    .select(['events.at', 'events.kind', 'events.deskId', 'desks.counterId']),
);

/** Who came to the desks of each counter, and left them, on some business dates (both included), as it happened. */
export function readDeskEvents(reader: Reader, from: string, to: string): Map<number, DeskEvent[]> {
  const counters = new Map<number, DeskEvent[]>();
  for (const { at, kind, deskId, counterId } of reader.all(deskEvents({ from, to }))) {
    if (deskId === null) continue;
    const events = counters.get(counterId) ?? [];
    counters.set(counterId, events);
    events.push({ at, kind: kind as DeskEvent['kind'], deskId });
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
