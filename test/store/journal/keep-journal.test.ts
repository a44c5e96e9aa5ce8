import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { callNext } from '../../../electron/actions/desk/call-next';
import { finish } from '../../../electron/actions/desk/finish';
import { recall } from '../../../electron/actions/desk/recall';
import { start } from '../../../electron/actions/desk/start';
import { endDay } from '../../../electron/actions/end-day';
import { unpackSums } from '../../../electron/queue/report/packed-sums';
import { makeBackup } from '../../../electron/store/backups/backup-files';
import { comingFile } from '../../../electron/store/backups/replace-database';
import { makeRestorable } from '../../../electron/store/backups/restorable-copy';
import {
  acknowledge,
  dropRows,
  noteMachine,
  raiseEpoch,
  readFeed,
  unlinkFeed,
} from '../../../electron/store/journal/feed';
import { newestPosition, rowsAfter } from '../../../electron/store/journal/journal-rows';
import { query } from '../../../electron/store/store';
import { sumNextDay } from '../../support/close-days';
import { type JournalHall, journalHall, journalOf } from '../../support/linked-hall';

const system = { kind: 'system' } as const;
/** What was told since a moment: the entries after so many. */
const since = (hall: JournalHall, count: number) => journalOf(hall.store).entries.slice(count);

/** Somebody is called, called again, served and done at desk 1. */
function serve(hall: JournalHall): number {
  const officer = hall.officerAt(1);
  const ticketId = hall.ticket('A');
  const deskId = hall.deskId(1);
  hall.clock.advance({ minutes: 5 });
  hall.act(officer, (context) => callNext(context, { deskId }));
  hall.clock.advance({ minutes: 1 });
  hall.act(officer, (context) => recall(context, { deskId }));
  hall.act(officer, (context) => start(context, { deskId }));
  hall.clock.advance({ minutes: 10 });
  hall.act(officer, (context) => finish(context, { deskId }));
  return ticketId;
}

test('a hall that is linked with no centre writes no journal', () => {
  const hall = journalHall();
  serve(hall);

  expect(newestPosition(hall.store)).toBeUndefined();
  expect(hall.journal.tellPast()).toBe(false);
});

test('what happens to a ticket and at a desk is told in order, and nothing of the visitor', () => {
  const hall = journalHall();
  hall.link();
  const begun = journalOf(hall.store).entries;
  const ticketId = serve(hall);
  const deskId = hall.deskId(1);

  expect(begun.map(({ kind, body }) => [kind, kind === 'epoch_opened' && body])).toEqual([
    ['epoch_opened', { reason: 'linked', after: null }],
    ['configuration_version', false],
    ['device_state', false],
  ]);
  const [date, serviceId] = ['2026-11-24', hall.serviceId('A')];
  const ticket = { ticketId, date, serviceId, practice: false };
  const call = { ...ticket, deskId };
  expect(since(hall, begun.length).map(({ kind, body }) => [kind, body])).toEqual([
    ['desk', { step: 'taken', deskId, counterId: hall.counterId('A'), date }],
    ['ticket_step', { ...ticket, step: 'issued', deskId: null }],
    ['call', { ...call, recall: false, waited: 300 }],
    ['call', { ...call, recall: true, waited: 360 }],
    ['ticket_step', { ...call, step: 'started' }],
    ['ticket_step', { ...call, step: 'finished' }],
  ]);
  expect(hall.faults).toEqual([]);
});

test('what a transaction undoes is not told, and what it does is told once', () => {
  const hall = journalHall();
  hall.link();
  const before = journalOf(hall.store).rows.length;
  const fail = () =>
    hall.store.write((transaction) => {
      transaction.run(
        query
          .insertInto('events')
          .values({ at: 1, businessDate: '2026-11-24', kind: 'desk_left', deskId: hall.deskId(1) }),
      );
      throw new Error('undone');
    });

  expect(fail).toThrow('undone');
  hall.ticket('A');

  expect(since(hall, before).map(({ kind }) => kind)).toEqual(['ticket_step']);
});

test('a part that can not be told is passed over, and the hall works on', () => {
  const hall = journalHall();
  hall.link();
  const before = journalOf(hall.store).rows.length;
  hall.store.write((transaction) => {
    transaction.run(query.updateTable('counters').set({ nameJson: '{' }));
    transaction.announce({ kind: 'configuration' });
    transaction.run(
      query
        .insertInto('events')
        .values({ at: 1, businessDate: '2026-11-24', kind: 'desk_left', deskId: hall.deskId(1) }),
    );
  });

  expect(since(hall, before).map(({ kind }) => kind)).toEqual(['desk']);
  expect(hall.faults).toHaveLength(1);
});

test('another configuration is told once, and a printer whose roll is low', () => {
  const hall = journalHall();
  hall.link();
  const before = journalOf(hall.store).rows.length;
  const announce = (agency?: string) =>
    hall.store.write((transaction) => {
      if (agency) transaction.run(query.updateTable('counters').set({ agency }).where('code', '=', 'IM'));
      transaction.announce({ kind: 'configuration' });
    });
  announce();
  announce('Imigrasi Pekalongan');
  announce('Imigrasi Pekalongan');
  hall.store.write((transaction) => {
    const { id } =
      transaction.first(query.selectFrom('devices').select('id').where('kind', '=', 'kiosk')) ?? {};
    const printer = { deviceId: id ?? '', position: 0, name: 'Depan', target: 'preview', rollMetres: 50 };
    transaction.run(query.insertInto('printers').values({ ...printer, profileJson: '{}', placeJson: '{}' }));
    transaction.run(query.updateTable('printers').set({ rollState: 'low' }));
  });

  const told = since(hall, before);
  expect(told.map(({ kind }) => kind)).toEqual(['configuration_version', 'device_state']);
  expect(told[0]?.body).toMatchObject({ hall: { name: 'MPP Kajen', practice: false } });
  expect(told[1]?.body).toMatchObject({ device: 'kiosk', state: 'let_in', roll: 'low' });
});

test('a day that is over is told with its sums, without officers, and again once paper numbers were typed in', () => {
  const hall = journalHall();
  hall.link();
  serve(hall);
  hall.clock.set('2026-11-25T08:00+07:00');
  hall.act(system, endDay);
  const before = journalOf(hall.store).rows.length;
  expect(sumNextDay(hall)).toBe('2026-11-24');
  const told = since(hall, before);
  hall.store.write((transaction) => {
    const block = {
      businessDate: '2026-11-24',
      serviceId: hall.serviceId('A'),
      fromNumber: 1,
      toNumber: 8,
      served: 5,
    };
    const times = { noShow: 1, firstAt: '09:00', lastAt: '10:00', typedAt: 0 };
    transaction.run(query.insertInto('paper_blocks').values({ ...block, ...times }));
  });

  expect(told.map(({ kind }) => kind)).toEqual(['day_summed', 'complaint_counts']);
  const sumsOf = (entry: (typeof told)[number] | undefined) => {
    if (entry?.kind !== 'day_summed') throw new Error('no sums');
    const counter = entry.body.counters.find(({ counterId }) => counterId === hall.counterId('A'));
    return unpackSums(Buffer.from(counter?.sums?.packed ?? '', 'base64'), 2);
  };
  expect(sumsOf(told[0])).toMatchObject([
    { issued: 1, served: 1, userId: 0, deskId: hall.deskId(1), waits: Int32Array.of(300) },
  ]);
  const again = since(hall, before + told.length);
  expect(sumsOf(again[0]).map(({ issued, onPaper }) => [issued, onPaper])).toEqual([
    [1, 0],
    [8, 8],
  ]);
});

test('sums that are taken back are told as nothing, and what the hall forgets by its own rule is forgotten there', () => {
  const hall = journalHall();
  hall.link();
  hall.store.write((transaction) => {
    transaction.run(query.insertInto('summed_days').values({ businessDate: '2026-11-20', summedAt: 0 }));
  });
  hall.ticket('A');
  hall.store.write((transaction) => {
    transaction.run(query.insertInto('settings').values({ key: 'keepTicketsMonths', valueJson: '1' }));
  });
  const before = journalOf(hall.store).rows.length;
  hall.store.write((transaction) => transaction.run(query.deleteFrom('summed_days')));

  expect(since(hall, before).map(({ kind, body }) => [kind, body])).toEqual([
    ['day_summed', { date: '2026-11-20', counters: [] }],
    ['complaint_counts', { date: '2026-11-20', counters: [] }],
    ['purged', { before: '2026-11-24' }],
  ]);
});

test('a link begins with the sums of all the past, some days at a time', () => {
  const hall = journalHall();
  const dates = Array.from({ length: 9 }, (_, day) => `2026-10-${String(day + 1).padStart(2, '0')}`);
  hall.store.write((transaction) => {
    for (const businessDate of dates) {
      transaction.run(query.insertInto('summed_days').values({ businessDate, summedAt: 0 }));
    }
  });
  hall.link();
  let slices = 0;
  while (hall.journal.tellPast()) slices += 1;

  const told = journalOf(hall.store).entries.flatMap((each) =>
    each.kind === 'day_summed' ? [each.body.date] : [],
  );
  expect([slices, told]).toEqual([3, dates]);
  expect(hall.journal.tellPast()).toBe(false);
});

test('a copy that is restored opens an epoch that goes on from its last row, and the tail it forgot stays', async () => {
  const hall = journalHall();
  hall.addUser('budi', 'admin');
  hall.link();
  hall.ticket('A');
  const copied = newestPosition(hall.store);
  const dataDir = dirname(hall.store.file);
  const id = await makeBackup(hall.store, dataDir, 0, 'made');
  hall.ticket('A');
  hall.ticket('A');
  const tail = newestPosition(hall.store);
  await makeRestorable(join(dataDir, 'backups', `${id}.sqlite`), comingFile(hall.store.file));
  hall.store.replaceByCopy();
  hall.ticket('A');

  const { rows, entries } = journalOf(hall.store);
  const opened = rows.findIndex(({ epoch }) => epoch === 2);
  expect(entries[opened]).toMatchObject({
    kind: 'epoch_opened',
    body: { reason: 'restored', after: copied },
  });
  expect(rows[opened - 1]?.hash).toBe(tail?.hash);
  expect(entries.slice(opened).map(({ kind }) => kind)).toEqual([
    ...['epoch_opened', 'configuration_version', 'device_state', 'ticket_step'],
  ]);
});

test('a copy of before the link begins anew, and one of another machine goes on under a higher epoch', async () => {
  const hall = journalHall();
  hall.addUser('budi', 'admin');
  const dataDir = dirname(hall.store.file);
  const id = await makeBackup(hall.store, dataDir, 0, 'made');
  hall.link();
  while (hall.journal.tellPast());
  await makeRestorable(join(dataDir, 'backups', `${id}.sqlite`), comingFile(hall.store.file));
  hall.store.replaceByCopy();
  hall.ticket('A');
  const anew = journalOf(hall.store).entries.at(-4);
  hall.store.write((transaction) => noteMachine(transaction, 'another-machine-000000'));
  hall.store.write((transaction) => noteMachine(transaction, 'another-machine-000000'));

  expect(anew).toMatchObject({ kind: 'epoch_opened', body: { reason: 'restored', after: null } });
  expect(readFeed(hall.store)).toMatchObject({ epoch: 3, machine: 'another-machine-000000', due: null });
  expect(journalOf(hall.store).entries.filter(({ kind }) => kind === 'epoch_opened')).toMatchObject([
    { body: { reason: 'linked' } },
    { body: { reason: 'restored' } },
    { body: { reason: 'other_machine', after: { epoch: 2 } } },
  ]);
});

test('an epoch is above the one that the centre has', () => {
  const hall = journalHall();
  hall.link();
  hall.store.write((transaction) =>
    raiseEpoch(transaction, { reason: 'centre_differs', after: null, above: 7 }),
  );

  expect(newestPosition(hall.store)).toMatchObject({ epoch: 8 });
});

test('nothing is dropped that the centre has not, that is young, or that is the last', () => {
  const hall = journalHall();
  hall.link();
  for (let taken = 0; taken < 5; taken += 1) hall.ticket('A');
  const later = hall.clock.now() + 1;
  const drop = (before: number | null) => hall.store.write((transaction) => dropRows(transaction, before));
  const ackUpTo = (seq: number) =>
    hall.store.write((transaction) => acknowledge(transaction, { epoch: 1, seq }, later));
  const last = newestPosition(hall.store)?.seq ?? 0;

  expect(drop(later)).toBe(0);
  ackUpTo(4);
  expect([drop(null), drop(hall.clock.now() - 1), drop(later)]).toEqual([0, 0, 3]);
  ackUpTo(last);
  expect(drop(later)).toBe(last - 4);
  hall.ticket('A');
  expect(rowsAfter(hall.store, null, { rows: 9, length: 1_000 }).map(({ seq }) => seq)).toEqual([
    last,
    last + 1,
  ]);
});

test('a hall that is linked no more writes nothing and drops what it had', () => {
  const hall = journalHall();
  hall.link();
  hall.store.write(unlinkFeed);
  hall.ticket('A');
  hall.store.write((transaction) => dropRows(transaction, null));

  expect(newestPosition(hall.store)).toBeUndefined();
  hall.link();
  expect(newestPosition(hall.store)).toMatchObject({ epoch: 2, seq: 3 });
});
