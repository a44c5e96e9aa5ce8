import { dirname } from 'node:path';
import { createLog } from '../../electron/log';
import { keepHall } from '../../electron/store/hall';
import { HallMemory } from '../../electron/store/hall-memory';
import { importConfiguration } from '../../electron/store/import-configuration';
import { keepJournal } from '../../electron/store/journal/keep-journal';
import { openStore, query } from '../../electron/store/store';
import { Uplink } from '../../electron/uplink/uplink';
import { centreSnapshotView } from '../../electron/views/centre/snapshot-view';
import { lookAt } from '../../electron/views/view-context';
import { smallHall } from '../support/small-hall';

// A hall in which something happens every few milliseconds, and that tells a centre, until it is killed.
const [, , file, url] = process.argv;
if (!file || !url) throw new Error('name the database file and the centre');
const dataDir = dirname(file);
const store = openStore(file, { memory: new HallMemory(dataDir) });
importConfiguration(store, smallHall, Date.now());
const hall = keepHall(store);
const clock = { now: () => Date.now() };
const fail = (error: unknown) => {
  console.error(error);
  process.exit(1);
};
const journal = keepJournal({ store, clock, onFault: fail });
const uplink = new Uplink({
  ...{ dataDir, store, journal, clock, hall, log: createLog('silent'), version: '0.1.0', firstWaitMs: 20 },
  snapshot: () =>
    centreSnapshotView(lookAt({ store, clock, hall }), {
      ...{ version: '0.1.0', copies: { here: null, away: null }, clockIsSure: true, documents: [] },
    }),
});
if (!uplink.state().link) uplink.ask(url);
const desk = store.first(query.selectFrom('desks').select('id'))?.id ?? 0;
setInterval(() => {
  store.write((transaction) => {
    const event = { at: Date.now(), businessDate: '2026-11-24', kind: 'desk_left', deskId: desk };
    transaction.run(query.insertInto('events').values(event));
  });
}, 4);
