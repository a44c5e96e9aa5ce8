import { expect, test } from 'vitest';
import type { AdminUser, UserImportPreview, UserSession } from '../../electron/contract/admin';
import { adminRequests, outcome } from '../support/admin-requests';
import { runningServer, type TestServer } from '../support/running-server';

const passedOn = { 'x-forwarded-for': '10.0.0.9' };
const users = async (admin: ReturnType<typeof adminRequests>) =>
  (await admin.get('/users')).json as readonly AdminUser[];
const bearer = (token: string) => ({ ...passedOn, authorization: `Bearer ${token}` });
const faultsOf = async (server: TestServer, csv: string) => {
  const admin = adminRequests(server);
  const preview = (await admin.post('/users/import/preview', { csv })).json as UserImportPreview;
  const imported = await admin.post('/users/import', { csv });
  return {
    faults: preview.faults.map(({ line, column, kind, value }) => [line, column, kind, value]),
    imported: outcome(imported),
  };
};

test('a list of people is read with either delimiter, a byte order mark, quotes, and either language', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const preview = async (csv: string) =>
    ((await admin.post('/users/import/preview', { csv })).json as UserImportPreview).users.map(
      ({ line, username, role, counterIds, hasPassword }) => [line, username, role, counterIds, hasPassword],
    );
  const a = String(server.hall.counterId('A'));
  const im = String(server.hall.counterId('IM'));
  expect(
    await preview(
      '\uFEFFnama;nama_pengguna;peran;gerai;kata_sandi\r\n"Siti; S.Kom";Siti;Petugas;A IM;\r\n\r\n',
    ),
  ).toEqual([[2, 'siti', 'staff', [a, im], false]]);
  expect(
    await preview('name,username,role,counters,password\n"Joko, SE",joko,staff,"A,im",a long password\n'),
  ).toEqual([[2, 'joko', 'staff', [a, im], true]]);
  expect(await preview('sep=;\nnama;nama_pengguna;peran\n\nRina;rina;admin')).toEqual([
    [4, 'rina', 'admin', null, false],
  ]);
  expect(await preview('nama\tnama_pengguna\tperan\tgerai\nRina\trina\tadmin\tsemua')).toEqual([
    [2, 'rina', 'admin', null, false],
  ]);
});

test('whatever is wrong in a list is told with its line, and then nobody is added', async () => {
  const server = await runningServer();
  server.signIn('staff');
  const taken = 'staff.1';
  const head = 'nama;nama_pengguna;peran;gerai;kata_sandi';
  const first = await faultsOf(
    server,
    [
      head,
      `Siti;siti;petugas;ZZ;`,
      `;x;kepala;A;pendek`,
      `Budi;budi;petugas;A;`,
      `Budi Lain;BUDI;petugas;A;`,
      `Lama;${taken};petugas;semua;`,
      `${'x'.repeat(81)};panjang;petugas;A;;lebih`,
      'Ani\u202E;ani;petugas;A;',
    ].join('\n'),
  );
  expect(first).toEqual({
    faults: [
      [2, 'gerai', 'unknown_counter', 'ZZ'],
      [3, 'nama', 'missing_value', ''],
      [3, 'nama_pengguna', 'bad_username', 'x'],
      [3, 'peran', 'unknown_role', 'kepala'],
      [3, 'kata_sandi', 'short_password', ''],
      [5, 'nama_pengguna', 'twice', 'BUDI'],
      [6, 'nama_pengguna', 'already_exists', taken],
      [7, 'nama', 'too_long', 'x'.repeat(80)],
      [7, '', 'unreadable', 'lebih'],
      [8, 'nama', 'unreadable', 'Ani\u202E'],
    ],
    imported: [400, 'invalid_request'],
  });
  for (const [csv, kind] of [
    ['nama;peran\nSiti;petugas', 'missing_column'],
    [`${head};gaji\nSiti;siti;petugas;;;5`, 'unknown_column'],
    ['nama;nama_pengguna;peran\n"Siti;siti;petugas', 'unreadable'],
    [head, 'no_rows'],
    ['\n\n', 'no_rows'],
    ['\u0000\u0001\u0002PK', 'unknown_column'],
  ] as const) {
    const { faults, imported } = await faultsOf(server, csv);
    expect([csv, faults.map((fault) => fault[2]), imported]).toEqual([
      csv,
      expect.arrayContaining([kind]),
      [400, 'invalid_request'],
    ]);
  }
  const names = (await users(adminRequests(server))).map(({ username }) => username);
  expect(names.filter((name) => !/^(admin|staff)\.\d+$/.test(name))).toEqual([]);
});

test('who was added with a password that Antre made can sign in with it', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const answer = await admin.post('/users/import', {
    csv: 'nama;nama_pengguna;peran;gerai\nSiti;siti;petugas;A\n',
  });
  expect(answer.status).toBe(201);
  const [made] = (answer.json as { readonly users: readonly { readonly password: string }[] }).users;
  const signIn = await server.send({
    method: 'POST',
    path: '/api/v1/session',
    headers: { origin: server.url },
    body: { username: 'siti', password: made?.password },
  });
  expect(signIn.status).toBe(200);
  const audit = JSON.stringify((await admin.get('/audit?action=importUsers')).json);
  expect([audit.includes('siti'), audit.includes(String(made?.password))]).toEqual([true, false]);
});

test('sessions are listed by where they come from, and ended one by one or together', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const officer = server.signIn('staff');
  const list = async () =>
    (await admin.get(`/users/${officer.userId}/sessions`)).json as readonly UserSession[];
  const [session] = await list();
  expect(session).toMatchObject({ createdAt: '2026-11-24T09:00:00+07:00', current: false });
  expect(
    ((await admin.get(`/users/${admin.signed.userId}/sessions`)).json as UserSession[])[0],
  ).toMatchObject({ current: true });
  // One person's session isn't ended by another's number.
  expect(outcome(await admin.remove(`/users/${admin.signed.userId}/sessions/${session?.id}`))).toEqual([
    404,
    'not_found',
  ]);
  expect(outcome(await admin.remove(`/users/${officer.userId}/sessions/${session?.id}`))).toEqual([204]);
  expect(await list()).toEqual([]);
  expect((await server.send({ path: '/api/v1/session', headers: officer.headers })).status).toBe(401);
  expect(outcome(await admin.remove(`/users/${officer.userId}/sessions`))).toEqual([204]);
});

test('who was made by mistake is removed; who has a history is only deactivated; the last admin stays', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const made = (
    await admin.post('/users', {
      username: 'salah',
      displayName: 'Salah',
      role: 'staff',
      wholeHall: true,
      password: 'tujuh gajah menari',
    })
  ).json as AdminUser;
  expect(outcome(await admin.remove(`/users/${made.id}`, '"7"'))).toEqual([412, 'changed_meanwhile']);
  expect(outcome(await admin.remove(`/users/${made.id}`, '"1"'))).toEqual([204]);
  expect(outcome(await admin.get(`/users/${made.id}`))).toEqual([404, 'not_found']);
  const officer = server.signIn('staff');
  await server.send({
    method: 'POST',
    path: `/api/v1/desks/${server.hall.deskId(1)}/sign-in`,
    headers: officer.headers,
  });
  expect(outcome(await admin.remove(`/users/${officer.userId}`))).toEqual([204]);
  expect((await admin.get(`/users/${officer.userId}`)).json).toMatchObject({
    active: false,
    deskLabel: null,
    sessions: 0,
  });
  expect(outcome(await admin.remove(`/users/${admin.signed.userId}`))).toEqual([409, 'last_admin']);
});

test('leave is shown on its days alone, refuses a sign-in until it is confirmed, and ends no session', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const password = 'tujuh gajah menari';
  const made = (
    await admin.post('/users', {
      username: 'siti',
      displayName: 'Siti',
      role: 'staff',
      wholeHall: true,
      password,
    })
  ).json as AdminUser;
  const signIn = (more: object = {}) =>
    server.send({
      method: 'POST',
      path: '/api/v1/session',
      headers: { origin: server.url },
      body: { username: 'siti', password, ...more },
    });
  expect((await signIn()).status).toBe(200);
  const leave = [{ from: '2026-11-24', to: '2026-11-28', note: 'ke Pati' }];
  expect(
    outcome(await admin.patch(`/users/${made.id}`, { leave: [{ ...leave[0], to: '2026-11-01' }] })),
  ).toEqual([400, 'invalid_request']);
  const changed = await admin.patch(`/users/${made.id}`, { leave }, '"1"');
  expect(changed.json).toMatchObject({ onLeaveUntil: '2026-11-28', sessions: 1 });
  expect(outcome(await signIn())).toEqual([409, 'on_leave']);
  expect(outcome(await signIn({ password: 'salah sekali ini' }))).toEqual([401, 'bad_credentials']);
  expect((await signIn({ despiteLeave: true })).status).toBe(200);
  server.hall.clock.advance({ days: 5 });
  const later = adminRequests(server);
  expect((await later.get(`/users/${made.id}`)).json).toMatchObject({ onLeaveUntil: null });
  expect((await signIn()).status).toBe(200);
});

test('a token acts in its roles alone, as itself in the audit, without an origin, until it is revoked', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const made = async (name: string, roles: readonly string[]) =>
    (await admin.post('/tokens', { name, roles })).json as { readonly id: string; readonly token: string };
  const reader = await made('papan', ['supervisor']);
  const writer = await made('dinas', ['admin']);
  const get = (path: string, token: string) =>
    server.send({ path: `/api/v1${path}`, headers: bearer(token) });
  expect((await get('/admin/settings', reader.token)).status).toBe(200);
  expect(outcome(await get('/admin/users', reader.token))).toEqual([403, 'forbidden']);
  expect(outcome(await get('/admin/settings', `${reader.token}x`))).toEqual([401, 'not_signed_in']);
  const change = await server.send({
    method: 'PATCH',
    path: '/api/v1/admin/counters/1',
    headers: bearer(writer.token),
    body: { zone: 'Timur' },
  });
  expect(change.status).toBe(200);
  expect((await admin.get('/audit?action=changeCounter')).json).toMatchObject({
    entries: [{ user: null, actor: `token:${writer.id}`, program: 'dinas' }],
  });
  // A desk is a person's.
  const desk = await server.send({
    method: 'POST',
    path: `/api/v1/desks/${server.hall.deskId(1)}/sign-in`,
    headers: bearer(writer.token),
  });
  expect(outcome(desk)).toEqual([403, 'forbidden']);

  const [listed] = (await admin.get('/tokens')).json as readonly object[];
  expect(listed).toMatchObject({ name: 'dinas', roles: ['admin'], lastUsedAt: '2026-11-24T09:00:00+07:00' });
  expect(JSON.stringify(listed)).not.toContain(writer.token);
  expect(outcome(await admin.patch(`/tokens/${writer.id}`, { name: 'x' }, '"9"'))).toEqual([
    412,
    'changed_meanwhile',
  ]);
  expect(outcome(await admin.remove(`/tokens/${writer.id}`, '"1"'))).toEqual([204]);
  expect(outcome(await get('/admin/settings', writer.token))).toEqual([401, 'not_signed_in']);
  expect(outcome(await admin.patch(`/tokens/${writer.id}`, { name: 'x' }))).toEqual([404, 'not_found']);
  expect(outcome(await admin.post('/tokens', { name: 'x', roles: [] }))).toEqual([400, 'invalid_request']);
});
