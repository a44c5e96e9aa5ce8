import { expect } from 'vitest';
import { callingOrder } from '../../electron/queue/calling-order';
import { goesFirst } from '../../electron/queue/overrides';
import { storedReach } from '../../electron/store/account-reach';
import { ticketIsAlive } from '../../electron/store/alive';
import { newestNumberedDate } from '../../electron/store/business-date';
import type { Hall } from '../../electron/store/hall';
import { desksNow } from '../../electron/store/kept-desks';
import { openJobsOf } from '../../electron/store/kept-print-jobs';
import { queueNow } from '../../electron/store/kept-queue';
import { recentVisitSeconds, visitSecondsBefore } from '../../electron/store/kept-visits';
import { query, type Reader } from '../../electron/store/store';

const rule = { priorityRatio: 2, priorityRun: 1 };

/** What is kept in memory of the queues and desks must be what the tables say, read here in other ways. */
export function expectKeptAsStored(reader: Reader, hall: Hall, businessDate: string): void {
  const tickets = reader.all(
    query
      .selectFrom('tickets')
      .leftJoin('steps', 'steps.id', 'tickets.stepId')
      .where('tickets.businessDate', '=', businessDate)
      .select([
        'tickets.id as ticketId',
        'tickets.serviceId',
        'tickets.firstServiceId',
        'tickets.status',
        'tickets.priority',
        'steps.orderedAt',
        'steps.placeReason',
        'steps.arrivedAt',
        'steps.forUserId',
      ]),
  );
  const queue = queueNow(reader, businessDate);

  const dates = reader.all(query.selectFrom('number_sequences').select('businessDate'));
  expect(newestNumberedDate(reader)).toBe(
    dates
      .map((each) => each.businessDate)
      .reduce<string | null>((newest, each) => (newest === null || each > newest ? each : newest), null),
  );

  const issued = new Map<number, number>();
  for (const { status, firstServiceId: id } of tickets) {
    if (status !== 'void') issued.set(id, (issued.get(id) ?? 0) + 1);
  }
  expect(queue.issued).toEqual(issued);

  const counts = new Map<number, Record<string, number>>();
  for (const { status, serviceId } of tickets) {
    if (!['printing', 'waiting', 'called', 'serving', 'held'].includes(status)) continue;
    const ofService = counts.get(serviceId) ?? {};
    counts.set(serviceId, { ...ofService, [status]: (ofService[status] ?? 0) + 1 });
  }
  expect(queue.counts).toEqual(counts);

  const inLine = tickets.flatMap(({ orderedAt, placeReason, arrivedAt, firstServiceId: _, ...ticket }) =>
    (ticket.status === 'printing' || ticket.status === 'waiting') &&
    orderedAt !== null &&
    placeReason &&
    arrivedAt !== null
      ? [
          {
            ...ticket,
            hasPriority: goesFirst(hall.service.get(ticket.serviceId), ticket.priority),
            orderedAt,
            placeReason,
            arrivedAt,
          },
        ]
      : [],
  );
  const ids = [...hall.service.keys()];
  const desksLines = [...hall.desk.values()].map(({ serviceIds }) => serviceIds);
  for (const serviceIds of [
    ids,
    ...desksLines,
    ...hall.counters.map(({ services }) => services.map(({ id }) => id)),
  ]) {
    const here = inLine.filter(({ serviceId }) => serviceIds.includes(serviceId));
    const line = queue.line(serviceIds, hall);
    const turns = callingOrder(here, rule);
    expect([...line.turns(rule)]).toEqual(turns);
    const isWaiting = ({ status }: { readonly status: string }) => status === 'waiting';
    expect(line.next(rule, isWaiting)).toEqual(callingOrder(here.filter(isWaiting), rule)[0]);
    const last = turns.at(-1)?.ticket.ticketId ?? 0;
    const ahead = [...(line.peopleBefore(last, rule)?.values() ?? [])].reduce((sum, each) => sum + each, 0);
    expect(ahead).toBe(Math.max(0, turns.length - 1));
  }

  const atDesks = reader.all(
    query
      .selectFrom('tickets')
      .innerJoin('steps', 'steps.ticketId', 'tickets.id')
      .where(ticketIsAlive)
      .where('steps.status', 'in', ['called', 'serving'])
      .select(['steps.deskId', 'tickets.id', 'prefix', 'sequence', 'steps.serviceId', 'calledAt']),
  );
  const users = new Map(
    reader.all(query.selectFrom('users').select(['id', 'displayName'])).map((user) => [user.id, user]),
  );
  const accounts = new Map(
    reader
      .all(query.selectFrom('users').select(['id', 'wholeHall', 'institutionsJson', 'counterIdsJson']))
      .map(({ id, ...row }) => [id, storedReach(row)]),
  );
  const desks = reader.all(query.selectFrom('desks').selectAll().where('archivedAt', 'is', null));
  expect(desksNow(reader)).toEqual(
    new Map(
      desks.map((desk) => {
        const { id, userId, pausedAt, pauseReason, pauseUntil, leftAt, priorityRun } = desk;
        const { helpAskedAt, helpAnsweredBy, breakAskedAt, breakReason, breakMinutes, breakAnswer } = desk;
        const { deskId: _, ...ticket } = atDesks.find(({ deskId }) => deskId === id) ?? {};
        return [
          id,
          {
            id,
            user: userId === null ? null : { ...users.get(userId), account: accounts.get(userId) },
            pause: pausedAt === null ? null : { since: pausedAt, reason: pauseReason, until: pauseUntil },
            leftAt,
            priorityRun,
            help:
              helpAskedAt === null
                ? null
                : { since: helpAskedAt, coming: users.get(helpAnsweredBy ?? 0) ?? null },
            breakAsked:
              breakAskedAt === null
                ? null
                : {
                    since: breakAskedAt,
                    reason: breakReason,
                    minutes: breakMinutes,
                    answer: breakAnswer && {
                      what: breakAnswer,
                      word: desk.breakWord,
                      by: users.get(desk.breakAnsweredBy ?? 0),
                    },
                  },
            ticket: 'id' in ticket ? ticket : null,
          },
        ];
      }),
    ),
  );
  const jobs = reader.all(
    query.selectFrom('print_jobs').select(['id', 'deviceId', 'state', 'copy', 'attempts']).orderBy('id'),
  );
  const open = jobs.filter(({ state }) => state === 'queued' || state === 'sending' || state === 'uncertain');
  for (const deviceId of new Set(jobs.map((job) => job.deviceId))) {
    expect([...openJobsOf(reader, deviceId).values()]).toEqual(
      open.filter((job) => job.deviceId === deviceId),
    );
  }
  for (const id of ids) {
    expect(recentVisitSeconds(reader, id)).toEqual(visitSecondsBefore(reader, id, Number.MAX_SAFE_INTEGER));
  }
}
