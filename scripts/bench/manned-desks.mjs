import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask } from '../requests.ts';

const password = 'bench password';

/** Signs the admin in that `manDesks` made; returns the cookie. */
export async function signInAdmin({ url }) {
  return (await ask(url, '', 'POST', '/session', { username: 'bench', password })).cookie;
}

/**
 * Makes the first admin, and an officer for each of so many desks of the practice site, who sits there with so many
 * visitors waiting for them.
 */
export async function manDesks({ url, dataDir }, desksWanted, visitorsADesk) {
  const code = readFileSync(join(dataDir, 'setup-code'), 'utf8').trim();
  const admin = await ask(url, '', 'POST', '/setup', {
    code,
    username: 'bench',
    password,
    displayName: 'Bench',
  });
  const all = (await ask(url, admin.cookie, 'GET', '/desks')).body;
  const desks = [];
  for (const desk of all.slice(0, desksWanted)) {
    const username = `officer-${desk.id}`;
    await ask(url, admin.cookie, 'POST', '/admin/users', {
      username,
      displayName: username,
      role: 'staff',
      password,
      counterIds: [desk.counter.id],
    });
    const { cookie } = await ask(url, '', 'POST', '/session', { username, password });
    await ask(url, cookie, 'POST', `/desks/${desk.id}/sign-in`);
    for (let visitor = 0; visitor < visitorsADesk; visitor += 1) {
      await ask(url, cookie, 'POST', '/walk-ins', { serviceId: desk.serviceIds[0] });
    }
    desks.push({ id: desk.id, counterId: desk.counter.id, serviceId: desk.serviceIds[0], cookie });
  }
  return desks;
}
