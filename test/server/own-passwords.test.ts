import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashMadeSecret } from '../../electron/actions/accounts/secret-hash';
import { routes } from '../../electron/contract/routes';
import type { Route } from '../../electron/contract/routes/route';
import { roles } from '../../electron/contract/staff';
import { isCommonPassword } from '../../electron/server/common-passwords';
import { query } from '../../electron/store/store';
import { adminRequests } from '../support/admin-requests';
import type { RawAnswer } from '../support/raw-request';
import { runningServer, type TestServer } from '../support/running-server';

const given = 'k7fm-3xqa-9hwc';
const own = 'sandi saya sendiri 7';
const codeOf = (answer: RawAnswer) => (answer.json as { readonly code?: string } | undefined)?.code;

/** An officer whose password is the given one; quick to check, and as an admin has left it. */
async function officerWithGiven(server: TestServer): Promise<number> {
  const { userId } = server.signIn('staff');
  const passwordHash = await hashMadeSecret(given);
  server.hall.store.write((transaction) => {
    const change = { username: 'budi', passwordHash, mustChangePassword: 1 } as const;
    transaction.run(query.updateTable('users').set(change).where('id', '=', userId));
    transaction.run(query.deleteFrom('sessions').where('userId', '=', userId));
  });
  return userId;
}

async function signIn(server: TestServer, password: string, headers: Readonly<Record<string, string>> = {}) {
  const answer = await server.send({
    method: 'POST',
    path: '/api/v1/session',
    headers,
    body: { username: 'budi', password },
  });
  const cookie = String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? '';
  return { answer, headers: { cookie, origin: server.url } };
}

const change = (server: TestServer, headers: Readonly<Record<string, string>>, body: unknown) =>
  server.send({ method: 'POST', path: '/api/v1/session/password', headers, body });

test('with a given password nothing can be done but to make an own one', async () => {
  const server = await runningServer();
  await officerWithGiven(server);
  const { answer, headers } = await signIn(server, given);
  expect(answer.json).toMatchObject({ user: { username: 'budi' }, mustChangePassword: true });

  const faults: string[] = [];
  for (const route of Object.values(routes) as Route[]) {
    const free = route.callers.some((caller) => ['anyone', 'holder'].includes(caller));
    if (free || route.beforeOwnPassword || !route.callers.includes('staff')) continue;
    const path = `/api/v1${route.path.replace(/:\w+/g, '1')}`;
    const refused = await server.send({ method: route.method, path, headers });
    if (codeOf(refused) !== 'password_change_needed')
      faults.push(`${route.method} ${path} ${refused.status}`);
  }
  expect(faults).toEqual([]);
  const stream = await server.send({ path: '/api/v1/events?topics=counter:1', headers });
  expect(stream.status).toBe(403);

  expect((await change(server, headers, { current: given, password: own })).status).toBe(204);
  const session = await server.send({ path: '/api/v1/session', headers });
  expect(session.json).not.toHaveProperty('mustChangePassword');
  expect((await server.send({ path: '/api/v1/desks', headers })).status).toBe(200);
  expect((await signIn(server, given)).answer.status).toBe(401);
  expect((await signIn(server, own)).answer.json).not.toHaveProperty('mustChangePassword');
});

test('an own password is changed by the present one alone, and ends what else was open', async () => {
  const server = await runningServer();
  await officerWithGiven(server);
  const here = await signIn(server, given);
  const there = await signIn(server, given);
  expect(
    codeOf(await change(server, here.headers, { current: 'tidak tahu sama sekali', password: own })),
  ).toBe('password_wrong');
  const refused = await Promise.all([
    change(server, here.headers, { current: given, password: given }),
    change(server, here.headers, { current: given, password: 'qwertyuiop' }),
    change(server, here.headers, { current: given, password: 'pendek' }),
  ]);
  expect(refused.map((answer) => [answer.status, codeOf(answer)])).toEqual(
    Array(3).fill([400, 'invalid_request']),
  );
  expect((await change(server, here.headers, { current: given, password: own })).status).toBe(204);
  const statusOf = async ({ headers }: typeof here) =>
    (await server.send({ path: '/api/v1/session', headers })).status;
  expect([await statusOf(here), await statusOf(there)]).toEqual([200, 401]);
  const told = JSON.stringify(server.hall.store.all(query.selectFrom('audit').selectAll()));
  expect(told).toContain('changeOwnPassword');
  expect(told).not.toContain(own);
});

test('the present password is guessed as seldom as at signing in', async () => {
  const server = await runningServer();
  await officerWithGiven(server);
  const { headers } = await signIn(server, given);
  const codes = [];
  for (let guess = 0; guess < 6; guess += 1) {
    codes.push(codeOf(await change(server, headers, { current: `tebakan ${guess}`, password: own })));
  }
  expect(codes).toEqual([...Array(5).fill('password_wrong'), 'too_many_requests']);
});

test('signing in anew ends what the browser was signed in by, and no other', async () => {
  const server = await runningServer();
  await officerWithGiven(server);
  const elsewhere = await signIn(server, given);
  const before = await signIn(server, given);
  const now = await signIn(server, given, { cookie: before.headers.cookie });
  const statuses = await Promise.all(
    [elsewhere, before, now].map(
      async ({ headers }) => (await server.send({ path: '/api/v1/session', headers })).status,
    ),
  );
  expect(statuses).toEqual([200, 401, 200]);
});

test('a session ends 16 hours after it began, however much it was used', async () => {
  const server = await runningServer();
  for (const role of roles) {
    const { headers } = server.signIn(role);
    const status = async () => (await server.send({ path: '/api/v1/session', headers })).status;
    for (let quarter = 0; quarter < 63; quarter += 1) {
      server.hall.clock.advance({ minutes: 15 });
      expect(await status()).toBe(200);
    }
    server.hall.clock.advance({ minutes: 15 });
    expect(await status()).toBe(401);
  }
});

test('passwords that are guessed first are known, and a sentence is none of them', async () => {
  const common = [
    '1234567890',
    'Qwertyuiop',
    ' PASSWORD123 ',
    'aaaaaaaaaaaa',
    'abcabcabcabc',
    'budi.santoso',
  ];
  for (const each of common)
    expect([each, await isCommonPassword(each, 'Budi.Santoso')]).toEqual([each, true]);
  for (const each of ['kata sandi panjang', given, own, 'a long enough password']) {
    expect([each, await isCommonPassword(each, 'budi.santoso')]).toEqual([each, false]);
  }
});

test('nobody is given a password that is guessed first, by whatever way', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const person = {
    username: 'siti',
    displayName: 'Siti',
    role: 'staff',
    wholeHall: true,
    password: 'password123',
  };
  const code = await admin.post('/users', person);
  const csv = 'nama;nama_pengguna;peran;instansi;kata_sandi\nSiti;siti;petugas;seluruh balai;password123';
  const listed = await admin.post('/users/import/preview', { csv });
  expect([code.status, listed.json]).toEqual([
    400,
    expect.objectContaining({
      faults: [{ line: 2, column: 'kata_sandi', kind: 'common_password', value: '' }],
    }),
  ]);
  expect((await admin.post('/users/import', { csv })).status).toBe(400);
});

test('a restored copy wakes nobody who was switched off since, and brings no old password back', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const idOf = async (username: string) => {
    const made = await admin.post('/users', {
      username,
      displayName: username,
      role: 'staff',
      wholeHall: true,
      password: 'kata sandi panjang',
    });
    return (made.json as { readonly id: string }).id;
  };
  const [stopped, removed, changed] = [await idOf('berhenti'), await idOf('dihapus'), await idOf('ganti')];
  const { id } = (await admin.post('/backups')).json as { readonly id: string };
  server.hall.clock.advance({ minutes: 1 });
  await admin.patch(`/users/${stopped}`, { active: false });
  await admin.remove(`/users/${removed}`);
  await admin.patch(`/users/${changed}`, { password: 'kata sandi yang lain' });
  const hashOf = () =>
    server.hall.store.first(
      query.selectFrom('users').select('passwordHash').where('id', '=', Number(changed)),
    )?.passwordHash;
  const hash = hashOf();
  expect((await admin.post(`/backups/${id}/restore`)).status).toBe(200);
  const users = server.hall.store.all(query.selectFrom('users').select(['username', 'active']));
  const activeOf = (username: string) => users.find((each) => each.username === username)?.active;
  expect([activeOf('berhenti'), activeOf('dihapus'), activeOf('ganti')]).toEqual([0, 0, 1]);
  expect(hashOf()).toBe(hash);
});

test('whatever was done to people since a copy, after it is restored nobody is let in who no longer was', async () => {
  const server = await runningServer();
  const admin = adminRequests(server);
  const act = fc.record({
    who: fc.nat({ max: 2 }),
    what: fc.constantFrom('off' as const, 'on' as const, 'remove' as const, 'rename' as const),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 8 }), async (acts) => {
      const people = Array.from({ length: 3 }, () => ({
        id: server.signIn('staff').userId,
        isIn: true,
        isGone: false,
      }));
      const { id } = (await admin.post('/backups')).json as { readonly id: string };
      server.hall.clock.advance({ seconds: 1 });
      for (const { who, what } of acts) {
        const person = people[who];
        if (!person || person.isGone) continue;
        if (what === 'remove') {
          const { status } = await admin.remove(`/users/${person.id}`);
          expect(status).toBe(204);
          person.isGone = true;
          person.isIn = false;
        } else if (what === 'rename')
          await admin.patch(`/users/${person.id}`, { displayName: `Nama ${who}` });
        else {
          await admin.patch(`/users/${person.id}`, { active: what === 'on' });
          person.isIn = what === 'on';
        }
      }
      expect((await admin.post(`/backups/${id}/restore`)).status).toBe(200);
      const active = (userId: number) =>
        server.hall.store.first(query.selectFrom('users').select('active').where('id', '=', userId))
          ?.active ?? 0;
      expect(people.map((person) => active(person.id))).toEqual(people.map(({ isIn }) => (isIn ? 1 : 0)));
    }),
    { numRuns: 12 },
  );
});
