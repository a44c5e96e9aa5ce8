import { expect, test } from 'vitest';
import { giveDeviceToken } from '../../electron/actions/accounts/give-device-token';
import { issueTicket } from '../../electron/actions/issue-ticket';
import type { DoorCode } from '../../electron/contract/joining';
import type { HolderTicket } from '../../electron/contract/tickets';
import { query } from '../../electron/store/store';
import { runningServer, type TestServer } from '../support/running-server';
import { kiosk, testHall } from '../support/test-hall';

/** A hall that gives numbers by phone, with a screen at its door. */
async function hallWithDoor() {
  const server = await runningServer({ hall: testHall(), trustedProxies: ['127.0.0.1'] });
  const admin = server.signIn('admin');
  const change = async (path: string, body: unknown) =>
    expect(
      (await server.send({ method: 'PATCH', path: `/api/v1/admin/${path}`, headers: admin.headers, body }))
        .status,
    ).toBe(200);
  await change('settings', { phoneJoining: true, publicUrl: 'http://antre.test/balai' });
  const display = { id: 'display-1', kind: 'display', name: 'Pintu', createdAt: 0 } as const;
  server.hall.store.write((transaction) => transaction.run(query.insertInto('devices').values(display)));
  const token = server.hall.actionRunner.run({ kind: 'system' }, (context) =>
    giveDeviceToken(context, 'display-1'),
  );
  const door = async () => {
    const answer = await server.send({
      path: '/api/v1/door-code',
      headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': '10.0.0.2' },
    });
    expect(answer.status).toBe(200);
    return answer.json as DoorCode;
  };
  const code = async () => ((await door()).url ?? '').split('/gabung/')[1] ?? '';
  return { server, change, door, code };
}

let presses = 0;
/** A phone presses once; `by` is the address that it has in the hall. */
function join(
  server: TestServer,
  code: string,
  {
    by = '10.0.1.1',
    key = `press-by-phone-${presses++}`,
    service = server.hall.serviceId('A'),
    ...body
  }: {
    readonly by?: string;
    readonly key?: string;
    readonly service?: number;
    readonly held?: readonly string[];
    readonly priority?: string;
    readonly language?: string;
  } = {},
) {
  return server.send({
    method: 'POST',
    path: `/api/v1/joining/${code}/tickets`,
    headers: { 'x-forwarded-for': by, 'idempotency-key': key },
    body: { serviceId: String(service), ...body },
  });
}

const codeOf = ({ json }: { readonly json: unknown }) => (json as { readonly code?: string }).code;
const byPhone = ({ hall }: TestServer) =>
  hall.store.all(query.selectFrom('tickets').select(['byPhone', 'paper', 'status']).orderBy('id'));

test('a phone takes a number by the code at the door: it waits at once, without paper, and counts as taken by phone', async () => {
  const { server, door } = await hallWithDoor();
  const shown = await door();
  expect(shown).toMatchObject({ state: 'on', renewIn: 60, goodFor: 300 });
  expect(shown.url).toMatch(/^http:\/\/antre\.test\/balai\/gabung\/[\w-]{16}$/);
  const code = shown.url?.slice(-16) ?? '';
  const offered = await server.send({ path: `/api/v1/joining/${code}` });
  expect(offered.json).toEqual({
    goodFor: 300,
    counterIds: ['A', 'IM', 'L'].map((each) => String(server.hall.counterId(each))),
  });
  const joined = await join(server, code, { priority: 'elderly', language: 'jv' });
  expect(joined.status).toBe(201);
  const ticket = joined.json as HolderTicket;
  expect(ticket).toMatchObject({
    number: 'A-001',
    status: 'waiting',
    paper: 'none',
    priority: 'elderly',
    language: 'jv',
    followUrl: `http://antre.test/balai/t/${ticket.token}`,
  });
  expect(byPhone(server)).toEqual([{ byPhone: 1, paper: 'none', status: 'waiting' }]);
});

test('a code is shown for a minute and good for five; later, made up or printed, it gives nothing', async () => {
  const { server, code } = await hallWithDoor();
  const first = await code();
  server.hall.clock.advance({ seconds: 59 });
  expect(await code()).toBe(first);
  server.hall.clock.advance({ seconds: 1 });
  const second = await code();
  expect(second).not.toBe(first);
  server.hall.clock.advance({ seconds: 239 });
  expect((await server.send({ path: `/api/v1/joining/${first}` })).json).toMatchObject({ goodFor: 1 });
  server.hall.clock.advance({ seconds: 1 });
  for (const each of [first, 'AAAAAAAAAAAAAAAA']) {
    const refused = await join(server, each);
    expect([refused.status, codeOf(refused)]).toEqual([404, 'door_code_old']);
    expect((refused.json as { readonly detail: string }).detail).toContain('Pindai lagi kode di pintu.');
    expect((await server.send({ path: `/api/v1/joining/${each}` })).status).toBe(404);
  }
  expect((await join(server, second)).status).toBe(201);
});

test('a press that is sent again, since no answer came, is the same number, also once the code is old', async () => {
  const { server, code } = await hallWithDoor();
  const now = await code();
  const first = await join(server, now, { key: 'press-without-answer' });
  expect(first.status).toBe(201);
  server.hall.clock.advance({ minutes: 10 });
  const again = await join(server, now, { key: 'press-without-answer' });
  expect([again.status, again.json]).toEqual([201, first.json]);
  expect(byPhone(server)).toHaveLength(1);
});

test('the kiosk’s rules hold by phone, and those of phones: the hall and the counter allow it, and no second number', async () => {
  const { server, change, code, door } = await hallWithDoor();
  const { hall } = server;
  const refusal = async (answer: ReturnType<typeof join>) => codeOf(await answer);
  const token = ((await join(server, await code())).json as HolderTicket).token;
  expect(await refusal(join(server, await code(), { held: [token] }))).toBe('number_held');
  // Another service's number, a stranger's or one that is over holds nobody up.
  const other = hall.serviceId('A', 1);
  expect((await join(server, await code(), { held: [token], service: other })).status).toBe(201);
  expect(await refusal(join(server, await code(), { service: hall.serviceId('IM') }))).toBe('service_closed');
  expect(await refusal(join(server, await code(), { service: 999 }))).toBe('not_found');
  await change(`counters/${hall.counterId('L')}`, { phoneJoining: false });
  expect(await refusal(join(server, await code(), { service: hall.serviceId('L') }))).toBe('joining_closed');
  const { counterIds } = (await server.send({ path: `/api/v1/joining/${await code()}` })).json as {
    readonly counterIds: readonly string[];
  };
  expect(counterIds).toEqual(['A', 'IM'].map((each) => String(hall.counterId(each))));
  await change('settings', { publicUrl: null });
  expect(await door()).toMatchObject({ state: 'no_address', url: null });
  const last = await code();
  await change('settings', { phoneJoining: false, publicUrl: 'http://antre.test' });
  expect(await door()).toMatchObject({ state: 'off', url: null });
  expect(last).toBe('');
  expect(byPhone(server)).toHaveLength(2);
});

test('switched off, a code that was good gives nothing', async () => {
  const { server, change, code } = await hallWithDoor();
  const good = await code();
  await change('settings', { phoneJoining: false });
  const refused = await join(server, good);
  expect([refused.status, codeOf(refused)]).toEqual([409, 'joining_closed']);
  expect((await server.send({ path: `/api/v1/joining/${good}` })).json).toMatchObject({ counterIds: [] });
});

test('phones leave the kiosk its half of a day’s numbers', async () => {
  const { server, code } = await hallWithDoor();
  const limited = server.hall.serviceId('A', 1);
  const taken = [];
  for (let at = 0; at < 6; at += 1) {
    taken.push(codeOf(await join(server, await code(), { service: limited, by: `10.0.1.${at}` })));
  }
  // Ten a day: five by phone.
  expect(taken).toEqual([...Array(5).fill(undefined), 'joining_used_up']);
  server.hall.act(kiosk, (context) =>
    issueTicket(context, { serviceId: limited, priority: null, language: 'id', printerReady: true }),
  );
  expect(byPhone(server).map((each) => each.byPhone)).toEqual([1, 1, 1, 1, 1, 0]);
});

test('an address and a code have so many numbers; refused presses count for nothing', async () => {
  const { server, code } = await hallWithDoor();
  const first = await code();
  const press = async (by: string, service?: number) =>
    codeOf(await join(server, first, service === undefined ? { by } : { by, service }));
  for (let at = 0; at < 8; at += 1) expect(await press('10.0.1.1', 999)).toBe('not_found');
  const own = [];
  for (let at = 0; at < 7; at += 1) own.push(await press('10.0.1.1'));
  expect(own).toEqual([...Array(6).fill(undefined), 'joining_crowded']);
  const others = [];
  for (let at = 0; at < 7; at += 1) others.push(await press(`10.0.2.${at}`));
  expect(others).toEqual([...Array(6).fill(undefined), 'joining_crowded']);
  server.hall.clock.advance({ minutes: 1 });
  const second = await code();
  expect(codeOf(await join(server, second, { by: '10.0.1.1' }))).toBe('joining_crowded');
  expect((await join(server, second, { by: '10.0.2.9' })).status).toBe(201);
  server.hall.clock.advance({ minutes: 4 });
  expect((await join(server, await code(), { by: '10.0.1.1' })).status).toBe(201);
  expect(byPhone(server)).toHaveLength(14);
});

test('presses with codes that nobody was shown leave nothing behind, and are soon too many', async () => {
  const { server, code } = await hallWithDoor();
  const good = await code();
  const kept = () =>
    JSON.stringify(
      (['tickets', 'number_sequences', 'events', 'idempotency_keys', 'audit'] as const).map((table) =>
        server.hall.store.all(query.selectFrom(table).selectAll()),
      ),
    );
  const before = kept();
  const made = Array.from({ length: 40 }, (_, at) => `guess${String(at).padStart(11, '0')}`);
  const statuses = [];
  for (const each of made) statuses.push((await join(server, each, { by: '10.0.9.9' })).status);
  // The minute may have turned over meanwhile.
  expect(statuses.slice(0, 30)).toEqual(Array(30).fill(404));
  expect(statuses.filter((each) => each === 429).length).toBeGreaterThan(0);
  expect(kept()).toBe(before);
  // Whoever is in the hall goes on.
  expect((await join(server, good, { by: '10.0.1.1' })).status).toBe(201);
});

test('the door’s code is told to nobody but the hall’s own screens', async () => {
  const { server } = await hallWithDoor();
  const stranger = await server.send({
    path: '/api/v1/door-code',
    headers: { 'x-forwarded-for': '10.0.0.9' },
  });
  expect(stranger.status).toBe(401);
  const officer = server.signIn('supervisor');
  const supervisor = await server.send({
    path: '/api/v1/door-code',
    headers: { ...officer.headers, 'x-forwarded-for': '10.0.0.9' },
  });
  expect(supervisor.status).toBe(403);
});
