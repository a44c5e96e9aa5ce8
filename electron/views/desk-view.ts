import { DateTime } from 'luxon';
import type { Desk, DeskSnapshot } from '../contract/staff';
import { localInstant, localInstantOrNull } from '../queue/local-instant';
import { formatNumber } from '../queue/number';
import { priorityRatioAt } from '../queue/overrides';
import { type Reach, reaches, reachesAny, reachesService } from '../queue/reach';
import { Refusal } from '../queue/refusal';
import { takeBackUntil } from '../queue/take-back';
import { deskServices } from '../store/desks-serving';
import type { Hall, HallCounter, HallDesk } from '../store/hall';
import type { DeskNow } from '../store/kept-desks';
import { readLastEnding } from '../store/last-ending';
import { query } from '../store/store';
import { ticketById } from '../store/ticket-rows';
import { desksOf } from './line';
import { queueOf, queueTicketView } from './queue-view';
import { stopsOf } from './stops-view';
import type { ViewContext } from './view-context';

/** The desks one of whose counters is within reach, in the order of the menu. */
export function desksWithin(hall: Hall, reach: Reach): HallDesk[] {
  return [...hall.desk.values()].filter(({ counterIds }) => reachesAny(reach, counterIds));
}

/**
 * A desk as somebody of such a reach is to see it: empty where its officer, who may serve only some of its counters, serves
 * none within it. Refuses `not_found`.
 */
export function deskViewWithin(context: ViewContext, deskId: number, reach: Reach): Desk {
  const view = deskView(context, deskId);
  const isWithin = (id: string) => reachesService(context.hall, reach, Number(id));
  if (view.counters.length === 1 || view.serviceIds.some(isWithin)) return view;
  return { ...view, user: null, pause: null, help: null, breakAsked: null, ticketId: null };
}

/**
 * A desk as it is offered to somebody of such a reach: who sits there is said to all who may sit there, but what is asked
 * there, and which number is there, only where its officer serves something within it. Refuses `not_found`.
 */
export function deskToTakeView(context: ViewContext, deskId: number, reach: Reach): Desk {
  const { user, pause } = deskView(context, deskId);
  return { ...deskViewWithin(context, deskId, reach), user, pause };
}

/** A desk and who is there. Refuses `not_found`. */
export function deskView(context: ViewContext, deskId: number): Desk {
  const { desk, counter, counters } = deskOf(context, deskId);
  const now = desksOf(context).get(deskId);
  return {
    id: String(desk.id),
    number: desk.number,
    label: desk.label,
    counter: counterFields(counter),
    counters: counters.map(counterFields),
    serviceIds: deskServices(context.hall, desk, now?.user).map(String),
    user: now?.user ? { id: String(now.user.id), displayName: now.user.displayName } : null,
    pause: now?.pause
      ? {
          reason: now.pause.reason,
          since: localInstant(now.pause.since, context.hall.settings.timezone),
          until: localInstantOrNull(now.pause.until, context.hall.settings.timezone),
        }
      : null,
    help: now?.help
      ? {
          since: localInstant(now.help.since, context.hall.settings.timezone),
          coming: now.help.coming && {
            id: String(now.help.coming.id),
            displayName: now.help.coming.displayName,
          },
        }
      : null,
    breakAsked: now?.breakAsked ? breakAskedView(context, now.breakAsked) : null,
    ticketId: now?.ticket ? String(now.ticket.id) : null,
  };
}

function counterFields({ id, code, name }: HallCounter): Desk['counter'] {
  return { id: String(id), code, name };
}

function breakAskedView(
  { hall }: ViewContext,
  { since, reason, minutes, answer }: NonNullable<DeskNow['breakAsked']>,
): Desk['breakAsked'] {
  return {
    reason,
    minutes,
    since: localInstant(since, hall.settings.timezone),
    answer: answer && {
      granted: answer.what === 'granted',
      word: answer.word,
      by: { id: String(answer.by.id), displayName: answer.by.displayName },
    },
  };
}

/** All that a console shows to somebody of such a reach: topic `desk:ID`. Refuses `not_found`. */
export function deskSnapshotView(context: ViewContext, deskId: number, reach: Reach): DeskSnapshot {
  const { hall } = context;
  const { desk, counters } = deskOf(context, deskId);
  const now = desksOf(context).get(deskId);
  const within = (serviceId: number) => reachesService(hall, reach, serviceId);
  const serviceIds = deskServices(hall, desk, now?.user).filter(within);
  const rule = {
    priorityRatio: priorityRatioAt(hall, desk.counterId),
    priorityRun: now?.priorityRun ?? 0,
  };
  const own = counters.filter(({ id }) => reaches(reach, id));
  const ended = endedToday(context, desk, own);
  return {
    desk: deskToTakeView(context, deskId, reach),
    ticket: now?.ticket && within(now.ticket.serviceId) ? queueTicketView(context, now.ticket.id) : null,
    queue: queueOf(context, serviceIds, rule, now?.user?.id ?? null),
    lastEnded: lastEndedAt(context, ended),
    stops: stopsOf(context, own, (serviceId) => serviceIds.includes(serviceId)),
    breaksNeedAsking: context.hall.settings.breaksNeedAsking,
    recallLimit: context.hall.settings.recallLimit,
    today: todayOf(context, ended),
  };
}

function deskOf({ hall }: ViewContext, deskId: number) {
  const desk = hall.desk.get(deskId);
  const counter = desk && hall.counter.get(desk.counterId);
  if (!desk || !counter) throw new Refusal('not_found');
  return { desk, counter, counters: desk.counterIds.flatMap((id) => hall.counter.get(id) ?? []) };
}

/** What of some counters was ended at the desk on this business date, by any officer. */
function endedToday({ reader, businessDate }: ViewContext, desk: HallDesk, counters: readonly HallCounter[]) {
  const services = counters.flatMap((counter) => counter.services.map((service) => service.id));
  if (services.length === 0) return [];
  return reader.all(
    query
      .selectFrom('steps')
      .where('businessDate', '=', businessDate)
      .where('serviceId', 'in', services)
      .where('status', 'in', ['done', 'no_show'])
      .where('deskId', '=', desk.id)
      .select(['id', 'ticketId', 'status', 'startedAt', 'endedAt']),
  );
}
type EndedStep = ReturnType<typeof endedToday>[number];

/** The newest of what was ended, where it can still be taken back. */
function lastEndedAt(
  { reader, hall, now }: ViewContext,
  ended: readonly EndedStep[],
): DeskSnapshot['lastEnded'] {
  const { takeBackMinutes, timezone } = hall.settings;
  const last = ended.reduce<EndedStep | undefined>(
    (latest, step) => ((step.endedAt ?? 0) >= (latest?.endedAt ?? 0) ? step : latest),
    undefined,
  );
  const until = last?.endedAt ? takeBackUntil(takeBackMinutes, last.endedAt) : null;
  if (!last || until === null || until < now) return null;
  const ending = readLastEnding(reader, last.ticketId);
  const row = reader.first(ticketById({ ticketId: last.ticketId }));
  if (!row || ending?.stepId !== last.id) return null;
  return {
    ticketId: String(row.id),
    number: formatNumber(row.prefix, row.sequence),
    how: ending.how,
    by: String(ending.userId),
    at: localInstant(ending.endedAt, timezone),
    until: localInstant(until, timezone),
  };
}

/** The desk's figures of this business date. */
function todayOf({ hall }: ViewContext, steps: readonly EndedStep[]): DeskSnapshot['today'] {
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
