import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { UpdatePlace } from '../../electron/contract/admin-updates';
import { Refusal } from '../../electron/queue/refusal';
import { isResting } from '../../electron/updates/quiet-hours';
import { Updates } from '../../electron/updates/updates';
import { temporaryFolder } from '../support/temporary-store';
import { testHall } from '../support/test-hall';

const at = Date.parse('2026-11-24T09:00:00+07:00');
const newer: UpdatePlace = {
  kind: 'stick',
  where: '/media/stick',
  version: '0.2.0-1',
  isNewer: true,
  fault: null,
  detail: '',
};

/** What root's program left, and the hall's side of it. */
function updatesWith(told: object = {}) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'requests'));
  const tell = (state: object) => writeFileSync(join(folder, 'state.json'), JSON.stringify(state));
  tell({ looked: { at, hasKey: true, places: [newer] }, ...told });
  const updates = new Updates({ folder, version: '0.1.0', timezone: () => 'Asia/Jakarta' });
  const requested = (name = 'request') => {
    const file = join(folder, 'requests', name);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  };
  return { updates, tell, requested };
}

function refusal(act: () => void): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'none';
}

test('where Antre was put on the machine in another way, it says so and takes none', () => {
  const updates = new Updates({ folder: null, version: '0.1.0', timezone: () => 'Asia/Jakarta' });
  expect(updates.state()).toEqual({
    version: '0.1.0',
    canTake: false,
    isLooking: false,
    looked: null,
    tonight: null,
    underWay: null,
    last: null,
  });
  expect([refusal(() => updates.look()), refusal(() => updates.restBegan())]).toEqual(['not_found', 'none']);
});

test('what root’s program tells is told, and a part that can’t be read is as if it weren’t there', () => {
  const last = {
    version: '0.2.0-1',
    from: '0.1.0-1',
    at,
    outcome: 'went_back',
    reason: 'unhealthy',
    detail: 'x',
  };
  const { updates, tell } = updatesWith({ last });
  const { looked, last: told } = updates.state();
  expect(looked).toEqual({ at: '2026-11-24T09:00:00+07:00', hasKey: true, places: [newer] });
  expect(told).toEqual({ ...last, at: '2026-11-24T09:00:00+07:00' });
  tell({ looked: { at, hasKey: true, places: [{ ...newer, kind: 'balloon' }] }, last });
  expect([updates.state().looked, updates.state().last?.outcome]).toEqual([null, 'went_back']);
});

test('a version is asked for once, by its name alone, if it was found and proven', () => {
  const { updates, requested } = updatesWith();
  const faulty = updatesWith({
    looked: {
      at,
      hasKey: true,
      places: [
        { ...newer, fault: 'tampered' },
        { ...newer, isNewer: false },
      ],
    },
  });
  const wish = { version: '0.2.0-1', when: 'now' } as const;
  expect(refusal(() => faulty.updates.take(wish))).toBe('not_found');
  expect(refusal(() => updates.take({ version: '0.3.0-1', when: 'now' }))).toBe('not_found');
  expect(requested()).toBeNull();
  updates.take(wish);
  expect(requested()).toBe('install 0.2.0-1');
  expect([refusal(() => updates.take(wish)), refusal(() => updates.look())]).toEqual(['in_use', 'in_use']);
});

test('one that is for tonight is begun once the hall rests, unless it was left again', () => {
  const { updates, requested } = updatesWith();
  updates.take({ version: '0.2.0-1', when: 'tonight' });
  expect([updates.state().tonight, requested()]).toEqual(['0.2.0-1', null]);
  updates.leave();
  updates.restBegan();
  expect([updates.state().tonight, requested()]).toEqual([null, null]);
  updates.take({ version: '0.2.0-1', when: 'tonight' });
  updates.restBegan();
  expect([updates.state().tonight, requested()]).toEqual([null, 'install 0.2.0-1']);
});

test('that nobody is at a kiosk is told only to an update that waits for it', () => {
  const { updates, tell, requested } = updatesWith();
  updates.kiosksAreFree();
  tell({ underWay: { version: '0.2.0-1', phase: 'preparing', since: at } });
  updates.kiosksAreFree();
  expect(requested('go')).toBeNull();
  tell({ underWay: { version: '0.2.0-1', phase: 'waiting', since: at } });
  updates.kiosksAreFree();
  expect(requested('go')).toBe('');
});

test('the hall rests from two hours after its last number until half an hour before its first', () => {
  const hall = testHall().hall();
  const rules = { ...hall, services: [...hall.service.values()] };
  const rests = (time: string) => isResting(rules, Date.parse(`${time}:00+07:00`));
  // The test hall's counters are open from 8 to 15 o'clock.
  const times = [
    '2026-11-24T07:00',
    '2026-11-24T07:40',
    '2026-11-24T10:00',
    '2026-11-24T16:00',
    '2026-11-24T22:00',
  ];
  expect(times.map(rests)).toEqual([true, false, false, false, true]);
});
