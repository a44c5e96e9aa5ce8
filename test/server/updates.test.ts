import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Finding } from '../../electron/contract/admin-hall';
import { query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { runningServer } from '../support/running-server';
import { secondKiosk } from '../support/second-kiosk';
import { temporaryFolder } from '../support/temporary-store';

const at = Date.parse('2026-11-24T08:00:00+07:00');
const place = {
  kind: 'stick',
  where: '/media/x',
  version: '0.2.0-1',
  isNewer: true,
  fault: null,
  detail: '',
};

function updaterFolder(state: object): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'requests'));
  writeFileSync(join(folder, 'state.json'), JSON.stringify(state));
  return folder;
}

test('an admin takes a version that was found, and the history says so', async () => {
  const folder = updaterFolder({ looked: { at, hasKey: true, places: [place] } });
  const server = await runningServer({ updatesDir: folder });
  const admin = adminRequests(server);
  expect(outcome(await admin.post('/update', { version: '0.2.0-1; rm -rf /', when: 'now' }))).toEqual([
    400,
    'invalid_request',
  ]);
  expect(outcome(await admin.post('/update', { version: '0.3.0-1', when: 'now' }))).toEqual([
    404,
    'not_found',
  ]);
  expect(outcome(await admin.post('/update', { version: '0.2.0-1', when: 'now' }))).toEqual([202]);
  expect(readFileSync(join(folder, 'requests/request'), 'utf8')).toBe('install 0.2.0-1');
  expect(outcome(await admin.post('/update', { version: '0.2.0-1', when: 'now' }))).toEqual([409, 'in_use']);
  const acts = server.hall.store.all(query.selectFrom('audit').select(['action', 'afterJson']).orderBy('id'));
  expect(acts).toEqual([{ action: 'takeUpdate', afterJson: '{"version":"0.2.0-1","when":"now"}' }]);
});

test('one that went back is a finding of the machine', async () => {
  const last = {
    version: '0.2.0-1',
    from: '0.1.0-1',
    at,
    outcome: 'went_back',
    reason: 'unhealthy',
    detail: 'why',
  };
  const server = await runningServer({ updatesDir: updaterFolder({ last }) });
  const found = (await adminRequests(server).get('/findings')).json as Finding[];
  expect(found.filter(({ kind }) => kind === 'update')).toEqual([
    {
      subject: 'machine',
      name: null,
      kind: 'update',
      detail: 'went_back',
      occurred: { at: '2026-11-24T08:00:00+07:00', count: 1, error: '0.2.0-1: why' },
    },
  ]);
});

test('a kiosk is in use while its page says that somebody is there', async () => {
  const server = await runningServer();
  const kiosk = secondKiosk(server);
  const report = (told: object) =>
    kiosk.post('/devices/me/report', {
      version: '0.1.0',
      width: 1080,
      height: 1920,
      touch: true,
      sound: null,
      ...told,
    });
  // A page of before this was asked tells nothing of it.
  await report({});
  expect(server.isKioskInUse()).toBe(false);
  await report({ busy: true });
  expect(server.isKioskInUse()).toBe(true);
  await report({ busy: false });
  expect(server.isKioskInUse()).toBe(false);
  await report({ busy: true });
  server.hall.clock.advance({ minutes: 2 });
  expect(server.isKioskInUse()).toBe(false);
});
