import { DateTime } from 'luxon';
import type { Desk, DeskSnapshot } from '../contract/staff';
import { localInstant } from '../queue/local-instant';
import { Refusal } from '../queue/refusal';
import type { HallDesk } from '../store/hall';
import { query } from '../store/store';
import { desksOf } from './line';
import { queueOf, queueTicketView } from './queue-view';
import type { ViewContext } from './view-context';

/** A desk and who is there. Refuses `not_found`. */
export function deskView(context: ViewContext, deskId: number): Desk {
  const { desk, counter } = deskOf(context, deskId);
  const now = desksOf(context).get(deskId);
  return {
    id: String(desk.id),
    number: desk.number,
    label: desk.label,
    counter: { id: String(counter.id), code: counter.code, name: counter.name },
    serviceIds: desk.serviceIds.map(String),
    user: now?.user ? { id: String(now.user.id), displayName: now.user.displayName } : null,
    pause: now?.pause
      ? { reason: now.pause.reason, since: localInstant(now.pause.since, context.hall.settings.timezone) }
      : null,
    ticketId: now?.ticket ? String(now.ticket.id) : null,
  };
}

/** All that a console shows: topic `desk:ID`. Refuses `not_found`. */
export function deskSnapshotView(context: ViewContext, deskId: number): DeskSnapshot {
  const { desk } = deskOf(context, deskId);
  const now = desksOf(context).get(deskId);
  return {
    desk: deskView(context, deskId),
    ticket: now?.ticket ? queueTicketView(context, now.ticket.id) : null,
    queue: queueOf(context, desk.serviceIds, now?.priorityRun ?? 0),
    recallLimit: context.hall.settings.recallLimit,
    today: todayAt(context, desk),
  };
}

function deskOf({ hall }: ViewContext, deskId: number) {
  const desk = hall.desk.get(deskId);
  const counter = desk && hall.counter.get(desk.counterId);
  if (!desk || !counter) throw new Refusal('not_found');
  return { desk, counter };
}

/** What was finished at the desk on this business date, whoever sat there. */
function todayAt({ reader, hall, businessDate }: ViewContext, desk: HallDesk): DeskSnapshot['today'] {
  const services = hall.counter.get(desk.counterId)?.services.map((service) => service.id) ?? [];
  const steps =
    services.length === 0
      ? []
      : reader.all(
          query
            .selectFrom('steps')
            .where('businessDate', '=', businessDate)
            .where('serviceId', 'in', services)
            .where('status', 'in', ['done', 'no_show'])
            .where('deskId', '=', desk.id)
            .select(['status', 'startedAt', 'endedAt']),
        );
  const done = steps.filter((step) => step.status === 'done');
  const seconds = done.flatMap((step) =>
    step.startedAt !== null && step.endedAt !== null ? [(step.endedAt - step.startedAt) / 1000] : [],
  );
  const byHour = new Map<number, number>();
  for (const step of done) {
    if (step.endedAt === null) continue;
    const { hour } = DateTime.fromMillis(step.endedAt, { zone: hall.settings.timezone });
    byHour.set(hour, (byHour.get(hour) ?? 0) + 1);
  }
  return {
    served: done.length,
    noShow: steps.length - done.length,
    serviceSeconds:
      seconds.length === 0 ? null : Math.round(seconds.reduce((sum, each) => sum + each, 0) / seconds.length),
    servedByHour: [...byHour].sort(([a], [b]) => a - b).map(([hour, served]) => ({ hour, served })),
  };
}
