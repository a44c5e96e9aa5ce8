import { expect, test } from 'vitest';
import type { AdminDevice, DeviceReport } from '../../electron/contract/admin-devices';
import type { AdminCounter, Finding } from '../../electron/contract/admin-hall';
import { noSpokenKeys } from '../../electron/contract/spoken-key-names';
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

test('a kiosk that is to speak without anything to press is found, until a keyboard or the hall’s pad is back', async () => {
  const { server, admin, found } = await hallWithZones();
  const kiosk = secondKiosk(server);
  const tell = (keyboard: boolean, ...ofOwnMaker: string[]) =>
    kiosk.post('/devices/me/pads', { keyboard, ofOwnMaker });
  const missing = [`device:${kiosk.id} Dua pad gone`];
  await tell(false);
  expect(await found()).toEqual([]);
  await admin.patch('/settings', { spokenPath: true });
  expect(await found()).toEqual(missing);
  await tell(true);
  expect(await found()).toEqual([]);
  // A box of keys that the hall knows nothing of is no pad.
  await tell(false, '1234:beef');
  expect(await found()).toEqual(missing);
  await admin.patch('/settings', { spokenKeys: { ...noSpokenKeys, help: '1234:beef:01' } });
  expect(await found()).toEqual([]);
});

test('a chosen sound device that is away is found while the page tells so', async () => {
  const { server, admin, found } = await hallWithZones();
  await admin.patch('/settings', { spokenPath: true });
  const kiosk = secondKiosk(server);
  const report = { version: '1', width: 1080, height: 1920, touch: true, sound: null, busy: false };
  const tell = (outputs: readonly string[] | null, output: DeviceReport['output']) =>
    kiosk.post('/devices/me/report', { ...report, outputs, output });
  const kinds = async () => (await found()).map((each) => each.replace(`device:${kiosk.id} Dua `, ''));
  await tell(['Headset'], 'chosen');
  expect(await kinds()).toEqual([]);
  await tell(['Speaker'], 'away');
  expect(await kinds()).toEqual(['sound_output away']);
  await tell(null, 'cannot_choose');
  expect(await kinds()).toEqual(['sound_output cannot_choose']);
  await tell([], 'usual');
  expect(await kinds()).toEqual(['sound_output none']);
  await tell(null, 'usual');
  expect(await kinds()).toEqual([]);
});
