import fc from 'fast-check';
import { expect, test } from 'vitest';
import { builtInKioskId } from '../../electron/store/import-configuration';
import { desksNow } from '../../electron/store/kept-desks';
import { openJobsOf } from '../../electron/store/kept-print-jobs';
import { queueNow } from '../../electron/store/kept-queue';
import { query, type Transaction } from '../../electron/store/store';
import { expectKeptAsStored } from '../support/kept-against-store';
import { runCount } from '../support/run-count';
import { testHall } from '../support/test-hall';

const today = '2026-11-24';
const statuses = ['printing', 'waiting', 'called', 'serving', 'held', 'done', 'no_show', 'void'] as const;

/** Any statement on the tables of which something is kept, by no rule of the hall. */
const statement = fc.oneof(
  fc.record({
    kind: fc.constant('issue' as const),
    service: fc.nat(),
    date: fc.constantFrom(today, today, today, '2026-11-23'),
    priority: fc.constantFrom(null, null, 'elderly' as const, 'infant' as const),
    at: fc.nat({ max: 50 }),
  }),
  fc.record({
    kind: fc.constant('status' as const),
    ticket: fc.nat(),
    status: fc.constantFrom(...statuses),
    desk: fc.nat(),
  }),
  fc.record({ kind: fc.constant('service' as const), ticket: fc.nat(), service: fc.nat() }),
  fc.record({
    kind: fc.constant('place' as const),
    ticket: fc.nat(),
    at: fc.nat({ max: 50 }),
    placeReason: fc.constantFrom('front' as const, 'back' as const, 'returned' as const),
  }),
  fc.record({ kind: fc.constant('remove' as const), ticket: fc.nat() }),
  fc.record({ kind: fc.constant('print' as const), ticket: fc.nat() }),
  fc.record({
    kind: fc.constant('job' as const),
    job: fc.nat(),
    state: fc.constantFrom('sending' as const, 'uncertain' as const, 'printed' as const, 'dropped' as const),
  }),
  fc.record({ kind: fc.constant('desk' as const), desk: fc.nat(), pausedAt: fc.constantFrom(null, 5) }),
  fc.record({ kind: fc.constant('rename' as const), displayName: fc.constantFrom('Ani', 'Budi') }),
  fc.record({ kind: fc.constant('reach' as const), counterIdsJson: fc.constantFrom(null, '[1]', '[1,3]') }),
  fc.record({
    kind: fc.constantFrom('date' as const, 'undate' as const),
    date: fc.constantFrom(today, '2026-11-23', '2026-11-25', '2027-01-01'),
  }),
  fc.constant({ kind: 'look' as const }),
);
type Statement = typeof statement extends fc.Arbitrary<infer Kind> ? Kind : never;

/** Statements one after another, or a part that may be undone. */
interface Part {
  readonly statements: readonly (Statement | Part)[];
  readonly isUndone: boolean;
}
const { part } = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.record({
    statements: fc.array(fc.oneof({ maxDepth: 3 }, statement, statement, statement, tie('part')), {
      maxLength: 12,
    }) as fc.Arbitrary<(Statement | Part)[]>,
    isUndone: fc.boolean(),
  }),
}));

test('what is kept in memory is what the tables say, after any statements, in transactions that are undone and in parts of them', () => {
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const hall = testHall();
      hall.manDesk(1);
      const look = (reader: Transaction | typeof hall.store) =>
        expectKeptAsStored(reader, hall.hall(), today);
      for (const each of parts) {
        try {
          hall.store.write((transaction) => {
            run(transaction, each, hall, () => look(transaction));
          });
        } catch (error) {
          if (error !== undone) throw error;
        }
        look(hall.store);
      }
    }),
    { numRuns: runCount(24) },
  );
});

const undone = new Error('undone');

function run(
  transaction: Transaction,
  part: Part,
  hall: ReturnType<typeof testHall>,
  look: () => void,
): void {
  for (const each of part.statements) {
    if ('kind' in each) execute(transaction, each, hall, look);
    else {
      try {
        transaction.savepoint(() => run(transaction, each, hall, look));
      } catch (error) {
        if (error !== undone) throw error;
      }
    }
  }
  if (part.isUndone) throw undone;
}

function execute(
  transaction: Transaction,
  statement: Statement,
  hall: ReturnType<typeof testHall>,
  look: () => void,
): void {
  const services = [...hall.hall().service.keys()];
  const desks = [...hall.hall().desk.keys()];
  const tickets = transaction.all(query.selectFrom('tickets').select(['id', 'stepId']));
  const pick = <Item>(items: readonly Item[], at: number) => items[at % Math.max(1, items.length)];
  const ticket = 'ticket' in statement ? pick(tickets, statement.ticket) : undefined;
  switch (statement.kind) {
    case 'look':
      look();
      return;
    case 'issue': {
      const serviceId = pick(services, statement.service) ?? 0;
      const { lastId: ticketId } = transaction.run(
        query.insertInto('tickets').values({
          token: `token-${tickets.length}-${Math.max(0, ...tickets.map(({ id }) => id))}`,
          businessDate: statement.date,
          prefix: 'T',
          sequence: Math.max(0, ...tickets.map(({ id }) => id)) + 1,
          practice: 0,
          status: 'printing',
          paper: 'pending',
          priority: statement.priority,
          language: 'id',
          issuedAt: statement.at,
          serviceId,
          firstServiceId: serviceId,
        }),
      );
      const { lastId: stepId } = transaction.run(
        query.insertInto('steps').values({
          ticketId,
          serviceId,
          businessDate: statement.date,
          status: 'waiting',
          arrivedAt: statement.at,
          orderedAt: statement.at,
          placeReason: 'arrival',
        }),
      );
      transaction.run(query.updateTable('tickets').set({ stepId }).where('id', '=', ticketId));
      return;
    }
    case 'status': {
      if (!ticket) return;
      const deskId = pick(desks, statement.desk) ?? 0;
      const atDesk = statement.status === 'called' || statement.status === 'serving';
      if (atDesk && desksNow(transaction).get(deskId)?.ticket) return;
      transaction.run(
        query.updateTable('tickets').set({ status: statement.status }).where('id', '=', ticket.id),
      );
      transaction.run(
        query
          .updateTable('steps')
          .set({
            status: statement.status === 'printing' ? 'waiting' : statement.status,
            deskId: atDesk ? deskId : null,
            calledAt: 10,
            endedAt: 10 + statement.desk,
          })
          .where('id', '=', ticket.stepId),
      );
      return;
    }
    case 'service':
      if (ticket) {
        transaction.run(
          query
            .updateTable('tickets')
            .set({ serviceId: pick(services, statement.service) ?? 0 })
            .where('id', '=', ticket.id),
        );
      }
      return;
    case 'place':
      if (ticket) {
        transaction.run(
          query
            .updateTable('steps')
            .set({ orderedAt: statement.at, placeReason: statement.placeReason })
            .where('id', '=', ticket.stepId),
        );
      }
      return;
    case 'remove':
      if (ticket) {
        transaction.run(query.deleteFrom('print_jobs').where('ticketId', '=', ticket.id));
        transaction.run(query.deleteFrom('steps').where('ticketId', '=', ticket.id));
        transaction.run(query.deleteFrom('tickets').where('id', '=', ticket.id));
      }
      return;
    case 'print':
      if (ticket) {
        transaction.run(
          query
            .insertInto('print_jobs')
            .values({ ticketId: ticket.id, deviceId: builtInKioskId, state: 'queued', createdAt: 1 }),
        );
      }
      return;
    case 'job': {
      // What is over stays so.
      const job = pick([...openJobsOf(transaction, builtInKioskId).keys()], statement.job);
      if (job === undefined) return;
      transaction.run(query.updateTable('print_jobs').set({ state: statement.state }).where('id', '=', job));
      return;
    }
    case 'desk':
      transaction.run(
        query
          .updateTable('desks')
          .set({ pausedAt: statement.pausedAt, pauseReason: 'rehat' })
          .where('id', '=', pick(desks, statement.desk) ?? 0),
      );
      return;
    case 'date':
      transaction.run(
        query
          .insertInto('number_sequences')
          .values({ businessDate: statement.date, prefix: 'T', lastNumber: 1 })
          .onConflict((conflict) => conflict.doNothing()),
      );
      return;
    case 'undate':
      transaction.run(query.deleteFrom('number_sequences').where('businessDate', '=', statement.date));
      return;
    case 'rename':
      transaction.run(query.updateTable('users').set({ displayName: statement.displayName }));
      return;
    case 'reach':
      transaction.run(query.updateTable('users').set({ counterIdsJson: statement.counterIdsJson }));
  }
}

test('each day has queues of its own, and the one before is forgotten', () => {
  const hall = testHall();
  const issue = { kind: 'issue', service: 0, date: '2026-11-23', priority: null, at: 1 } as const;
  hall.store.write((transaction) => execute(transaction, issue, hall, () => undefined));
  expect(queueNow(hall.store, '2026-11-23').issued.size).toBe(1);
  expect(queueNow(hall.store, today).issued.size).toBe(0);
});
