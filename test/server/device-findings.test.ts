import { expect, test } from 'vitest';
import type { AdminDevice } from '../../electron/contract/admin-devices';
import type { AdminCounter, Finding } from '../../electron/contract/admin-hall';
import { adminRequests, outcome } from '../support/admin-requests';
import { runningServer } from '../support/running-server';
import { secondKiosk } from '../support/second-kiosk';

async function hallWithZones() {
  const server = await runningServer();
  const admin = adminRequests(server);
  const counters = (await admin.get('/counters')).json as AdminCounter[];
  const inZone = counters.filter(({ zone }) => zone === 'Barat').map(({ id }) => id);
  expect(inZone).toHaveLength(2);
  const found = async () =>
    ((await admin.get('/findings')).json as Finding[])
      .filter(({ subject }) => subject.startsWith('device:'))
      .map(({ subject, name, kind, detail }) => `${subject} ${name?.id} ${kind} ${detail}`);
  return { server, admin, inZone, found };
}

test('a zone that gets another name, counter by counter, keeps its kiosks and displays', async () => {
  const { server, admin, inZone, found } = await hallWithZones();
  const kiosk = secondKiosk(server, { zone: 'Barat' });
  const shown = async () => ((await kiosk.get('/kiosk')) as { counterIds: string[] | null }).counterIds;
  const device = async () => (await admin.get(`/devices/${kiosk.id}`)).json as AdminDevice;
  expect(await shown()).toEqual(inZone);
  const { version } = await device();
  const [first, last] = inZone;
  await admin.patch(`/counters/${first}`, { zone: 'Sayap barat' });
  expect([await shown(), (await device()).zone]).toEqual([[last], 'Barat']);
  await admin.patch(`/counters/${last}`, { zone: 'Sayap barat' });
  expect([await shown(), (await device()).zone]).toEqual([inZone, 'Sayap barat']);
  // Who edits the device from before hears of it.
  const stale = await admin.patch(`/devices/${kiosk.id}`, { name: 'Lama' }, `"${version}"`);
  expect(outcome(stale)).toEqual([412, 'changed_meanwhile']);
  expect(await found()).toEqual([]);
});

test('a kiosk or display whose zone no counter has any more is found', async () => {
  const { server, admin, inZone, found } = await hallWithZones();
  const kiosk = secondKiosk(server, { zone: 'Barat' });
  for (const id of inZone) await admin.patch(`/counters/${id}`, { zone: '' });
  expect(await found()).toEqual([`device:${kiosk.id} Dua no_counter Barat`]);
  expect(outcome(await admin.remove(`/devices/${kiosk.id}`))).toEqual([204]);
  expect(await found()).toEqual([]);
});

test('a touch screen or scanner that came loose at any kiosk is found, until it is back', async () => {
  const { server, found } = await hallWithZones();
  const kiosk = secondKiosk(server);
  await kiosk.post('/devices/me/touch-screen', { state: 'gone', keyboard: false });
  await kiosk.post('/devices/me/scanner', { state: 'garbled' });
  expect(await found()).toEqual([
    `device:${kiosk.id} Dua touch_screen gone`,
    `device:${kiosk.id} Dua scanner garbled`,
  ]);
  await kiosk.post('/devices/me/touch-screen', { state: 'working', keyboard: false });
  await kiosk.post('/devices/me/scanner', { state: 'none' });
  expect(await found()).toEqual([]);
});
