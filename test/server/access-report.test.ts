import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { countKioskWay } from '../../electron/actions/count-kiosk-way';
import { goLive } from '../../electron/actions/go-live';
import { dateTheRest } from '../../electron/store/wrong-dates';
import { accessView } from '../../electron/views/reports/access-view';
import { runningServer } from '../support/running-server';
import { smallHall } from '../support/small-hall';
import { kiosk, testHall } from '../support/test-hall';

const day = 'from=2026-11-24&to=2026-11-24';
let sent = 0;

async function accessServer() {
  const server = await runningServer();
  const post = (path: string, body: unknown, key = `kiosk-visit-${++sent}`) =>
    server.send({
      method: 'POST',
      path: `/api/v1${path}`,
      body,
      headers: { 'idempotency-key': key },
    });
  const { headers } = server.signIn('supervisor');
  const rows = async () => (await server.send({ path: `/api/v1/reports/access?${day}`, headers })).json;
  const serviceId = String(server.hall.serviceId('A'));
  return { server, post, headers, rows, serviceId };
}

test('a visit that is begun counts though no number comes of it, and the number that was given counts beside it', async () => {
  const { post, rows, serviceId } = await accessServer();
  expect(await rows()).toEqual([]);
  expect((await post('/devices/me/ways', { way: 'spoken' })).status).toBe(204);
  expect(await rows()).toMatchObject([{ key: '2026-11-24', spokenBegun: 1, spokenNumbers: 0 }]);
  await post('/devices/me/ways', { way: 'spoken' });
  await post('/devices/me/ways', { way: 'large' });
  expect((await post('/tickets', { serviceId, way: 'spoken', fetchMe: true })).status).toBe(201);
  expect((await post('/tickets', { serviceId })).status).toBe(201);
  expect(await rows()).toEqual([
    {
      key: '2026-11-24',
      spokenBegun: 2,
      spokenNumbers: 1,
      largeBegun: 1,
      largeNumbers: 0,
      fetchAsked: 1,
    },
  ]);
});

test('a count that is sent again is one, another way is refused, and whoever is no kiosk counts nothing', async () => {
  const { server, post, rows } = await accessServer();
  await post('/devices/me/ways', { way: 'large' }, 'only-once');
  await post('/devices/me/ways', { way: 'large' }, 'only-once');
  expect((await post('/devices/me/ways', { way: 'fast' })).json).toMatchObject({ code: 'invalid_request' });
  const stranger = await server.send({
    method: 'POST',
    path: '/api/v1/devices/me/ways',
    body: { way: 'large' },
    // Behind a proxy nobody is the built-in kiosk.
    headers: { 'x-forwarded-for': '10.0.0.7' },
  });
  expect(stranger.status).toBe(401);
  expect(await rows()).toMatchObject([{ largeBegun: 1 }]);
});

test('nothing of a ticket, an event or the history tells which way its visitor came', async () => {
  const { server, post, serviceId } = await accessServer();
  await post('/devices/me/ways', { way: 'spoken' });
  const body = { serviceId, way: 'spoken' };
  const ticket = (await post('/tickets', body)).json as { readonly id: string };
  const { store } = server.hall;
  for (const table of ['tickets', 'steps', 'events', 'audit'] as const) {
    const all = store.all({ compile: () => ({ sql: `SELECT * FROM ${table}`, parameters: [] }) } as never);
    expect(JSON.stringify(all)).not.toContain('spoken');
  }
  expect(JSON.stringify(ticket)).not.toContain('spoken');
});

test('the files have the same figures, with words for people, and are not for accounts of some institutions', async () => {
  const { server, post, headers } = await accessServer();
  await post('/devices/me/ways', { way: 'spoken' });
  const file = async (ending: string) => {
    const answer = await fetch(`${server.url}/api/v1/reports/access.${ending}`, { headers });
    return [answer.status, Buffer.from(await answer.arrayBuffer())] as const;
  };
  const [status, plain] = await file(`csv?${day}`);
  expect([status, parse(plain)]).toEqual([
    200,
    [
      ['key', 'spokenBegun', 'spokenNumbers', 'largeBegun', 'largeNumbers', 'fetchAsked'],
      ['2026-11-24', '1', '0', '0', '0', '0'],
    ],
  ]);
  const [, worded] = await file(`csv?${day}&language=id`);
  expect(worded.toString()).toContain('Tanggal;Mulai dengan suara;Nomor dengan suara');
  expect((await file(`xlsx?${day}&language=id`))[1].subarray(0, 2).toString()).toBe('PK');
  const own = server.signIn('supervisor', {
    institutions: ['Dinas Kependudukan dan Pencatatan Sipil'],
  }).headers;
  const refused = await server.send({ path: `/api/v1/reports/access?${day}`, headers: own });
  expect(refused.json).toMatchObject({ code: 'whole_hall_only' });
});

test('counts of practice go when the hall goes live, and counts of a wrong date go to the true one', () => {
  const hall = testHall({ ...smallHall, settings: { practice: true } });
  const rows = () => accessView(hall.view(), { from: '2026-01-01', to: '2030-01-01' });
  hall.act(kiosk, (context) => countKioskWay(context, 'spoken'));
  const admin = { kind: 'user', userId: hall.manDesk(1).userId, role: 'admin', counterIds: null } as const;
  hall.act(admin, (context) => goLive(context));
  expect(rows()).toEqual([]);
  hall.act(kiosk, (context) => countKioskWay(context, 'spoken'));
  hall.clock.advance({ days: 2 });
  hall.act(kiosk, (context) => countKioskWay(context, 'spoken'));
  hall.act(kiosk, (context) => countKioskWay(context, 'large'));
  expect(rows().map(({ key }) => key)).toEqual(['2026-11-24', '2026-11-26']);
  hall.store.write((transaction) => dateTheRest(transaction, '2026-11-24', []));
  expect(rows()).toMatchObject([{ key: '2026-11-24', spokenBegun: 2, largeBegun: 1 }]);
});
