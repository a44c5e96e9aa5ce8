import { expect, test } from 'vitest';
import { openHubLine } from '../../electron/second-kiosk/hub-line';
import { query } from '../../electron/store/store';
import { adminRequests, outcome } from '../support/admin-requests';
import { runningServer, type TestServer } from '../support/running-server';
import { type LetInKiosk, secondKiosk } from '../support/second-kiosk';
import { startSilentProxy } from '../support/silent-proxy';

const tap = async (server: TestServer, kiosk: LetInKiosk, counter = 'A') => {
  const answer = await kiosk.post('/tickets', { serviceId: String(server.hall.serviceId(counter)) });
  return answer.json as { readonly id: string; readonly token: string; readonly number: string };
};
const jobs = (server: TestServer) =>
  server.hall.store.all(query.selectFrom('print_jobs').select(['id', 'deviceId', 'state', 'copy', 'proof']));

test('a second kiosk’s jobs are its own: their bytes, and each report in its turn, once', async () => {
  const server = await runningServer();
  const [kiosk, other] = [secondKiosk(server), secondKiosk(server)];
  const ticket = await tap(server, kiosk);
  const [job] = jobs(server);
  expect(job).toEqual({ id: 1, deviceId: kiosk.id, state: 'queued', copy: 0, proof: null });
  expect(await kiosk.get('/devices/me/print-jobs/1/paper')).toEqual({
    base64: Buffer.from(`${ticket.id} on 80 mm`).toString('base64'),
  });
  const report = async (from: typeof kiosk, body: unknown) => {
    const answer = await from.post('/devices/me/print-jobs/1', body);
    return answer.status === 200 ? (answer.json as { accepted: boolean }).accepted : outcome(answer);
  };
  expect(await report(other, { state: 'sending' })).toEqual([404, 'not_found']);
  expect(await report(kiosk, { state: 'printed', proof: 'gs_r' })).toBe(false);
  expect(await report(kiosk, { state: 'printed' })).toEqual([400, 'invalid_request']);
  expect(await report(kiosk, { state: 'sending' })).toBe(true);
  expect(await report(kiosk, { state: 'sending' })).toBe(false);
  expect(await report(kiosk, { state: 'uncertain' })).toBe(true);
  expect(await report(kiosk, { state: 'sending' })).toBe(true);
  expect(await report(kiosk, { state: 'printed', proof: 'function_h' })).toBe(true);
  expect(jobs(server)).toEqual([
    { id: 1, deviceId: kiosk.id, state: 'printed', copy: 1, proof: 'function_h' },
  ]);
});

test('what needs no paper any more is refused before its first byte', async () => {
  const server = await runningServer();
  const kiosk = secondKiosk(server);
  const ticket = await tap(server, kiosk);
  await server.send({ method: 'POST', path: `/api/v1/tickets/${ticket.token}/cancel` });
  const answer = await kiosk.post('/devices/me/print-jobs/1', { state: 'sending' });
  expect([answer.json, jobs(server)[0]?.state]).toEqual([{ accepted: false }, 'dropped']);
});

test('its printer counts for it alone, for as long as its line is open', async () => {
  const server = await runningServer();
  const kiosk = secondKiosk(server);
  const admin = adminRequests(server);
  const printer = async () => ((await kiosk.get('/kiosk')) as { printer: { state: string } }).printer.state;
  const status = async () => (await admin.get(`/devices/${kiosk.id}/status`)).json;
  expect([await printer(), await status()]).toEqual(['none', expect.objectContaining({ printer: null })]);

  const states: string[] = [];
  const line = openHubLine({ hub: server.url, token: kiosk.token }, '/devices/me/print-jobs', {
    onEvent: (event, data) => void states.push(`${event} ${data}`),
    onState: (state) => void states.push(state),
  });
  await expect.poll(() => states.at(-1)).toBe('print-jobs []');
  expect(states).toEqual([
    'open',
    expect.stringMatching(/^printers .*"printers":\[\]/),
    'standby {"chosen":false,"address":null,"epoch":1}',
    'printer-wishes []',
    'print-jobs []',
  ]);
  expect(await printer()).toBe('offline');
  const own = {
    state: 'paper_low',
    cause: 'paper_low',
    detail: 'Kertas tiket hampir habis.',
    preview: false,
    version: '0.1.0',
  };
  expect(outcome(await kiosk.post('/devices/me/printer', own))).toEqual([204]);
  expect(await status()).toMatchObject({
    online: true,
    printer: { state: 'paper_low', detail: 'Kertas tiket hampir habis.' },
    version: '0.1.0',
  });
  server.printer.set({ state: 'paper_out', cause: 'paper_out', detail: null });
  expect(await printer()).toBe('paper_low');
  const { number } = await tap(server, kiosk);
  await expect
    .poll(() => states.at(-1))
    .toBe('print-jobs [{"id":1,"state":"queued","attempts":0,"copy":false}]');
  expect(number).toBe('A-001');
  await line.stop();
  await expect.poll(printer).toBe('offline');
});

test('where a machine loses its power, which ends no line, kiosk and hub both notice within seconds', async () => {
  const server = await runningServer();
  const kiosk = secondKiosk(server);
  const proxy = await startSilentProxy(server.url);
  const states: string[] = [];
  const line = openHubLine({ hub: proxy.url, token: kiosk.token }, '/devices/me/print-jobs', {
    onEvent: () => undefined,
    onState: (state) => void states.push(state),
  });
  const own = { state: 'ready', cause: null, detail: null, preview: false, version: '0.1.0', printers: [] };
  const seen = async () => {
    const { json } = await adminRequests(server).get(`/devices/${kiosk.id}/status`);
    const { online, printer } = json as { online: boolean; printer: { state: string } };
    return [online, printer.state];
  };
  await expect.poll(() => states).toEqual(['open']);
  await kiosk.post('/devices/me/printer', own);
  expect(await seen()).toEqual([true, 'ready']);

  proxy.goSilent();
  await expect.poll(() => states).toEqual(['open', 'away']);
  await expect.poll(seen).toEqual([false, 'offline']);
  proxy.comeBack();
  // Plain requests may be heard before the next stream is.
  const told = () => states.filter((state) => state !== 'asking');
  await expect.poll(told).toEqual(['open', 'away', 'open']);
  await kiosk.post('/devices/me/printer', own);
  expect(await seen()).toEqual([true, 'ready']);
  await line.stop();
});

test('it prints on the printers that an admin chose for it, each on its own paper, whose rolls are counted', async () => {
  const server = await runningServer();
  const [kiosk, other] = [secondKiosk(server), secondKiosk(server)];
  const admin = adminRequests(server);
  const told: string[] = [];
  const line = openHubLine({ hub: server.url, token: kiosk.token }, '/devices/me/print-jobs', {
    onEvent: (event, data) => void (event === 'printers' && told.push(data)),
    onState: () => undefined,
  });
  const profile = { paperWidth: 58, codePage: 'pc437', qr: 'raster', cutter: 'none', dialect: 'generic' };
  const printer = {
    name: 'Kios dua',
    target: 'usb:0416:5011',
    profile,
    place: { id: '', en: '', jv: '' },
    rollMetres: 50,
  };
  expect(outcome(await admin.post('/printers', { ...printer, deviceId: 'kiosk-nobody' }))).toEqual([
    404,
    'not_found',
  ]);
  const answer = await admin.post('/printers', { ...printer, deviceId: kiosk.id });
  const made = answer.json as { id: string; deviceId: string };
  expect([answer.status, made.deviceId]).toEqual([201, kiosk.id]);
  const { id } = made;
  await expect
    .poll(() => JSON.parse(told.at(-1) ?? '{}').printers)
    .toEqual([{ id, name: 'Kios dua', target: 'usb:0416:5011', profile }]);

  const ticket = await tap(server, kiosk);
  expect(await kiosk.get(`/devices/me/print-jobs/1/paper?printer=${id}`)).toEqual({
    base64: Buffer.from(`${ticket.id} on 58 mm`).toString('base64'),
  });
  await kiosk.post('/devices/me/print-jobs/1', { state: 'sending' });
  const printed = { state: 'printed', proof: 'gs_r' };
  expect(outcome(await kiosk.post(`/devices/me/print-jobs/1?printer=${id}`, printed))).toEqual([200]);
  const rolls = query.selectFrom('printers').select(['id', 'printedSinceRoll']);
  expect(server.hall.store.all(rolls)).toEqual([{ id: Number(id), printedSinceRoll: 1 }]);

  // Another kiosk's printer is none.
  await tap(server, other);
  expect(await other.get(`/devices/me/print-jobs/2/paper?printer=${id}`)).toMatchObject({
    code: 'not_found',
  });
  await line.stop();
});

test('how its touch screen and scanner are stands with its state, as its machine told last', async () => {
  const server = await runningServer();
  const kiosk = secondKiosk(server);
  const status = async () => {
    const answer = await adminRequests(server).get(`/devices/${kiosk.id}/status`);
    const { touchScreen, scanner } = answer.json as { touchScreen: unknown; scanner: unknown };
    return { touchScreen, scanner };
  };
  expect(await status()).toEqual({ touchScreen: null, scanner: null });
  const screen = { state: 'gone', keyboard: true };
  expect(outcome(await kiosk.post('/devices/me/touch-screen', screen))).toEqual([204]);
  for (const state of ['working', 'garbled']) {
    expect(outcome(await kiosk.post('/devices/me/scanner', { state }))).toEqual([204]);
  }
  expect(outcome(await kiosk.post('/devices/me/scanner', { state: 'asleep' }))).toEqual([
    400,
    'invalid_request',
  ]);
  expect(await status()).toEqual({ touchScreen: screen, scanner: 'garbled' });
});

test('a kiosk that is revoked loses its line', async () => {
  const server = await runningServer();
  const kiosk = secondKiosk(server);
  const states: string[] = [];
  const line = openHubLine({ hub: server.url, token: kiosk.token }, '/devices/me/print-jobs', {
    onEvent: () => undefined,
    onState: (state) => void states.push(state),
  });
  await expect.poll(() => states).toEqual(['open']);
  expect(outcome(await adminRequests(server).remove(`/devices/${kiosk.id}`))).toEqual([204]);
  line.drop();
  await expect.poll(() => states.at(-1)).toBe('refused');
  await line.stop();
});

test('a kiosk of a zone or of some counters gives numbers of those alone', async () => {
  const server = await runningServer();
  const kiosk = secondKiosk(server, { counterIds: ['2'] });
  const shown = (await kiosk.get('/kiosk')) as { counterIds: string[] };
  expect(shown.counterIds).toEqual(['2']);
  const refused = await kiosk.post('/tickets', { serviceId: String(server.hall.serviceId('A')) });
  expect(outcome(refused)).toEqual([404, 'not_found']);
  expect(((await server.send({ path: '/api/v1/kiosk' })).json as { counterIds: null }).counterIds).toBe(null);
});

test('a holder may print twice more at the kiosk where the ticket is shown, marked as a copy', async () => {
  const server = await runningServer();
  const [first, second] = [secondKiosk(server), secondKiosk(server)];
  const ticket = await tap(server, first);
  const reprint = async () => outcome(await second.post('/devices/me/reprints', { token: ticket.token }));
  // No printer there, then its first paper is still awaited.
  expect(await reprint()).toEqual([503, 'printer_unavailable']);
  const line = openHubLine({ hub: server.url, token: second.token }, '/devices/me/print-jobs', {
    onEvent: () => undefined,
    onState: () => undefined,
  });
  const own = { state: 'ready', cause: null, detail: null, preview: false, version: '0.1.0' };
  await expect
    .poll(async () => {
      await second.post('/devices/me/printer', own);
      return await reprint();
    })
    .toEqual([409, 'illegal_transition']);
  await first.post('/devices/me/print-jobs/1', { state: 'sending' });
  await first.post('/devices/me/print-jobs/1', { state: 'unconfirmed' });
  for (const job of [2, 3]) {
    expect(await reprint()).toEqual([200]);
    // A copy that is under way is not doubled.
    if (job === 2) expect(await reprint()).toEqual([200]);
    await second.post(`/devices/me/print-jobs/${job}`, { state: 'sending' });
    await second.post(`/devices/me/print-jobs/${job}`, { state: 'printed', proof: 'gs_r' });
  }
  expect(await reprint()).toEqual([409, 'reprint_limit']);
  expect(jobs(server).map(({ deviceId, state, copy }) => [deviceId, state, copy])).toEqual([
    [first.id, 'unconfirmed', 0],
    [second.id, 'printed', 1],
    [second.id, 'printed', 1],
  ]);
  await line.stop();
});

test('only the hub knows the PIN that closes a kiosk', async () => {
  const server = await runningServer();
  const kiosk = secondKiosk(server);
  const ask = async (pin: string) => (await kiosk.post('/devices/me/exit', { pin })).json;
  expect([await ask('246810'), await ask('0000')]).toEqual([{ right: true }, { right: false }]);
});
