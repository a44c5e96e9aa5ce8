import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Backup } from '../../electron/contract/admin-backups';
import { openStore, query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { runningServer } from '../support/running-server';

test('a backup is a whole database that only Antre may read, listed with the newest first', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  expect((await admin.get('/backups')).json).toEqual([]);
  await admin.patch('/counters/1', { zone: 'Timur' });
  const first = (await admin.post('/backups')).json as Backup;
  server.hall.clock.advance({ minutes: 1 });
  await admin.patch('/counters/1', { zone: 'Barat' });
  const second = (await admin.post('/backups')).json as Backup;
  expect((await admin.get('/backups')).json).toEqual([second, first]);
  expect([first.id, second.id]).toEqual(['antre-20261124T020000000Z', 'antre-20261124T020100000Z']);

  const file = join(server.dataDir, 'backups', `${first.id}.sqlite`);
  expect([statSync(file).mode & 0o777, statSync(file).size]).toEqual([0o600, first.bytes]);
  const copy = openStore(file);
  onTestFinished(() => copy.close());
  expect(copy.first(query.selectFrom('counters').select('zone').where('id', '=', 1))).toEqual({
    zone: 'Timur',
  });
  const supervisor = adminRequests(server, server.signIn('supervisor'));
  expect(outcome(await supervisor.post('/backups'))).toEqual([403, 'forbidden']);
  expect(
    server.hall.store.all(
      query.selectFrom('audit').select('subject').where('action', '=', 'makeBackup').orderBy('id'),
    ),
  ).toEqual([{ subject: `backup:${first.id}` }, { subject: `backup:${second.id}` }]);
});
