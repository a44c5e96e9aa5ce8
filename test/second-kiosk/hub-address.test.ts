import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { changeSettings } from '../../electron/actions/accounts/change-settings';
import { type SecondKioskStage, startSecondKiosk } from '../../electron/second-kiosk/start-second-kiosk';
import { adminRequests } from '../support/admin-requests';
import { runningServer } from '../support/running-server';
import { temporaryFolder } from '../support/temporary-store';

const patient = { timeout: 20_000 };

test('a hub asked at an address that isn’t its own is said, to let in and after; the token is kept', async () => {
  const server = await runningServer();
  // Any address of the hub's machine is its own once it is open to the hall's network.
  const hub = server.url.replace('127.0.0.1', '0.0.0.0');
  const openToNetwork = (lanOpen: boolean) =>
    server.hall.act({ kind: 'system' }, (context) => changeSettings(context, { lanOpen }));
  const dataDir = temporaryFolder();
  const warnings: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void warnings.push(JSON.parse(line).msg) });
  const startMachine = () => {
    const stages: SecondKioskStage[] = [];
    const machine = startSecondKiosk({
      hub,
      dataDir,
      printer: { kind: 'none' },
      log,
      show: (stage) => {
        if (JSON.stringify(stage) !== JSON.stringify(stages.at(-1))) stages.push(stage);
      },
      onLine: () => undefined,
    });
    onTestFinished(() => machine.stop());
    return { machine, stages };
  };
  const unknown = { kind: 'unknown_address' };
  const warning = 'the hub does not know this address as its own; see ANTRE_HUB and the settings of its hall';

  const first = startMachine();
  await expect.poll(() => first.stages, patient).toEqual([unknown]);
  openToNetwork(true);
  await expect.poll(() => first.stages.at(-1)?.kind, patient).toBe('code');
  const shown = first.stages.at(-1);
  const code = shown?.kind === 'code' ? shown.code : '';
  expect((await adminRequests(server).post(`/devices/pairings/${code}/approve`)).status).toBe(201);
  const letIn = { kind: 'let_in', token: expect.any(String) };
  await expect.poll(() => first.stages, patient).toEqual([unknown, { kind: 'code', code }, letIn]);
  expect(warnings).toEqual([warning]);
  await first.machine.stop();

  openToNetwork(false);
  const second = startMachine();
  await expect.poll(() => second.stages, patient).toEqual([first.stages[2], unknown]);
  openToNetwork(true);
  await expect.poll(() => second.stages, patient).toEqual([first.stages[2], unknown, first.stages[2]]);
  expect(warnings).toEqual([warning, warning]);
});
