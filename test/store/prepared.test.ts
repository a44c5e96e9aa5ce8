import { expect, test } from 'vitest';
import { prepared } from '../../electron/store/prepared';
import { query } from '../../electron/store/store';
import { temporaryStore } from '../support/temporary-store';

test('a prepared query is built once and takes its values each time, null too', () => {
  const store = temporaryStore();
  let built = 0;
  const insert = prepared((values: { businessDate: string; prefix: string }) => {
    built += 1;
    return query
      .insertInto('number_sequences')
      .values({ lastNumber: 7, businessDate: values.businessDate, prefix: values.prefix });
  });
  const numbers = prepared((values: { prefix: string }) =>
    query.selectFrom('number_sequences').selectAll().where('prefix', '=', values.prefix),
  );
  store.write((transaction) => {
    transaction.run(insert({ businessDate: '2026-11-24', prefix: 'A' }));
    transaction.run(insert({ businessDate: '2026-11-24', prefix: 'B' }));
  });
  expect(built).toBe(1);
  expect(store.all(numbers({ prefix: 'B' }))).toEqual([
    { businessDate: '2026-11-24', prefix: 'B', lastNumber: 7 },
  ]);
  expect(store.all(numbers({ prefix: 'C' }))).toEqual([]);

  const setHeld = prepared((values: { heldAt: number | null }) =>
    query.updateTable('desks').set({ pausedAt: values.heldAt }),
  );
  store.write((transaction) => transaction.run(setHeld({ heldAt: null })));
});
