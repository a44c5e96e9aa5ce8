import { expect, test } from 'vitest';
import { query } from '../../electron/store/store';
import { testHall } from '../support/test-hall';

test('rows that cannot be read become faults, and the rest of the hall works on', () => {
  const hall = testHall();
  hall.store.write((transaction) => {
    transaction.run(query.updateTable('counters').set({ nameJson: '{' }).where('code', '=', 'A'));
    transaction.run(query.updateTable('desks').set({ serviceIdsJson: '"all"' }).where('number', '=', 2));
    transaction.run(query.updateTable('hours').set({ weekJson: '[{}]' }).where('scope', '=', 'hall'));
    transaction.run(query.insertInto('settings').values({ key: 'recallLimit', valueJson: 'three' }));
    transaction.run(query.insertInto('settings').values({ key: 'fromTheFuture', valueJson: '1' }));
    transaction.announce({ kind: 'configuration' });
  });
  const read = hall.hall();
  expect(read.faults).toEqual([
    'the name of counter A cannot be read',
    'the services of desk 2 cannot be read',
    'the hours of hall cannot be read',
    'the setting recallLimit cannot be read',
  ]);
  expect(read.counters[0]?.name.id).toBe('A');
  expect(read.counters[0]?.desks[1]?.serviceIds).toHaveLength(2);
  expect(read.settings.recallLimit).toBe(3);
});

test('the hall is read again only after its configuration was changed', () => {
  const hall = testHall();
  const before = hall.hall();
  hall.manDesk(1);
  expect(hall.hall()).toBe(before);
  hall.store.write((transaction) => {
    transaction.run(query.updateTable('counters').set({ paused: 1 }).where('code', '=', 'L'));
    transaction.announce({ kind: 'configuration' });
  });
  expect(hall.hall().counters.map((counter) => counter.paused)).toEqual([false, false, true]);
});

test('what a setting has got since it was stored is as usual, and the rest as the hall chose it', () => {
  const hall = testHall();
  // As a layout of the lobby's screen from before its running text could be switched off.
  const { runningText: _later, ...stored } = { ...hall.hall().settings.display, lastCalls: 2 };
  hall.store.write((transaction) => {
    const valueJson = JSON.stringify(stored);
    transaction.run(query.insertInto('settings').values({ key: 'display', valueJson }));
    transaction.announce({ kind: 'configuration' });
  });
  expect(hall.hall().faults).toEqual([]);
  expect(hall.hall().settings.display).toEqual({
    lastCalls: 2,
    nowServing: true,
    notices: true,
    runningText: true,
    boardSeconds: 20,
  });
});
