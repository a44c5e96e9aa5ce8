import fc from 'fast-check';
import pino from 'pino';
import { expect, test } from 'vitest';
import { recordAudit } from '../../electron/actions/accounts/record-audit';
import { createActionRunner } from '../../electron/actions/action-runner';
import { endDay } from '../../electron/actions/end-day';
import { machineClock } from '../../electron/clock';
import { localInstant } from '../../electron/queue/local-instant';
import { businessDateAt } from '../../electron/store/business-date';
import { keepHall } from '../../electron/store/hall';
import { importConfiguration } from '../../electron/store/import-configuration';
import { query } from '../../electron/store/store';
import { HallTime, isDateSure } from '../../electron/time/hall-time';
import { takePrinted } from '../support/issue';
import { movableClock } from '../support/movable-clock';
import { smallHall } from '../support/small-hall';
import { temporaryStore } from '../support/temporary-store';
import { testHall } from '../support/test-hall';

const zone = 'Asia/Jakarta';
const begun = '2026-11-24T09:00+07:00';

/** A hall's time over a computer whose clock is set by hand, in a database that outlives the process. */
function hallTime(moment = begun) {
  const store = temporaryStore();
  const clock = movableClock(moment);
  const open = () =>
    new HallTime({ machine: clock.machine, store, timezone: () => zone, log: pino({ level: 'silent' }) });
  let time = open();
  return {
    clock,
    store,
    get time() {
      return time;
    },
    /** The machine is off for a while; null: only Antre is started again. */
    restart: (off: { readonly days?: number; readonly hours?: number } | null, set = {}) => {
      time.keep();
      if (off) {
        clock.advance(off);
        clock.switchOn();
      }
      clock.jump(set);
      time = open();
    },
    /** Antre ends without a word and is started again. */
    kill: () => {
      time = open();
    },
    shown: () => localInstant(time.now(), zone).slice(0, 16),
    kind: () => time.doubt()?.kind ?? null,
  };
}

test('small corrections, sleep and nights are followed without a word', () => {
  const { clock, shown, kind, restart } = hallTime();
  clock.jump({ minutes: -8 });
  expect([shown(), kind()]).toEqual(['2026-11-24T08:52', null]);
  clock.jump({ minutes: 9 });
  restart({ hours: 14 });
  expect([shown(), kind()]).toEqual(['2026-11-24T23:01', null]);
  restart({ days: 12 });
  expect([shown(), kind()]).toEqual(['2026-12-06T23:01', null]);
});

test('corrections that were followed one after another are no jump to a start that comes at once', () => {
  const hall = hallTime();
  hall.time.tick();
  for (const minutes of [6, 6]) {
    hall.clock.jump({ minutes });
    hall.time.tick();
  }
  hall.kill();
  expect([hall.shown(), hall.kind()]).toEqual(['2026-11-24T09:12', null]);
});

test.each([{ years: 1 }, { days: 1 }, { hours: 3 }, { hours: -2 }, { days: -1 }, { years: -16 }])(
  'a clock set by %o while Antre runs is not followed, also after a restart, until it is right again',
  (by) => {
    const hall = hallTime();
    hall.clock.advance({ minutes: 1 });
    hall.clock.jump(by);
    expect([hall.shown(), hall.kind()]).toEqual(['2026-11-24T09:01', 'held']);
    hall.clock.advance({ hours: 1 });
    hall.restart(null);
    hall.clock.advance({ minutes: 5 });
    expect([hall.shown(), hall.kind()]).toEqual(['2026-11-24T10:06', 'held']);
    // The machine is switched off for a night: its clock goes on being wrong by as much.
    hall.restart({ hours: 14 });
    expect([hall.shown(), hall.kind()]).toEqual(['2026-11-25T00:06', 'held']);
    hall.clock.jump(Object.fromEntries(Object.entries(by).map(([unit, count]) => [unit, -count])));
    expect([hall.shown(), hall.kind()]).toEqual(['2026-11-25T00:06', null]);
  },
);

test('a machine that slept wakes at the right time', () => {
  const { clock, shown, kind } = hallTime();
  const asleep = { passed: 0 };
  const machine = { ...clock.machine, passed: () => clock.machine.passed() - asleep.passed };
  const time = new HallTime({
    machine,
    store: temporaryStore(),
    timezone: () => zone,
    log: pino({ level: 'silent' }),
  });
  clock.advance({ hours: 15 });
  asleep.passed = 15 * 3_600_000;
  expect([localInstant(time.now(), zone).slice(0, 16), time.doubt()]).toEqual(['2026-11-25T00:00', null]);
  expect([shown(), kind()]).toEqual(['2026-11-25T00:00', null]);
});

test.each([
  ['an empty battery', { years: -16 }],
  ['a clock of yesterday', { hours: -20 }],
  ['a wrong year', { years: 1 }],
])(
  'after %s the hall stays on its date until the computer or others tell a time that can be',
  (_name, set) => {
    const hall = hallTime();
    hall.restart({ hours: 14 }, set);
    expect([hall.shown(), hall.kind()]).toEqual(['2026-11-24T09:00', 'unknown']);
    hall.clock.advance({ hours: 40 });
    expect([hall.shown(), hall.kind()]).toEqual(['2026-11-24T23:59', 'unknown']);
    // One computer alone proves nothing, and the same one twice is one.
    const right = () => hall.clock.now() - offset;
    const offset = hall.clock.now() - Date.parse('2026-11-26T15:00+07:00');
    hall.time.heard('10.0.0.7', right());
    hall.time.heard('10.0.0.7', right());
    expect(hall.kind()).toBe('unknown');
    hall.time.heard('10.0.0.8', right() + 60_000);
    expect([hall.shown(), hall.kind()]).toEqual(['2026-11-26T15:01', 'held']);
    hall.clock.jump({ milliseconds: -offset });
    expect([hall.shown(), hall.kind()]).toEqual(['2026-11-26T15:00', null]);
  },
);

test('a new hall on a machine whose clock stands in the past is in doubt until it is set', () => {
  const { clock, kind } = hallTime('2010-01-01T00:00+07:00');
  expect(kind()).toBe('unknown');
  clock.jump({ years: 16, months: 10 });
  expect(kind()).toBeNull();
});

test('a jump is followed once a time server keeps the clock, or most of the others show the same; not one alone', async () => {
  const hall = hallTime();
  hall.clock.jump({ hours: 5 });
  await hall.time.look();
  expect(hall.kind()).toBe('held');
  hall.time.heard('10.0.0.7', hall.clock.now());
  expect(hall.kind()).toBe('held');
  hall.clock.synchronised = true;
  // The others speak louder: a time server may be wrong, and two that differ prove nothing.
  hall.time.heard('10.0.0.8', hall.time.now());
  hall.time.heard('10.0.0.9', hall.time.now());
  await hall.time.look();
  expect([hall.shown(), hall.kind()]).toEqual(['2026-11-24T09:00', 'held']);
  hall.clock.advance({ minutes: 11 });
  await hall.time.look();
  expect([hall.shown(), hall.kind()]).toEqual(['2026-11-24T14:11', null]);
});

test('others that agree on another time make the date doubtful, until an admin says that they are wrong', () => {
  const hall = hallTime();
  const tell = () => {
    for (const machine of ['a', 'b', 'c']) hall.time.heard(machine, hall.time.now() - 86_400_000);
  };
  tell();
  expect([hall.kind(), isDateSure(hall.store, hall.time, zone)]).toEqual(['others', false]);
  hall.time.follow(() => null);
  tell();
  expect([hall.kind(), isDateSure(hall.store, hall.time, zone)]).toEqual([null, true]);
  // Once they have agreed, what they show next is listened to again.
  for (const machine of ['a', 'b', 'c']) hall.time.heard(machine, hall.time.now());
  expect(hall.kind()).toBeNull();
  tell();
  expect(hall.kind()).toBe('others');
});

test('no time server and no others lead the hall back behind a date on which it gave numbers', async () => {
  const hall = testHall();
  takePrinted(hall, hall.serviceId('A'));
  hall.clock.jump({ days: -2 });
  hall.clock.synchronised = true;
  for (const machine of ['a', 'b', 'c']) hall.time.heard(machine, hall.clock.now());
  await hall.time.look();
  expect(hall.time.doubt()?.kind).toBe('held');
  // Two days later the same proof is of the date of those numbers, and is followed.
  hall.clock.advance({ days: 2 });
  for (const machine of ['a', 'b', 'c']) hall.time.heard(machine, hall.clock.now());
  expect(hall.time.doubt()).toBeNull();
});

test('an admin’s word that fails on the way changes nothing', () => {
  const hall = hallTime();
  hall.clock.jump({ years: 1 });
  expect(hall.shown()).toBe('2026-11-24T09:00');
  expect(() =>
    hall.time.follow(() => {
      throw new Error('the disk is full');
    }),
  ).toThrow('the disk is full');
  expect([hall.shown(), hall.kind()]).toEqual(['2026-11-24T09:00', 'held']);
  expect([hall.time.follow(() => hall.shown()), hall.kind()]).toEqual(['2027-11-24T09:00', null]);
});

test('a clock that is wrong for one tap begins no date, and nothing of it is left', () => {
  const hall = testHall();
  const time = new HallTime({
    machine: hall.clock.machine,
    store: hall.store,
    timezone: () => zone,
    log: pino({ level: 'silent' }),
  });
  const date = () => businessDateAt(hall.store, time.now(), zone);
  hall.clock.jump({ years: 1 });
  expect([date(), isDateSure(hall.store, time, zone)]).toEqual(['2026-11-24', true]);
  hall.clock.jump({ years: -1 });
  takePrinted(hall, hall.serviceId('A'));
  expect(hall.act({ kind: 'system' }, endDay)).toEqual({ ended: 0, desksFreed: 0 });
  expect(date()).toBe('2026-11-24');
});

test('acts are written down while the clock of a real machine is held off', () => {
  let shift = 0;
  const store = temporaryStore();
  importConfiguration(store, smallHall, 0);
  const time = new HallTime({
    machine: { ...machineClock, wall: () => machineClock.wall() + shift },
    store,
    timezone: () => zone,
    log: pino({ level: 'silent' }),
  });
  shift = 365 * 86_400_000;
  const actionRunner = createActionRunner({ store, clock: time, hall: keepHall(store) });
  const kept = actionRunner.run({ kind: 'system' }, (context) => {
    recordAudit(context, { action: 'makeBackup', subject: 'backup:one' });
    return context.transaction.first(query.selectFrom('audit').select('at'))?.at;
  });
  expect(time.doubt()?.kind).toBe('held');
  expect(kept).toBeLessThan(Date.now() + 60_000);
});

test('whatever is done to the clock, the hall’s date never goes back, and is the true one once the clock is right', () => {
  const step = fc.oneof(
    fc.record({ pass: fc.integer({ min: 0, max: 30 * 3_600_000 }) }),
    fc.record({ jump: fc.integer({ min: -800 * 86_400_000, max: 800 * 86_400_000 }) }),
    fc.record({ jump: fc.integer({ min: -3 * 86_400_000, max: 3 * 86_400_000 }) }),
    fc.record({
      off: fc.integer({ min: 0, max: 3 * 86_400_000 }),
      jump: fc.constantFrom(0, 0, -16 * 365 * 86_400_000),
    }),
    fc.constant({ again: true as const }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      const hall = hallTime();
      let truth = hall.clock.now();
      let date = hall.shown().slice(0, 10);
      const look = () => {
        const next = hall.shown().slice(0, 10);
        expect(next >= date).toBe(true);
        // It is behind the truth where the machine was off for a time that nobody can tell, never ahead of it.
        expect(next <= localInstant(truth + 11 * 60_000, zone).slice(0, 10)).toBe(true);
        date = next;
      };
      for (const each of steps) {
        if ('pass' in each) {
          // Antre looks each second; in an hour is often enough here.
          for (let left = each.pass; left > 0; left -= 3_600_000) {
            hall.clock.advance({ milliseconds: Math.min(left, 3_600_000) });
            truth += Math.min(left, 3_600_000);
            look();
          }
        } else if ('again' in each) hall.restart(null);
        else if ('off' in each) {
          const wasRight = hall.kind() === null;
          if (!wasRight) continue;
          hall.restart({}, { milliseconds: each.jump + each.off });
          truth += each.off;
        } else hall.clock.jump({ milliseconds: each.jump });
        look();
      }
      hall.clock.jump({ milliseconds: truth - hall.clock.now() });
      look();
      expect(Math.abs(hall.time.now() - truth)).toBeLessThanOrEqual(60_000);
    }),
    { numRuns: 60 },
  );
});
