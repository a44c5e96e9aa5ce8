import { existsSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeBackup, tidyAfterRestore } from '../../electron/store/backups/backup-files';
import { comingFile } from '../../electron/store/backups/replace-database';
import { makeRestorable } from '../../electron/store/backups/restorable-copy';
import { importConfiguration } from '../../electron/store/import-configuration';
import { openStore, query, type Store } from '../../electron/store/store';
import { smallHall } from '../support/small-hall';

// Restores one and the same copy again and again until it is killed; a line on its output is a restoring that was
// answered, with the zone that the replaced database had.
const [, , file] = process.argv;
if (!file) throw new Error('name the database file');
const dataDir = dirname(file);
const setZone = (store: Store, zone: string) =>
  store.write((transaction) => transaction.run(query.updateTable('counters').set({ zone })));

async function run(database: string): Promise<void> {
  tidyAfterRestore(database, dataDir, Date.now());
  const store = openStore(database);
  if (importConfiguration(store, smallHall, Date.now())) {
    store.write((transaction) => {
      const admin = { username: 'budi', displayName: 'Budi', role: 'admin', passwordHash: '' } as const;
      transaction.run(query.insertInto('users').values({ ...admin, createdAt: 0 }));
    });
  }
  const copy = join(dataDir, 'copy.sqlite');
  if (!existsSync(copy)) {
    setZone(store, 'copied');
    const id = await makeBackup(store, dataDir, 0, 'made');
    // The copy is found by its name; only then is it told that there is one.
    await makeRestorable(join(dataDir, 'backups', `${id}.sqlite`), copy);
  }
  for (let round = 0; ; round += 1) {
    const zone = `${process.pid} ${round}`;
    setZone(store, zone);
    await makeRestorable(copy, comingFile(database));
    store.replaceByCopy();
    tidyAfterRestore(database, dataDir, Date.now() + round);
    writeSync(1, `${JSON.stringify({ zone })}\n`);
  }
}

void run(file);
