import pino from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { makePrinter } from '../../electron/actions/admin/printers';
import type { PrinterWish } from '../../electron/contract/printer-wishes';
import type { FoundPrinters } from '../../electron/contract/printers';
import { hearHubEvents } from '../../electron/second-kiosk/hub-events';
import { openHubLine } from '../../electron/second-kiosk/hub-line';
import { HubWishes } from '../../electron/second-kiosk/hub-wishes';
import { query } from '../../electron/store/store';
import { startFakePrinter } from '../../native/printer/testing/fake-printer';
import { adminRequests, outcome } from '../support/admin-requests';
import { keptPrinter } from '../support/chosen-printers';
import { runningServer, type TestServer } from '../support/running-server';
import { type LetInKiosk, secondKiosk } from '../support/second-kiosk';
import { startMachine } from '../support/second-kiosk-machine';

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
    .poll(find)
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
  await expect.poll(find).toEqual([expect.objectContaining({ target, usedAs: name })]);
  await expect
    .poll(async () => ((await kiosk.get('/kiosk')) as { printer: { state: string } }).printer.state)
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

/** A kiosk whose line is open, and what hears of the hub's wishes there. */
async function kioskThatHears(
  server: TestServer,
  kiosk: LetInKiosk,
  onWishes: (wishes: readonly PrinterWish[]) => void,
): Promise<void> {
  const states: string[] = [];
  const log = pino({ level: 'silent' });
  const line = openHubLine({ hub: server.url, token: kiosk.token }, '/devices/me/print-jobs', {
    onEvent: hearHubEvents({
      onStandby: () => undefined,
      log,
      onJobs: () => undefined,
      onPrinters: () => undefined,
      onWishes,
    }),
    onState: (state) => void states.push(state),
  });
  onTestFinished(() => line.stop());
  await expect.poll(() => states).toEqual(['open']);
}

test('what fails at the kiosk is told at once as failed there, not as a kiosk that is off', async () => {
  const { server, kiosk, admin, search } = await hallWithSecondKiosk();
  const wishes = new HubWishes({
    access: { hub: server.url, token: kiosk.token },
    log: pino({ level: 'silent' }),
    pool: () => {
      throw new Error('its printers can not be told');
    },
  });
  await kioskThatHears(server, kiosk, (open) => wishes.heard(open));
  expect(outcome(await admin.post('/printers/find', search))).toEqual([503, 'kiosk_failed']);
});

test('a kiosk that is connected and does nothing is not told as one that is off', async () => {
  const { server, kiosk, admin, search } = await hallWithSecondKiosk();
  const heard: PrinterWish[] = [];
  await kioskThatHears(server, kiosk, (open) => void heard.push(...open));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const asking = admin.post('/printers/find', search);
  await vi.waitUntil(() => heard.length === 1);
  vi.advanceTimersByTime(60_000);
  expect(outcome(await asking)).toEqual([503, 'kiosk_failed']);
});
