import { expect, onTestFinished, test } from 'vitest';
import { makePrinter } from '../../electron/actions/admin/printers';
import type { FoundPrinters } from '../../electron/contract/printers';
import { query } from '../../electron/store/store';
import { startFakePrinter } from '../../native/printer/fake-printer';
import { adminRequests, outcome } from '../support/admin-requests';
import { keptPrinter } from '../support/chosen-printers';
import { runningServer } from '../support/running-server';
import { secondKiosk } from '../support/second-kiosk';
import { startMachine } from '../support/second-kiosk-machine';

const patient = { timeout: 20_000 };

async function hallWithSecondKiosk() {
  const server = await runningServer();
  const kiosk = secondKiosk(server);
  const fake = await startFakePrinter();
  onTestFinished(() => fake.close());
  const admin = adminRequests(server);
  const search = { deviceId: kiosk.id, addresses: [`${fake.host}:${fake.port}`], attached: false };
  return { server, kiosk, fake, admin, search, target: `tcp://${fake.host}:${fake.port}` };
}

test('an admin finds the printer of a second kiosk, tries it, and is told when it is used already', async () => {
  const { server, kiosk, fake, admin, search, target } = await hallWithSecondKiosk();
  startMachine(server, kiosk);
  const find = async () => {
    const answer = await admin.post('/printers/find', search);
    return answer.status === 200 ? (answer.json as FoundPrinters).printers : outcome(answer);
  };
  await expect
    .poll(find, patient)
    .toEqual([expect.objectContaining({ target, maker: 'EPSON', model: 'TM-T82X', usedAs: null })]);
  const { profile } = keptPrinter(fake);
  const tested = await admin.post('/printers/test-print', { deviceId: kiosk.id, target, profile });
  expect(tested.json).toEqual({
    outcome: 'printed',
    status: { state: 'ready', cause: null, detail: null },
  });
  expect(fake.papers.map(({ lines }) => lines.some((line) => line.includes('TIKET UJI')))).toEqual([true]);
  expect(server.hall.store.all(query.selectFrom('tickets').select('id'))).toEqual([]);

  server.hall.act({ kind: 'system' }, (context) => makePrinter(context, kiosk.id, keptPrinter(fake)));
  const { name } = keptPrinter(fake);
  await expect.poll(find, patient).toEqual([expect.objectContaining({ target, usedAs: name })]);
  await expect
    .poll(async () => ((await kiosk.get('/kiosk')) as { printer: { state: string } }).printer.state, patient)
    .toBe('ready');
  expect(
    (await admin.post('/printers/test-print', { deviceId: kiosk.id, target, profile })).json,
  ).toMatchObject({
    outcome: 'printed',
  });
  const rolls = server.hall.store.all(query.selectFrom('printers').select('printedSinceRoll'));
  expect([fake.papers.length, rolls]).toEqual([2, [{ printedSinceRoll: 1 }]]);
});

test('where the kiosk is not connected, is none, or is the caller’s invention, it is said and nothing is waited for', async () => {
  const { kiosk, admin, search, target, fake } = await hallWithSecondKiosk();
  const { profile } = keptPrinter(fake);
  expect(outcome(await admin.post('/printers/find', search))).toEqual([503, 'kiosk_away']);
  expect(outcome(await admin.post('/printers/test-print', { deviceId: kiosk.id, target, profile }))).toEqual([
    503,
    'kiosk_away',
  ]);
  const nobody = { ...search, deviceId: 'kiosk-nobody' };
  expect(outcome(await admin.post('/printers/find', nobody))).toEqual([404, 'not_found']);
  expect(
    outcome(
      await kiosk.post('/devices/me/printer-wishes/abc', {
        kind: 'find',
        found: { printers: [], unsearched: [] },
      }),
    ),
  ).toEqual([404, 'not_found']);
});
