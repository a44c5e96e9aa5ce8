import { afterAll, beforeAll, expect, test } from 'vitest';
import { driveHall } from '../../scripts/simulate/drive-hall';
import { makeAdmin, password, type Session } from '../support/hall-people';
import { type RunningHall, startHall } from '../support/running-hall';
import { smallHall } from '../support/small-hall';

let hall: RunningHall;
let admin: Session;
beforeAll(async () => {
  hall = await startHall({ site: smallHall });
  admin = await makeAdmin(hall);
});
afterAll(() => hall?.end());

const drive = (more: { readonly password?: string } = {}) =>
  driveHall({
    server: hall.url,
    username: 'budi',
    password,
    kind: 'steady',
    speed: 3_000,
    seed: 1,
    visitors: 60,
    ...more,
  });

test('a day driven at a running hall gives each number once, calls it once, and tells the phones', async () => {
  const driven = await drive();
  expect(driven).toEqual({
    issued: driven.served + driven.noShow,
    turnedAway: expect.any(Number),
    served: expect.any(Number),
    noShow: expect.any(Number),
    givenTwice: [],
    calledTwice: [],
    calledUnheld: [],
    neverCalled: [],
    untold: [],
  });
  expect(driven.issued).toBeGreaterThan(20);
  // Its officers have left their desks.
  const desks = (await admin.request('GET', '/desks')).body as { user: unknown }[];
  expect(desks.filter(({ user }) => user !== null)).toEqual([]);
});

test('who is no admin is refused in words', async () => {
  await expect(drive({ password: 'not the password' })).rejects.toThrow('POST /session: 401');
});
