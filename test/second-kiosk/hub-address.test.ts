import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { changeSettings } from '../../electron/actions/accounts/change-settings';
import { machineClock } from '../../electron/clock';
import { RunRecord } from '../../electron/health/run-record';
import { HubJobs } from '../../electron/second-kiosk/hub-jobs';
import { type SecondKioskStage, startSecondKiosk } from '../../electron/second-kiosk/start-second-kiosk';
import { adminRequests } from '../support/admin-requests';
import { runningServer, type TestServer } from '../support/running-server';
import { secondKiosk } from '../support/second-kiosk';
import { temporaryFolder } from '../support/temporary-store';

/** Any address of the hub's machine is its own once it is open to the hall's network. */
const otherAddress = (server: TestServer) => ({
  hub: server.url.replace('127.0.0.1', '0.0.0.0'),
  openToNetwork: (lanOpen: boolean) =>
    void server.hall.act({ kind: 'system' }, (context) => changeSettings(context, { lanOpen })),
});

test('a hub asked at an address that isn’t its own is said, to let in and after; the token is kept', async () => {
  const server = await runningServer();
  const { hub, openToNetwork } = otherAddress(server);
  const dataDir = temporaryFolder();
  const warning = 'the hub does not know this address as its own; see ANTRE_HUB and the settings of its hall';
  const warnings: string[] = [];
  const heard = (line: string) => {
    const { msg } = JSON.parse(line) as { msg: string };
    if (msg === warning) warnings.push(msg);
  };
  const log = pino({ level: 'warn' }, { write: heard });
  const startMachine = () => {
    const stages: SecondKioskStage[] = [];
    const machine = startSecondKiosk({
      port: 0,
      onTakenOver: () => undefined,
      hub,
      dataDir,
      printer: { kind: 'none' },
      log,
      run: new RunRecord(machineClock),
      show: (stage) => {
        if (JSON.stringify(stage) !== JSON.stringify(stages.at(-1))) stages.push(stage);
      },
      onLine: () => undefined,
    });
    onTestFinished(() => machine.stop());
    return { machine, stages };
  };
  const unknown = { kind: 'unknown_address' };

  const first = startMachine();
  await expect.poll(() => first.stages).toEqual([unknown]);
  openToNetwork(true);
  await expect.poll(() => first.stages.at(-1)?.kind).toBe('code');
  const shown = first.stages.at(-1);
  const code = shown?.kind === 'code' ? shown.code : '';
  expect((await adminRequests(server).post(`/devices/pairings/${code}/approve`)).status).toBe(201);
  const letIn = { kind: 'let_in', token: expect.any(String), hub: expect.any(String) };
  await expect.poll(() => first.stages).toEqual([unknown, { kind: 'code', code }, letIn]);
  expect(warnings).toEqual([warning]);
  await first.machine.stop();

  openToNetwork(false);
  const second = startMachine();
  await expect.poll(() => second.stages).toEqual([first.stages[2], unknown]);
  openToNetwork(true);
  await expect.poll(() => second.stages).toEqual([first.stages[2], unknown, first.stages[2]]);
  expect(warnings).toEqual([warning, warning]);
});

test('what came of a paper is told once the hub knows its address again', async () => {
  const server = await runningServer();
  const { hub, openToNetwork } = otherAddress(server);
  const kiosk = secondKiosk(server);
  await kiosk.post('/tickets', { serviceId: String(server.hall.serviceId('A')) });
  const job = { id: 1, state: 'queued', attempts: 0, copy: false } as const;
  const jobs = new HubJobs({ hub, token: kiosk.token }, { onChange: () => {}, onAway: () => {} });
  openToNetwork(true);
  jobs.listed([job]);
  expect(await jobs.report(job, { state: 'sending' }, null)).toBe(true);

  openToNetwork(false);
  const told = jobs.report({ ...job, state: 'sending' }, { state: 'printed', proof: 'gs_r' }, null);
  // Asked after it, these are answered after it.
  for (let request = 0; request < 20; request += 1) {
    expect((await fetch(`${hub}/healthz`)).status).toBe(403);
  }
  openToNetwork(true);
  expect(await told).toBe(true);
});
