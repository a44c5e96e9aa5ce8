import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatEpochDay } from '../../../electron/queue/local-day';
import { formatNumber } from '../../../electron/queue/number';
import { reaches, reachOf } from '../../../electron/queue/reach';
import { storedReach } from '../../../electron/store/account-reach';
import { query } from '../../../electron/store/store';
import { expectKeptAsStored } from '../../support/kept-against-store';
import { runCount } from '../../support/run-count';
import { clockActs, putRight } from './clock-acts';
import type { HallModel } from './hall-model';
import { modelOf, RealHall } from './real-hall';
import { defaultVerbs, nextDay, openHall, seldomVerbs } from './verbs';

/** Every ticket, desk, call and event that the real hall has, against the model's. */
function compare(real: RealHall, model: HallModel): void {
  const tickets = real.store.all(
    query
      .selectFrom('tickets')
      .leftJoin('steps', (join) =>
        join.onRef('steps.id', '=', 'tickets.stepId').on('steps.status', '=', 'waiting'),
      )
      .select([
        'tickets.id',
        'prefix',
        'sequence',
        'tickets.status',
        'tickets.serviceId',
        'tickets.businessDate',
        'forUserId',
      ])
      .orderBy('tickets.id'),
  );
  expect(
    tickets.map((each) => [
      each.id,
      each.businessDate,
      formatNumber(each.prefix, each.sequence),
      each.status,
      each.serviceId,
      each.forUserId,
    ]),
  ).toEqual(
    model.tickets.map((each) => [
      each.id,
      formatEpochDay(each.day),
      each.number,
      each.status,
      each.service.id,
      each.status === 'waiting' ? (each.sentTo?.userId ?? null) : null,
    ]),
  );
  expect([real.time.now(), real.time.doubt()?.kind ?? 'followed', real.businessDate()]).toEqual([
    model.now,
    model.clock.standing,
    formatEpochDay(model.day),
  ]);
  const atDesks = new Map(
    real.store
      .all(
        query
          .selectFrom('steps')
          .innerJoin('tickets', 'tickets.stepId', 'steps.id')
          .where('steps.status', 'in', ['called', 'serving'])
          .select(['steps.deskId', 'tickets.id']),
      )
      .map((row) => [row.deskId, row.id]),
  );
  expect(
    real.store
      .all(
        query
          .selectFrom('desks')
          .select([
            'id',
            'userId',
            'pausedAt',
            'priorityRun',
            'helpAskedAt',
            'helpAnsweredBy',
            'breakAskedAt',
            'breakAnswer',
          ])
          .orderBy('id'),
      )
      .map((desk) => [
        desk.id,
        desk.userId,
        desk.pausedAt !== null,
        desk.helpAskedAt !== null,
        desk.helpAnsweredBy,
        desk.breakAskedAt === null ? null : (desk.breakAnswer ?? 'open'),
        desk.priorityRun,
        atDesks.get(desk.id),
      ]),
  ).toEqual(
    model.desks.map((desk) => [
      desk.id,
      desk.user?.userId ?? null,
      desk.paused,
      desk.help !== null,
      desk.help?.coming?.userId ?? null,
      desk.asked,
      desk.run,
      model.tickets.find((each) => each.desk === desk)?.id,
    ]),
  );
  expect(
    real.store.first(
      query
        .selectFrom('calls')
        .select(({ fn }) => [fn.countAll().as('count'), fn.max('sequence').as('last')]),
    ),
  ).toEqual({ count: model.calls, last: model.calls === 0 ? null : model.calls });
  expectKeptAsStored(real.store, real.hall(), real.businessDate());
  expect(real.store.first(query.selectFrom('events').select(({ fn }) => fn.countAll().as('count')))).toEqual({
    count: model.events,
  });
}

/** What holds in the tables whatever was done: each ticket has one living step, its present one, or none. */
function checkSteps(real: RealHall): void {
  const steps = real.store.all(
    query
      .selectFrom('steps')
      .innerJoin('tickets', 'tickets.id', 'steps.ticketId')
      .select([
        'steps.id',
        'steps.ticketId',
        'steps.status',
        'steps.serviceId',
        'tickets.stepId',
        'tickets.status as ticketStatus',
        'tickets.serviceId as ticketServiceId',
      ]),
  );
  for (const step of steps) {
    if (step.id === step.stepId) {
      expect(step.serviceId).toBe(step.ticketServiceId);
      expect(step.status).toBe(step.ticketStatus === 'printing' ? 'waiting' : step.ticketStatus);
    } else {
      expect(['done', 'transferred', 'planned', 'cancelled']).toContain(step.status);
      if (step.status === 'planned') expect(['done', 'cancelled', 'void']).not.toContain(step.ticketStatus);
    }
  }
}

/** No number of a counter that a desk doesn't serve, or its officer doesn't reach, was ever called there. */
function checkCalls(real: RealHall): void {
  const { desk, service, institutionOf } = real.hall();
  const served = real.store.all(
    query
      .selectFrom('events')
      .innerJoin('steps', 'steps.id', 'events.stepId')
      .innerJoin('users', 'users.id', 'events.userId')
      .where('events.kind', '=', 'called')
      .select(['events.deskId', 'steps.serviceId', 'wholeHall', 'institutionsJson', 'counterIdsJson']),
  );
  const strange = served.filter(({ deskId, serviceId, ...account }) => {
    const counterId = service.get(serviceId)?.counterId ?? 0;
    const reach = reachOf(storedReach(account), institutionOf);
    return !desk.get(deskId ?? 0)?.counterIds.includes(counterId) || !reaches(reach, counterId);
  });
  expect(strange).toEqual([]);
  const calls = real.store.all(query.selectFrom('calls').select(['deskId', 'counterId']));
  expect(calls.filter((call) => !desk.get(call.deskId)?.counterIds.includes(call.counterId))).toEqual([]);
}

// In memory where the machine has such a folder: tens of thousands of commits would wait for the disk most of the
// time, and that the disk keeps them is shown by the kill tests.
const parent = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

test('random mixes of taps and every verb of the desks, with restarts, days and jumps of the clock, do what the rules say', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.commands(
        [...defaultVerbs, ...defaultVerbs, ...defaultVerbs, ...seldomVerbs, ...clockActs, nextDay],
        {
          maxCommands: 120,
          size: 'max',
        },
      ),
      (commands) => {
        const folder = mkdtempSync(join(parent, 'antre-mix-'));
        const real = new RealHall(folder);
        try {
          const { model, counterIds } = modelOf(real);
          const halls = { real, counterIds, seen, compare: (each: HallModel) => compare(real, each) };
          openHall(model, halls);
          fc.modelRun(() => ({ model, real: halls }), commands);
          putRight(model, halls);
          checkSteps(real);
          checkCalls(real);
        } finally {
          real.close();
          rmSync(folder, { recursive: true, force: true });
        }
      },
    ),
    { numRuns: runCount(24) },
  );
  // The mixes must reach every verb; of those that are tried in each change's check one may be left out by chance.
  if (runCount(1) === 1) return;
  const done = (name: string) => seen.get(`${name} done`) ?? 0;
  const names = [
    ...['clock jumps', 'clock held', 'clock corrected', 'clock unknown', 'machine off', 'word', 'lead back'],
    ...[
      'tap',
      'join by phone',
      'paperless',
      'give-back',
      'walk-in',
      'sign-in',
      'sign-out',
      'pause',
      'resume',
      'ask for a break',
      'withdraw a break',
      'answer a break',
      'call for help',
      'answer help',
      'end help',
      'stop',
      'open again',
      'call-next',
      'call',
    ],
    ...[
      'recall',
      'start',
      'finish',
      'add-service',
      'remove-service',
      'no-show',
      'hold',
      'transfer',
      'transfer to an officer',
      'reinstate',
      'take-back',
      'claim priority',
      'let pass',
      'let pass by phone',
      'step out',
      'come back',
      'priority',
      'cancel',
      'move',
    ],
  ];
  expect(names.filter((name) => done(name) < 3)).toEqual([]);
});
