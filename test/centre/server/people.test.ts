import { expect, test } from 'vitest';
import type { CentreSession, CentreUser } from '../../../electron/contract/centre/people';
import { hasPostgres } from '../../support/postgres-cluster';
import { runningCentre, sessionOf } from '../../support/running-centre';

const api = '/api/v1';
const password = 'sawah hijau luas';

test.skipIf(!hasPostgres)('the first account is made once, with the code of the start', async () => {
  const centre = await runningCentre();
  const body = { username: 'dewi', displayName: 'Dewi', password, centreName: 'Kabupaten Sleman' };
  const setUp = (code: string) => centre.ask(`${api}/setup`, { method: 'POST', body: { ...body, code } });
  expect(await setUp('AAAA-BBBB-CCCC')).toMatchObject({ status: 403, body: { code: 'setup_code_wrong' } });
  const both = await Promise.all([setUp(centre.setUpCode.toLowerCase()), setUp(centre.setUpCode)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
  const made = both.find(({ status }) => status === 201);
  const session = made?.body as CentreSession;
  expect(session).toEqual({
    user: { id: session.user.id, username: 'dewi', displayName: 'Dewi', role: 'admin', hallIds: null },
  });
  expect((await centre.ask(`${api}/site`)).body).toMatchObject({ setUp: true, name: 'Kabupaten Sleman' });
  const token = made ? sessionOf(made) : '';
  expect((await centre.ask(`${api}/session`, { as: token })).body).toEqual(session);
  await centre.ask(`${api}/session`, { method: 'DELETE', as: token });
  expect((await centre.ask(`${api}/session`, { as: token })).status).toBe(401);
});

test.skipIf(!hasPostgres)('a given password must be changed before anything else', async () => {
  const centre = await runningCentre();
  const admin = await centre.person('admin');
  const added = await centre.ask(`${api}/people`, {
    method: 'POST',
    as: admin,
    body: { username: 'budi', displayName: 'Budi', role: 'manager' },
  });
  const given = added.body as { password: string; user: CentreUser };
  const signIn = (word: string) =>
    centre.ask(`${api}/session`, { method: 'POST', body: { username: 'budi', password: word } });
  const first = sessionOf(await signIn(given.password));
  expect((await centre.ask(`${api}/session`, { as: first })).body).toMatchObject({
    mustChangePassword: true,
  });
  const change = (body: object) => centre.ask(`${api}/session/password`, { method: 'POST', as: first, body });
  expect((await change({ current: 'wrong', password })).body).toMatchObject({ code: 'password_wrong' });
  expect((await change({ current: given.password, password: 'password123' })).status).toBe(400);
  expect((await change({ current: given.password, password })).status).toBe(204);
  expect((await centre.ask(`${api}/session`, { as: first })).body).not.toHaveProperty('mustChangePassword');
  expect((await signIn(given.password)).status).toBe(401);
});

test.skipIf(!hasPostgres)('the last admin stays one, and who is removed is signed out', async () => {
  const centre = await runningCentre();
  const admin = await centre.person('admin');
  const other = await centre.person('viewer');
  const { body } = await centre.ask(`${api}/people`, { as: admin });
  const { people } = body as { people: CentreUser[] };
  const idOf = (role: string) => people.find((each) => each.role === role)?.id;
  const remove = (id: string | undefined) =>
    centre.ask(`${api}/people/${id}`, { method: 'DELETE', as: admin });
  expect((await remove(idOf('admin'))).body).toMatchObject({ code: 'last_admin' });
  expect((await remove(idOf('viewer'))).status).toBe(204);
  expect((await centre.ask(`${api}/session`, { as: other })).status).toBe(401);
  const demoted = { method: 'PATCH', as: admin, body: { role: 'manager' } };
  expect((await centre.ask(`${api}/people/${idOf('admin')}`, demoted)).status).toBe(409);
});

// Each guess takes a processor as long as a password's hash is meant to.
test.skipIf(!hasPostgres)('a guesser is held up, and not everybody else', { tags: ['long'] }, async () => {
  const centre = await runningCentre();
  const guess = (username: string) =>
    centre.ask(`${api}/session`, { method: 'POST', body: { username, password: 'x' } });
  const answers: number[] = [];
  for (let at = 0; at < 6; at += 1) answers.push((await guess('dewi')).status);
  expect(answers).toEqual([401, 401, 401, 401, 401, 429]);
  expect((await guess('budi')).status).toBe(401);
  centre.time += 6 * 60_000;
  expect((await guess('dewi')).status).toBe(401);
});

test.skipIf(!hasPostgres)('a request by a foreign name or page is refused', async () => {
  const centre = await runningCentre();
  const admin = await centre.person('admin');
  const foreign = { origin: 'https://elsewhere.example' };
  expect((await centre.ask(`${api}/people`, { as: admin, headers: foreign })).status).toBe(403);
  const without = await fetch(`${centre.url}${api}/session`, {
    method: 'DELETE',
    headers: { cookie: `antre_centre=${admin}` },
  });
  expect(without.status).toBe(403);
});
