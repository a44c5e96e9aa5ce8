import { expect, onTestFinished, test } from 'vitest';
import { makePrinter } from '../../electron/actions/admin/printers';
import type { Finding } from '../../electron/contract/admin-hall';
import type { HolderTicket } from '../../electron/contract/tickets';
import { query } from '../../electron/store/store';
import { startFakePrinter } from '../../native/printer/testing/fake-printer';
import { keptPrinter } from '../support/chosen-printers';
import { startHoldingProxy } from '../support/holding-proxy';
import { runningServer, type TestServer } from '../support/running-server';
import { type LetInKiosk, secondKiosk } from '../support/second-kiosk';
import { startMachine } from '../support/second-kiosk-machine';

async function fakePrinter() {
  const fake = await startFakePrinter();
  onTestFinished(() => fake.close());
  return fake;
}

const tap = async (server: TestServer, kiosk: LetInKiosk) => {
  const answer = await kiosk.post('/tickets', { serviceId: String(server.hall.serviceId('A')) });
  return answer.json as HolderTicket;
};
const jobStates = (server: TestServer) =>
  server.hall.store
    .all(query.selectFrom('print_jobs').select('state').orderBy('id'))
    .map(({ state }) => state);

test('a visitor is told where another printer of a second kiosk stands in for the first', async () => {
  const server = await runningServer();
  const kiosk = secondKiosk(server);
  const [first, second] = [await fakePrinter(), await fakePrinter()];
  first.become({ paper: 'out' });
  const place = { id: 'meja informasi', en: 'the information desk', jv: 'meja informasi' };
  server.hall.act({ kind: 'system' }, (context) => {
    makePrinter(context, kiosk.id, keptPrinter(first));
    makePrinter(context, kiosk.id, keptPrinter(second, { place }));
  });
  startMachine(server, kiosk);
  const state = async () => ((await kiosk.get('/kiosk')) as { printer: { state: string } }).printer.state;
  await expect.poll(state).toBe('ready');
  const { token } = await tap(server, kiosk);
  const seen = async () => {
    const { paper, paperPlace } = (await kiosk.get(`/tickets/${token}`)) as HolderTicket;
    return { paper, paperPlace };
  };
  await expect.poll(seen).toEqual({ paper: 'printed', paperPlace: place });
});

test('a ticket that can’t be laid out is set aside, and those behind it are printed', async () => {
  const server = await runningServer();
  const kiosk = secondKiosk(server);
  const { host, port } = await fakePrinter();
  const bad = await tap(server, kiosk);
  server.printer.unprintable.add(Number(bad.id));
  await tap(server, kiosk);
  startMachine(server, kiosk, { kind: 'tcp', host, port });
  await expect.poll(() => jobStates(server)).toEqual(['queued', 'printed']);
  expect(await kiosk.get('/devices/me/print-jobs/1/paper')).toMatchObject({
    code: 'ticket_unprintable',
    status: 409,
  });
  // Its holder goes on without paper.
  const kept = await kiosk.post(`/tickets/${bad.token}/paperless`);
  expect((kept.json as HolderTicket).status).toBe('waiting');
});

test('behind what holds streams back a kiosk prints by plain requests, each ticket once, and by streams again once they pass', async () => {
  const server = await runningServer();
  const admin = server.signIn('admin');
  const kiosk = secondKiosk(server);
  const fake = await fakePrinter();
  const { host, port } = fake;
  const proxy = await startHoldingProxy(server.url);
  onTestFinished(() => proxy.close());
  startMachine(server, kiosk, { kind: 'tcp', host, port }, proxy.url);
  const state = async () => ((await kiosk.get('/kiosk')) as { printer: { state: string } }).printer.state;
  await expect.poll(state).toBe('ready');
  /** How often each was sent to a printer. */
  const sent = () =>
    server.hall.store
      .all(query.selectFrom('print_jobs').select('attempts').orderBy('id'))
      .map(({ attempts }) => attempts);
  for (let taken = 1; taken <= 3; taken += 1) {
    await tap(server, kiosk);
    await expect.poll(() => jobStates(server).at(-1)).toBe('printed');
  }
  const found = async () => {
    const path = '/api/v1/admin/findings';
    return ((await server.send({ path, headers: admin.headers })).json as Finding[]).map(({ kind }) => kind);
  };
  await expect.poll(found, { timeout: 40_000 }).toContain('held_stream');

  // A ticket is under way as streams come through again, and as they are held again.
  proxy.hold('nothing');
  await tap(server, kiosk);
  const streams = async () =>
    Number(/^antre_listeners (\d+)$/m.exec((await server.send({ path: '/metrics' })).text)?.[1]);
  await expect.poll(() => jobStates(server).at(-1)).toBe('printed');
  const asked = () => proxy.asked.filter((path) => path.endsWith('/snapshot')).length;
  const isQuiet = async () => {
    const before = asked();
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    return asked() === before && (await streams()) === 1;
  };
  await expect.poll(isQuiet, { timeout: 60_000 }).toBe(true);
  await tap(server, kiosk);
  await expect.poll(() => jobStates(server)).toEqual(Array(5).fill('printed'));
  expect(sent()).toEqual([1, 1, 1, 1, 1]);
}, 150_000);
