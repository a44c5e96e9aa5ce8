import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { adminUser } from '../../electron/contract/admin';
import { query } from '../../electron/store/store';
import type { RawAnswer } from '../support/raw-request';
import { runningServer, type Signed, type TestServer } from '../support/running-server';

const wholeHall = { wholeHall: true, institutions: [], counterIds: null };
const first = { username: 'ibu.admin', password: 'kata sandi panjang', displayName: 'Ibu Admin' };

const codeOf = (answer: RawAnswer) => (answer.json as { readonly code: string }).code;
const post = (server: TestServer, path: string, body: unknown, signed?: Signed, key?: string) =>
  server.send({
    method: 'POST',
    path: `/api/v1${path}`,
    headers: { ...signed?.headers, ...(key ? { 'idempotency-key': key } : {}) },
    body,
  });
const patch = (server: TestServer, path: string, body: unknown, signed: Signed, etag?: string) =>
  server.send({
    method: 'PATCH',
    path: `/api/v1${path}`,
    headers: { ...signed.headers, ...(etag ? { 'if-match': etag } : {}) },
    body,
  });
const who = (server: TestServer, headers: Readonly<Record<string, string>>) =>
  server.send({ path: '/api/v1/session', headers });
const cookieOf = (answer: RawAnswer) => String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
const setUpCodeOf = (server: TestServer) => readFileSync(join(server.dataDir, 'setup-code'), 'utf8').trim();
const audit = (server: TestServer) =>
  server.hall.store.all(
    query.selectFrom('audit').select(['actor', 'action', 'subject', 'beforeJson', 'afterJson']).orderBy('id'),
  );

test('the first admin is made with the code in the file, once', async () => {
  const server = await runningServer();
  const code = setUpCodeOf(server);
  expect(statSync(join(server.dataDir, 'setup-code')).mode & 0o777).toBe(0o600);
  expect((await server.send({ path: '/api/v1/site' })).json).toMatchObject({ setUp: false });

  const made = await post(server, '/setup', {
    ...first,
    code: ` ${code.toLowerCase().replaceAll('-', ' ')}`,
  });
  expect([made.status, made.json]).toEqual([
    201,
    { user: { id: '1', username: 'ibu.admin', displayName: 'Ibu Admin', role: 'admin', ...wholeHall } },
  ]);
  expect(String(made.headers['set-cookie'])).toMatch(
    /^antre_session=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/,
  );
  expect((await who(server, { cookie: cookieOf(made) })).json).toEqual(made.json);
  expect(existsSync(join(server.dataDir, 'setup-code'))).toBe(false);
  expect((await server.send({ path: '/api/v1/site' })).json).toMatchObject({ setUp: true });

  const again = await post(server, '/setup', { ...first, username: 'orang.lain', code });
  expect([again.status, codeOf(again)]).toEqual([409, 'already_set_up']);
  expect(server.hall.store.all(query.selectFrom('users').select('username'))).toEqual([
    { username: 'ibu.admin' },
  ]);
});

test('five wrong codes lock the set-up for a quarter of an hour, the right one too', async () => {
  const server = await runningServer();
  const code = setUpCodeOf(server);
  const attempt = (typed: string) => post(server, '/setup', { ...first, code: typed });
  for (let wrong = 1; wrong <= 5; wrong += 1) {
    expect(codeOf(await attempt('AAAA-BBBB-CCCC'))).toBe('setup_code_wrong');
  }
  const locked = await attempt(code);
  expect([locked.status, codeOf(locked), locked.headers['retry-after']]).toEqual([
    429,
    'too_many_requests',
    '900',
  ]);
  server.hall.clock.advance({ minutes: 15, seconds: 1 });
  expect((await attempt(code)).status).toBe(201);
});

test('many guesses of the code at once are no more than five', async () => {
  const server = await runningServer();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => post(server, '/setup', { ...first, code: 'AAAA-BBBB-CCCC' })),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([
    ...Array(5).fill(403),
    ...Array(15).fill(429),
  ]);
});

test('an unknown name and a wrong password are answered alike, and both lock after five', async () => {
  const server = await runningServer();
  await post(server, '/setup', { ...first, code: setUpCodeOf(server) });
  const attempts = async (username: string) => {
    const answers = [];
    for (let attempt = 0; attempt < 6; attempt += 1) {
      answers.push(await post(server, '/session', { username, password: 'bukan sandinya' }));
    }
    return answers.map(({ status, json, headers }) => [status, json, headers['retry-after']]);
  };
  const known = await attempts('ibu.admin');
  expect(known).toEqual(await attempts('siapa.saja'));
  expect(known.map(([status]) => status)).toEqual([401, 401, 401, 401, 401, 429]);

  const locked = await post(server, '/session', { username: ' IBU.Admin ', password: first.password });
  expect(codeOf(locked)).toBe('too_many_requests');
  server.hall.clock.advance({ minutes: 5, seconds: 1 });
  const signed = await post(server, '/session', { username: ' IBU.Admin ', password: first.password });
  expect(signed.status).toBe(200);
});

test('a right password in time forgets the wrong ones before', async () => {
  const server = await runningServer();
  await post(server, '/setup', { ...first, code: setUpCodeOf(server) });
  const signIn = async (password: string) =>
    (await post(server, '/session', { username: first.username, password })).status;
  for (const _round of [1, 2]) {
    for (let wrong = 1; wrong <= 4; wrong += 1) expect(await signIn('bukan sandinya')).toBe(401);
    expect(await signIn(first.password)).toBe(200);
  }
});

test('a session ends by signing out, after 8 hours of nothing, and not while it is used', async () => {
  const server = await runningServer();
  const officer = server.signIn('staff');
  server.hall.clock.advance({ hours: 7, minutes: 59 });
  expect((await who(server, officer.headers)).status).toBe(200);
  server.hall.clock.advance({ hours: 7, minutes: 59 });
  expect((await who(server, officer.headers)).status).toBe(200);
  server.hall.clock.advance({ hours: 8, seconds: 1 });
  expect((await who(server, officer.headers)).status).toBe(401);

  const other = server.signIn('staff');
  const out = await server.send({ method: 'DELETE', path: '/api/v1/session', headers: other.headers });
  expect([out.status, cookieOf(out)]).toEqual([204, 'antre_session=']);
  expect((await who(server, other.headers)).status).toBe(401);
});

test('tokens and passwords are not in the database as they are', async () => {
  const server = await runningServer();
  const made = await post(server, '/setup', { ...first, code: setUpCodeOf(server) });
  const admin = { userId: 1, token: '', headers: { cookie: cookieOf(made), origin: server.url } };
  await post(
    server,
    '/admin/users',
    { username: 'budi', password: 'rahasia sekali', displayName: 'Budi', role: 'staff', wholeHall: true },
    admin,
    'add-budi-1',
  );
  const tables = ['users', 'sessions', 'audit', 'idempotency_keys', 'sign_in_failures'] as const;
  const everything = JSON.stringify(
    tables.map((table) => server.hall.store.all(query.selectFrom(table).selectAll())),
  );
  for (const secret of [first.password, 'rahasia sekali', cookieOf(made).slice('antre_session='.length)]) {
    expect(everything).not.toContain(secret);
  }
  expect(everything).toContain('$scrypt$ln=15,r=8,p=3$');
});

test('an admin makes, limits, renames and stops users; each edit leaves what was and what is', async () => {
  const server = await runningServer();
  const admin = server.signIn('admin');
  const counterId = String(server.hall.counterId('A'));
  const made = await post(
    server,
    '/admin/users',
    {
      username: 'budi',
      password: 'rahasia sekali',
      displayName: 'Budi',
      role: 'staff',
      counterIds: [counterId],
    },
    admin,
  );
  expect([made.status, made.headers.etag]).toEqual([201, '"1"']);
  const budi = adminUser.parse(made.json);
  // What the audit keeps: not what is only so at the moment.
  const { sessions: _now, deskLabel: _here, onLeaveUntil: _today, ...kept } = budi;
  expect(
    codeOf(
      await post(
        server,
        '/admin/users',
        { ...first, role: 'staff', username: 'budi', wholeHall: true },
        admin,
      ),
    ),
  ).toBe('already_exists');

  const changed = await patch(server, `/admin/users/${budi.id}`, { displayName: 'Pak Budi' }, admin, '"1"');
  expect([changed.status, changed.headers.etag, changed.json]).toEqual([
    200,
    '"2"',
    { ...budi, version: 2, displayName: 'Pak Budi' },
  ]);
  const late = await patch(server, `/admin/users/${budi.id}`, { role: 'admin' }, admin, '"1"');
  expect([late.status, codeOf(late)]).toEqual([412, 'changed_meanwhile']);
  const nowhere = await patch(server, `/admin/users/${budi.id}`, { counterIds: ['1', '999'] }, admin);
  expect(nowhere.json).toMatchObject({
    code: 'invalid_request',
    errors: [{ path: 'counterIds.1', message: 'tidak ada gerai 999' }],
  });
  expect(codeOf(await patch(server, '/admin/users/999', { displayName: 'X' }, admin))).toBe('not_found');

  expect(
    audit(server).map(({ beforeJson, afterJson, ...row }) => ({
      ...row,
      before: beforeJson && JSON.parse(beforeJson),
      after: afterJson && JSON.parse(afterJson),
    })),
  ).toEqual([
    {
      actor: `user:${admin.userId}`,
      action: 'addUser',
      subject: `user:${budi.id}`,
      before: null,
      after: kept,
    },
    {
      actor: `user:${admin.userId}`,
      action: 'changeUser',
      subject: `user:${budi.id}`,
      before: kept,
      after: { ...kept, version: 2, displayName: 'Pak Budi' },
    },
  ]);
});

test('a new password or a stop ends what the user had open, and frees the desk', async () => {
  const server = await runningServer();
  const admin = server.signIn('admin');
  const officer = server.signIn('staff');
  const deskId = server.hall.deskId(1);
  await post(server, `/desks/${deskId}/sign-in`, undefined, officer);

  await patch(server, `/admin/users/${officer.userId}`, { displayName: 'Nama Baru' }, admin);
  expect((await who(server, officer.headers)).status).toBe(200);
  await patch(server, `/admin/users/${officer.userId}`, { password: 'sandi yang baru' }, admin);
  expect((await who(server, officer.headers)).status).toBe(401);
  expect((await post(server, '/session', { username: 'staff.2', password: 'sandi yang baru' })).status).toBe(
    200,
  );

  const deskUser = () =>
    server.hall.store.first(query.selectFrom('desks').select('userId').where('id', '=', deskId))?.userId;
  expect(deskUser()).toBe(officer.userId);
  await patch(server, `/admin/users/${officer.userId}`, { active: false }, admin);
  expect(deskUser()).toBe(null);
  expect(codeOf(await post(server, '/session', { username: 'staff.2', password: 'sandi yang baru' }))).toBe(
    'bad_credentials',
  );
});

test('the last active admin stays one', async () => {
  const server = await runningServer();
  const admin = server.signIn('admin');
  const path = `/admin/users/${admin.userId}`;
  for (const change of [{ active: false }, { role: 'staff' }]) {
    const refused = await patch(server, path, change, admin);
    expect([refused.status, codeOf(refused)]).toEqual([409, 'last_admin']);
  }
  const other = server.signIn('admin');
  expect((await patch(server, path, { active: false }, other)).status).toBe(200);
  expect(codeOf(await patch(server, `/admin/users/${other.userId}`, { role: 'staff' }, other))).toBe(
    'last_admin',
  );
});

test('a change of one setting leaves the others as they are, and never shows the PIN', async () => {
  const server = await runningServer();
  const admin = server.signIn('admin');
  const read = async () => await server.send({ path: '/api/v1/admin/settings', headers: admin.headers });
  const before = await read();
  const changed = await patch(
    server,
    '/admin/settings',
    { priorityRatio: 3, exitPin: '2468' },
    admin,
    String(before.headers.etag),
  );
  expect(changed.json).toEqual({
    ...(before.json as object),
    version: 3,
    priorityRatio: 3,
    exitPinSet: true,
  });
  expect((await read()).json).toEqual(changed.json);
  expect(JSON.stringify(audit(server))).not.toMatch(/2468|scrypt/);

  const late = await patch(server, '/admin/settings', { city: 'X' }, admin, String(before.headers.etag));
  expect(codeOf(late)).toBe('changed_meanwhile');
  const practice = await patch(server, '/admin/settings', { practice: true }, admin);
  expect(practice.json).toMatchObject({ code: 'invalid_request', errors: [{ path: 'practice' }] });
  const zone = await patch(server, '/admin/settings', { timezone: 'Asia/Kajen' }, admin);
  expect(zone.json).toMatchObject({ code: 'invalid_request', errors: [{ path: 'timezone' }] });
  expect((await read()).json).toEqual(changed.json);
});
