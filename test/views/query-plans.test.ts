import Database from 'better-sqlite3';
import type { Compilable } from 'kysely';
import { expect, test } from 'vitest';
import type { ActionContext } from '../../electron/actions/action';
import { callNext } from '../../electron/actions/desk/call-next';
import { takeDesk } from '../../electron/actions/desk/take-desk';
import { endDay } from '../../electron/actions/end-day';
import { issueTicket } from '../../electron/actions/issue-ticket';
import { businessDateAt } from '../../electron/store/business-date';
import { query, type Reader, type Transaction } from '../../electron/store/store';
import { TouchedRows } from '../../electron/store/touched-rows';
import { boardView, callView } from '../../electron/views/board-view';
import { counterSnapshotView, hallView } from '../../electron/views/counter-view';
import { deskSnapshotView } from '../../electron/views/desk-view';
import { menuView } from '../../electron/views/menu-view';
import { holderTicketView } from '../../electron/views/ticket-view';
import { takePrinted } from '../support/issue';
import { kiosk, testHall } from '../support/test-hall';

/** What grows for ever; the others stay as small as the hall. */
const growing =
  /^(SCAN|SEARCH) (tickets|steps|events|calls|print_jobs|number_sequences|idempotency_keys|newest)\b/;

test('no view and no action of the day reads through the history', () => {
  const hall = testHall();
  const queries = new Set<string>();
  const note = <Row>(compilable: Compilable<Row>) => {
    queries.add(compilable.compile().sql);
    return compilable;
  };
  const noting = (reader: Reader, { touched }: Pick<Reader, 'touched'> = reader): Reader => ({
    touched,
    all: (compilable) => reader.all(note(compilable)),
    first: (compilable) => reader.first(note(compilable)),
  });
  const act = (actor: ActionContext['actor'], action: (context: ActionContext) => unknown) =>
    hall.store.write((transaction) => {
      const noted: Transaction = {
        ...transaction,
        ...noting(transaction),
        run: (compilable) => transaction.run(note(compilable)),
      };
      const now = hall.clock.now();
      const businessDate = businessDateAt(noted, now, 'Asia/Jakarta');
      action({ transaction: noted, hall: hall.hall(), now, businessDate, actor });
    });

  const { userId, deskId } = hall.manDesk(1);
  hall.store.write((transaction) =>
    transaction.run(query.updateTable('desks').set({ userId: null }).where('id', '=', deskId)),
  );
  const officer = { kind: 'user', userId, role: 'staff', counterIds: null } as const;
  act(officer, (context) => takeDesk(context, { deskId }));
  takePrinted(hall, hall.serviceId('A'));
  const { token } = takePrinted(hall, hall.serviceId('A'), { priority: 'infant' });
  act(kiosk, (context) =>
    issueTicket(context, {
      serviceId: hall.serviceId('A', 1),
      priority: null,
      language: 'id',
      printerReady: true,
    }),
  );
  act(officer, (context) => callNext(context, { deskId }));
  act({ kind: 'system' }, endDay);
  // Of its own, so that nothing is kept yet and all is read.
  const view = { ...hall.view(), reader: noting(hall.store, { touched: new TouchedRows() }) };
  menuView(view);
  boardView(view, 'Barat');
  callView(view, 1);
  hallView(view, null);
  counterSnapshotView(view, hall.counterId('A'));
  deskSnapshotView(view, deskId, null);
  holderTicketView(view, token);
  expect(queries.size).toBeGreaterThan(20);

  const database = new Database(hall.store.file, { readonly: true });
  const slow = [...queries].flatMap((sql) =>
    (
      database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array(sql.split('?').length - 1).fill(1)) as {
        detail: string;
      }[]
    )
      .filter(({ detail }) => growing.test(detail) && detail.startsWith('SCAN'))
      // The newest number's date is the first entry of its index; who sits at a desk is in an index of its own.
      .filter(({ detail }) => !/SCAN (number_sequences|steps USING INDEX steps_desk_alive)/.test(detail))
      .map(({ detail }) => `${detail}: ${sql}`),
  );
  database.close();
  expect(slow).toEqual([]);
});
