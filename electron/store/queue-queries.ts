import { type Opening, opening, openingForWaiting } from '../queue/opening';
import { goesFirst } from '../queue/overrides';
import { quotaOn } from '../queue/quota';
import { desksServing } from './desks-serving';
import type { Hall, HallService } from './hall';
import { queueNow, type TicketInLine } from './kept-queue';
import type { Reader } from './store';
import { chanceForNext } from './wait-now';

/** Numbers of a business date that were taken for a service, void ones not counted: what a quota limits. */
export function issuedOf(reader: Reader, businessDate: string, serviceId: number): number {
  return queueNow(reader, businessDate).issued.get(serviceId) ?? 0;
}

/** Who can be called at a service: those in line whose paper is out, or who took none; in no order. */
export function ticketsToCall(
  reader: Reader,
  businessDate: string,
  serviceId: number,
  hall: Pick<Hall, 'service'>,
): TicketInLine[] {
  const service = hall.service.get(serviceId);
  return [...queueNow(reader, businessDate).inLine(serviceId)]
    .filter(({ status }) => status === 'waiting')
    .map((ticket) => ({ ...ticket, hasPriority: goesFirst(service, ticket.priority) }));
}

/**
 * Whether a desk's officer may call a ticket: one that was sent to an officer is that officer's alone, for as long as they
 * sit at a desk that serves it and aren't on a break; else it is everybody's who serves it, so that nobody waits for an
 * empty chair.
 */
export function mayBeCalledBy(
  reader: Reader,
  hall: Hall,
  ticket: { readonly serviceId: number; readonly forUserId: number | null },
  userId: number | null,
): boolean {
  const { serviceId, forUserId } = ticket;
  if (forUserId === null || forUserId === userId) return true;
  return !officersServing(reader, hall, serviceId).some(
    ({ id, isResting }) => id === forUserId && !isResting,
  );
}

/** Who sits at the desks that serve a service. */
export function officersServing(
  reader: Reader,
  hall: Hall,
  serviceId: number,
): { readonly id: number; readonly isResting: boolean }[] {
  const service = hall.service.get(serviceId);
  return (service ? desksServing(reader, hall, service) : []).flatMap(({ now }) =>
    now.user ? [{ id: now.user.id, isResting: now.pause !== null }] : [],
  );
}

interface Moment {
  readonly now: number;
  readonly businessDate: string;
}

/** How a service is at a moment, and whether it gives numbers: what every surface shows and every tap is judged by. */
export function openingNow(reader: Reader, hall: Hall, service: HallService, moment: Moment): Opening {
  return opening(hall, service, dayOf(reader, hall, service, moment));
}

/** The same for those who wait there already. */
export function openingNowForWaiting(
  reader: Reader,
  hall: Hall,
  service: HallService,
  moment: Moment,
): Opening {
  return openingForWaiting(hall, service, dayOf(reader, hall, service, moment));
}

function dayOf(reader: Reader, hall: Hall, service: HallService, moment: Moment) {
  const { now, businessDate } = moment;
  return {
    now,
    businessDate,
    issued: quotaOn(hall, service, businessDate) === null ? 0 : issuedOf(reader, businessDate, service.id),
    desks: desksServing(reader, hall, service).map(({ now: { user, pause, leftAt } }) => ({
      isManned: user !== null,
      pause,
      leftAt,
    })),
    // Only asked where numbers end by it.
    chanceToday: () => chanceForNext(reader, hall, service, moment),
  };
}
