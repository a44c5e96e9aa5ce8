import { expect, onTestFinished, test } from 'vitest';
import { chooseStandby } from '../../electron/actions/admin/choose-standby';
import { makeDevice } from '../../electron/actions/admin/devices';
import type { StandbyReport } from '../../electron/contract/standby';
import { createLog } from '../../electron/log';
import { StandbyWatch } from '../../electron/standby/standby-watch';
import { testHall } from '../support/test-hall';

const minute = 60_000;

test('admins are told what keeps a standby from taking over, but not what passes by itself', () => {
  const hall = testHall();
  let now = 0;
  const watch = new StandbyWatch(
    { store: hall.store, log: createLog('silent'), hall: hall.hall },
    { now: () => 1_000, steady: () => now },
  );
  onTestFinished(() => watch.stop());
  const trouble = () => watch.trouble()?.state ?? null;
  const after = (minutes: number) => {
    now += minutes * minute;
    return trouble();
  };
  expect([watch.state().state, trouble()]).toEqual(['none', null]);
  const id = hall.act({ kind: 'system' }, (context) => {
    const made = makeDevice(context, { kind: 'kiosk', name: 'Dua' });
    chooseStandby(context, made);
    return made;
  });
  expect([trouble(), after(2), after(2)]).toEqual([null, null, 'waiting']);
  const report: StandbyReport = {
    state: 'following',
    generation: watch.feed.place?.generation ?? null,
    sequence: watch.feed.place?.sequence ?? 0,
    heardAt: 1_000,
    copiedBytes: 0,
    totalBytes: 0,
    port: 4180,
  };
  watch.told(report, '10.0.0.9');
  expect([watch.state(), trouble()]).toMatchObject([
    { deviceId: id, state: 'following', address: 'http://10.0.0.9:4180' },
    null,
  ]);
  expect([after(1), watch.state().state, after(2)]).toEqual([null, 'away', 'away']);
  watch.told({ ...report, generation: 'of before' }, '10.0.0.9');
  expect([watch.state().state, trouble()]).toEqual(['behind', null]);
  // What only a person can mend is told at once.
  watch.told({ ...report, state: 'older' }, '10.0.0.9');
  expect(watch.trouble()).toEqual({ deviceId: id, state: 'older' });
  watch.told(report, '10.0.0.9');
  expect(trouble()).toBe(null);
  // Where it stands is for devices to know beforehand: each of them, but not the standby itself, is told that it isn't it.
  expect([watch.newsFor(id), watch.newsFor('kiosk-3')]).toEqual([
    { chosen: true, address: 'http://10.0.0.9:4180', epoch: 1 },
    { chosen: false, address: 'http://10.0.0.9:4180', epoch: 1 },
  ]);
});

test('the kiosk of the main machine itself, or what is no kiosk, can’t stand by for it', () => {
  const hall = testHall();
  const system = { kind: 'system' } as const;
  const display = hall.act(system, (context) => makeDevice(context, { kind: 'display', name: 'TV' }));
  const code = (id: string) => hall.refusal(system, (context) => chooseStandby(context, id)).code;
  expect(['kiosk-1', display, 'kiosk-unknown'].map(code)).toEqual(['in_use', 'not_found', 'not_found']);
});
