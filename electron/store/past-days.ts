import { epochDayOf, offset } from '../queue/local-day';
import { goesFirst } from '../queue/overrides';
import type { PastDay } from '../queue/staffing/demand';
import type { Hall, HallCounter } from './hall';
import { readDeskEvents } from './report-rows';
import { query, type Reader } from './store';

const minute = 60_000;

/** What a counter lived through on a business date that is over: who came, how long desks were taken and manned. */
export function readPastDay(reader: Reader, hall: Hall, counter: HallCounter, businessDate: string): PastDay {
  const epochDay = epochDayOf(businessDate);
  const noon = epochDay * 24 * 60 * minute + 12 * 60 * minute;
  const midnight = epochDay * 24 * 60 * minute - offset(noon, hall.settings.timezone);
  const minutes = (at: number) => (at - midnight) / minute;
  const steps = reader.all(
    query
      .selectFrom('steps')
      .innerJoin('tickets', 'tickets.id', 'steps.ticketId')
      .where('steps.businessDate', '=', businessDate)
      .where(
        'steps.serviceId',
        'in',
        counter.services.map(({ id }) => id),
      )
      .where('steps.status', 'in', ['done', 'no_show', 'cancelled', 'transferred'])
      .select(['steps.serviceId', 'steps.arrivedAt', 'steps.calledAt', 'steps.endedAt', 'tickets.priority']),
  );
  return {
    epochDay,
    visits: steps.map((step) => ({
      serviceId: step.serviceId,
      arrivedAt: minutes(step.arrivedAt),
      hasPriority: goesFirst(hall.service.get(step.serviceId), step.priority),
      deskMinutes:
        step.calledAt === null || step.endedAt === null ? null : (step.endedAt - step.calledAt) / minute,
    })),
    shifts: shiftsOf(readDeskEvents(reader, hall, businessDate, businessDate).get(counter.id) ?? [], minutes),
  };
}

/** When each desk was manned and not paused; who forgot to leave is taken to have left at the day's end. */
function shiftsOf(
  events: readonly { readonly at: number; readonly kind: string; readonly deskId: number }[],
  minutes: (at: number) => number,
): PastDay['shifts'] {
  const since = new Map<number, number>();
  const shifts: { deskId: number; from: number; to: number }[] = [];
  const end = (deskId: number, to: number) => {
    const from = since.get(deskId);
    if (from !== undefined) shifts.push({ deskId, from, to });
    since.delete(deskId);
  };
  for (const { at, kind, deskId } of events) {
    if (kind === 'desk_taken' || kind === 'desk_resumed') {
      if (!since.has(deskId)) since.set(deskId, minutes(at));
    } else {
      end(deskId, minutes(at));
    }
  }
  for (const deskId of [...since.keys()]) end(deskId, 24 * 60);
  return shifts;
}
