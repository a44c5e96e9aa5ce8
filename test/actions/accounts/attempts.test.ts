import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkOf } from '../../../electron/actions/accounts/attempt-rule';
import { countAttempt, forgetAttempts } from '../../../electron/actions/accounts/count-attempt';
import { Refusal } from '../../../electron/queue/refusal';
import { query } from '../../../electron/store/store';
import { type TestHall, testHall } from '../../support/test-hall';

const system = { kind: 'system' } as const;
const hour = 3_600_000;
/** What one place may guess at one name within any hour. */
const maxAnHour = 15;

interface Step {
  /** Seconds since the step before. */
  readonly after: number;
  readonly username: string;
  readonly address: string;
  /** The owner mistypes at most this often before the password is right; null: a guesser. */
  readonly mistakes: number | null;
}

const names = ['ibu.admin', 'budi', 'siti'];
const guessers = ['10.0.0.66', '10.0.0.67', 'fd00:0:0:1::66', '::ffff:10.0.0.68'];
const ownAddress = (username: string) => `10.0.1.${names.indexOf(username) + 1}`;

const step: fc.Arbitrary<Step> = fc
  .record({
    after: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 4000 })),
    username: fc.constantFrom(...names),
    guesser: fc.constantFrom(...guessers),
    mistakes: fc.oneof(
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 4 }) },
      { weight: 6, arbitrary: fc.constant(null) },
    ),
  })
  .map(({ guesser, ...each }) => ({
    ...each,
    address: each.mistakes === null ? guesser : ownAddress(each.username),
  }));

function attempt(hall: TestHall, { username, address }: Step): boolean {
  try {
    hall.actionRunner.run(system, (context) => countAttempt(context, { kind: 'sign-in', username, address }));
    return true;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'too_many_requests') return false;
    throw error;
  }
}

test('an owner is locked out by nobody elsewhere, and a guesser has few tries an hour', () => {
  const hall = testHall();
  fc.assert(
    fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
      hall.store.write((transaction) => transaction.run(query.deleteFrom('sign_in_failures')));
      const taken = new Map<string, number[]>();
      for (const each of steps) {
        hall.clock.advance({ seconds: each.after });
        const { mistakes } = each;
        if (mistakes !== null) {
          // The owner is let try each time, and has it right in the end.
          for (let typed = 0; typed <= mistakes; typed += 1) expect(attempt(hall, each)).toBe(true);
          hall.actionRunner.run(system, (context) => forgetAttempts(context, { kind: 'sign-in', ...each }));
          continue;
        }
        const key = `${each.username} ${each.address}`;
        if (attempt(hall, each)) taken.set(key, [...(taken.get(key) ?? []), hall.clock.now()]);
      }
      for (const times of taken.values()) {
        for (const from of times) {
          const within = times.filter((at) => at >= from && at < from + hour).length;
          expect(within).toBeLessThanOrEqual(maxAnHour);
        }
      }
    }),
    { numRuns: 40 },
  );
});

test('who goes on guessing from one place is down to five tries an hour', () => {
  const hall = testHall();
  const guess: Step = { after: 0, username: 'budi', address: '10.0.0.66', mistakes: null };
  const taken = [];
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    for (let time = 0; time < 6; time += 1) if (attempt(hall, guess)) taken.push(minute);
    hall.clock.advance({ minutes: 1 });
  }
  expect(taken.filter((minute) => minute < 60)).toHaveLength(15);
  expect(taken.filter((minute) => minute >= 60).length).toBeLessThanOrEqual(23 * 5);
});

test('guesses at one name from very many places end at a high limit, which is over after a quarter of an hour', () => {
  const hall = testHall();
  const from = (machine: number): Step => ({
    after: 0,
    username: 'budi',
    address: `10.0.2.${machine}`,
    mistakes: null,
  });
  let taken = 0;
  for (let machine = 0; machine < 250; machine += 1) if (attempt(hall, from(machine))) taken += 1;
  expect(taken).toBe(200);
  expect(attempt(hall, { ...from(0), username: 'siti' })).toBe(true);
  hall.clock.advance({ minutes: 16 });
  expect(attempt(hall, { after: 0, username: 'budi', address: ownAddress('budi'), mistakes: 0 })).toBe(true);
});

test('a clock that is set back leaves nobody locked out for years', () => {
  const hall = testHall();
  const guess: Step = { after: 0, username: 'budi', address: '10.0.0.66', mistakes: null };
  for (let time = 0; time < 6; time += 1) attempt(hall, guess);
  expect(attempt(hall, guess)).toBe(false);
  hall.clock.set('2024-11-24T09:00+07:00');
  expect(attempt(hall, guess)).toBe(true);
});

test('all addresses of a machine in IPv6 are one place, and an IPv4 address written as IPv6 is itself', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 }), (parts) => {
      const whole = parts.map((part) => part.toString(16)).join(':');
      // As the system writes it, with its longest run of zeros left out.
      const short = new URL(`http://[${whole}]`).hostname.slice(1, -1);
      const network = parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':');
      if (/^::ffff:/.test(short)) return;
      expect([networkOf(whole), networkOf(short)]).toEqual([network, network]);
    }),
  );
  expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0');
  expect(networkOf('::1')).toBe('0:0:0:0');
  expect(networkOf('::ffff:10.0.0.9')).toBe('10.0.0.9');
  expect(networkOf('10.0.0.9')).toBe('10.0.0.9');
});
