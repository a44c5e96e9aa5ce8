import fc from 'fast-check';
import { expect, test } from 'vitest';
import { callNext } from '../../electron/actions/desk/call-next';
import { finish } from '../../electron/actions/desk/finish';
import { reachOf } from '../../electron/queue/reach';
import { openingNow } from '../../electron/store/queue-queries';
import { query } from '../../electron/store/store';
import { readTicket } from '../../electron/store/tickets';
import { staffHall } from '../support/staff-hall';

test('a service is shown served just where somebody sits who may call its numbers', () => {
  const hall = staffHall();
  const counters = ['A', 'IM', 'L'];
  for (const code of counters) hall.ticket(code);
  hall.ticket('A', { place: 1 });
  const services = [...hall.hall().service.keys()];
  const desks = [...hall.hall().desk.values()].map(({ id, counterId }) => ({ id, counterId }));
  const users = desks.map((_desk, at) => hall.addUser(`petugas-${at}`));
  const someCounters = fc.subarray(counters.map((code) => hall.counterId(code)));
  const someDesk = fc.record({
    others: someCounters,
    serviceIds: fc.option(fc.subarray(services)),
    user: fc.constantFrom('none', 'pausing', 'working', 'working'),
    reach: fc.option(someCounters),
  });
  const undone = new Error('undone');

  /** The services of those whom an officer can call one after the other. */
  const callable = (deskId: number, userId: number, counterIds: readonly number[] | null) => {
    const called: number[] = [];
    const everybody = () =>
      hall.act({ kind: 'user', userId, role: 'staff', counterIds }, (context) => {
        for (;;) {
          const next = callNext(context, { deskId });
          if (!next) throw undone;
          called.push(readTicket(context.transaction, next.ticketId)?.serviceId ?? 0);
          finish(context, { deskId });
        }
      });
    expect(everybody).toThrow(undone);
    return called;
  };

  fc.assert(
    fc.property(fc.array(someDesk, { minLength: desks.length, maxLength: desks.length }), (given) => {
      hall.store.write((transaction) => {
        for (const [at, { others, serviceIds, user, reach }] of given.entries()) {
          const { id, counterId } = desks[at] ?? { id: 0, counterId: 0 };
          const userId = users[at]?.userId ?? 0;
          // Nobody sits at a desk none of whose counters is theirs.
          const isTheirs = reach === null || [counterId, ...others].some((each) => reach.includes(each));
          const counterIdsJson = reach && JSON.stringify(reach);
          transaction.run(query.updateTable('users').set({ counterIdsJson }).where('id', '=', userId));
          transaction.run(
            query
              .updateTable('desks')
              .set({
                otherCounterIdsJson: JSON.stringify(others),
                serviceIdsJson: serviceIds && JSON.stringify(serviceIds),
                userId: user === 'none' || !isTheirs ? null : userId,
                pausedAt: user === 'pausing' ? 1 : null,
              })
              .where('id', '=', id),
          );
        }
        transaction.announce({ kind: 'configuration' });
      });
      const sitting = hall.store.all(
        query
          .selectFrom('desks')
          .innerJoin('users', 'users.id', 'desks.userId')
          .where('pausedAt', 'is', null)
          .select(['desks.id', 'users.id as userId', 'counterIdsJson']),
      );
      const served = sitting.flatMap(({ id, userId, counterIdsJson }) => {
        const counterIds = counterIdsJson === null ? null : (JSON.parse(counterIdsJson) as number[]);
        const reach = reachOf({ wholeHall: true, institutions: [], counterIds }, hall.hall().institutionOf);
        return callable(id, userId, reach);
      });
      const view = hall.view();
      const practice = { ...view.hall, settings: { ...view.hall.settings, practice: true } };
      const shown = [...view.hall.service.values()].filter(
        (service) => openingNow(hall.store, practice, service, view).state === 'serving',
      );
      expect(shown.map(({ id }) => id)).toEqual(services.filter((id) => served.includes(id)));
    }),
    { numRuns: 60 },
  );
});
