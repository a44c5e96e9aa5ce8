import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { machineClock } from '../../electron/clock';
import type { AdminDevice } from '../../electron/contract/admin-devices';
import type { AdminPrinter, PrintersNow } from '../../electron/contract/printers';
import { RunRecord } from '../../electron/health/run-record';
import { keepAccess } from '../../electron/second-kiosk/kept-access';
import { startSecondKiosk } from '../../electron/second-kiosk/start-second-kiosk';
import { startFakePrinter } from '../../native/printer/testing/fake-printer';
import { keptPrinter } from '../support/chosen-printers';
import { startHall } from '../support/running-hall';
import { becomeAdmin } from '../support/supervise';
import { temporaryFolder } from '../support/temporary-store';

test('the paper of a second kiosk is foreseen at the hub as its own is, for as long as that kiosk is there', async () => {
  const hall = await startHall({ printer: { kind: 'none' } });
  onTestFinished(() => hall.end());
  const admin = await becomeAdmin(hall);
  const fake = await startFakePrinter();
  onTestFinished(() => fake.close());

  const dataDir = temporaryFolder();
  let letIn: Promise<unknown> | undefined;
  const machine = startSecondKiosk({
    port: 0,
    onTakenOver: () => undefined,
    hub: hall.url,
    dataDir,
    printer: null,
    log: pino({ level: 'silent' }),
    run: new RunRecord(machineClock),
    show: (stage) => {
      if (stage.kind !== 'code') return;
      letIn ??= admin.call('POST', `/admin/devices/pairings/${stage.code}/approve`, { name: 'Kios dua' });
    },
    onLine: () => undefined,
  });
  onTestFinished(() => machine.stop());
  await expect.poll(() => letIn).toBeDefined();
  const { id: deviceId } = (await letIn) as AdminDevice;
  const kept = (await admin.call('POST', '/admin/printers', {
    ...keptPrinter(fake),
    name: 'Printer kios dua',
    deviceId,
  })) as AdminPrinter;

  const printers = async () => ((await admin.call('GET', '/printers')) as PrintersNow).printers;
  const only = async () => (await printers())[0];
  const well = { state: 'ready', cause: null, detail: null };
  await expect.poll(printers).toEqual([
    {
      id: kept.id,
      deviceId,
      name: 'Printer kios dua',
      target: kept.target,
      status: well,
      printing: true,
      ticketsLeft: expect.any(Number),
      bringPaper: false,
      printedSinceRoll: 0,
    },
  ]);

  await expect.poll(() => keepAccess(dataDir, 'kiosk').token(hall.url)).toEqual(expect.any(String));
  const token = keepAccess(dataDir, 'kiosk').token(hall.url) ?? '';
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const [counter] = (await admin.call('GET', '/counters')) as { services: { id: string }[] }[];
  const tapped = await fetch(`${hall.url}/api/v1/tickets`, {
    method: 'POST',
    headers: { ...headers, 'idempotency-key': 'the-only-tap' },
    body: JSON.stringify({ serviceId: counter?.services[0]?.id }),
  });
  expect(tapped.status).toBe(201);
  await expect.poll(only).toMatchObject({ printedSinceRoll: 1 });

  fake.become({ paper: 'low' });
  await expect.poll(only).toMatchObject({ bringPaper: true, ticketsLeft: 40 });
  fake.become({ paper: 'out', coverOpen: true });
  await expect.poll(only).toMatchObject({ status: { state: 'cover_open' } });
  fake.become({ paper: 'enough', coverOpen: false });
  await expect.poll(only).toMatchObject({ status: well });
  expect(await only()).toMatchObject({ bringPaper: false, printedSinceRoll: 0 });

  await machine.stop();
  await expect.poll(printers).toEqual([]);
});
