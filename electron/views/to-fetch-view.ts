import { sql } from 'kysely';
import type { HallSnapshot } from '../contract/staff';
import { localInstant } from '../queue/local-instant';
import { formatNumber } from '../queue/number';
import { waitLimitAt } from '../queue/overrides';
import { type Reach, reaches } from '../queue/reach';
import { prepared } from '../store/prepared';
import { ticketRows } from '../store/ticket-rows';
import { deskLabel, servicePlace } from './ticket-view';
import type { ViewContext } from './view-context';

/** Whoever was called and isn't fetched by then has probably been forgotten. */
const fetchedWithinMs = 2 * 60_000;

// As the index has it, which knows no other numbers.
const toFetch = prepared((values: { businessDate: string }) =>
  ticketRows
    .where('tickets.businessDate', '=', values.businessDate)
    .where(sql<boolean>`tickets.fetchMe = 1`)
    .where('tickets.status', 'in', ['waiting', 'called']),
);

/** Who is to be fetched: first those who were called, then those who wait, the longest first; as far as one reaches. */
export function toFetchView(context: ViewContext, reach: Reach): HallSnapshot['toFetch'] {
  const { hall, reader, businessDate } = context;
  const { timezone } = hall.settings;
  return reader
    .all(toFetch({ businessDate }))
    .map((row) => ({ row, place: servicePlace(context, row.serviceId) }))
    .filter(({ place }) => reaches(reach, Number(place.counter.id)))
    .map(({ row, place }) => {
      const isCalled = row.status === 'called' && row.calledAt !== null;
      const since = isCalled ? (row.calledAt ?? row.arrivedAt) : row.arrivedAt;
      const patience = isCalled ? fetchedWithinMs : waitLimitAt(hall, Number(place.counter.id)) * 60_000;
      return {
        since,
        shown: {
          ticketId: String(row.id),
          number: formatNumber(row.prefix, row.sequence),
          counter: place.counter,
          desk: isCalled && row.deskId !== null ? deskLabel(context, row.deskId) : null,
          since: localInstant(since, timezone),
          lateFrom: localInstant(since + patience, timezone),
        },
      };
    })
    .sort((a, b) => Number(a.shown.desk === null) - Number(b.shown.desk === null) || a.since - b.since)
    .map(({ shown }) => shown);
}
