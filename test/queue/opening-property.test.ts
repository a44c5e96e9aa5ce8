import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import type { DeskAttendance } from '../../electron/queue/attendance';
import { type OpeningRules, opening } from '../../electron/queue/opening';
import { openingDays, withoutHours } from '../../electron/queue/opening-hours';
import { runCount } from '../support/run-count';

/** Zones with and without changes of clocks: at 1, 2 and 3 o'clock, at midnight, by half an hour, over the date line. */
const zones = [
  'Asia/Jakarta',
  'Europe/Berlin',
  'America/New_York',
  'America/Santiago',
  'Africa/Cairo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Auckland',
  'Pacific/Apia',
  'Etc/UTC',
];

const minutes = fc.integer({ min: 0, max: 24 * 4 }).map((quarters) => quarters * 15);
const text = (value: number) =>
  `${String(Math.floor(value / 60)).padStart(2, '0')}:${String(value % 60).padStart(2, '0')}`;

/** A day of valid hours: an odd number of cuts makes opening, breaks and closing. */
const day = (weekday: number) =>
  fc
    .uniqueArray(minutes, { minLength: 2, maxLength: 6 })
    .map((cuts) => [...cuts].sort((a, b) => a - b))
    .map((cuts) => {
      const [opens = 0, ...rest] = cuts;
      const closes = rest.at(-1) ?? opens;
      const inner = rest.slice(0, -1);
      const breaks = inner.flatMap((from, index) => {
        const to = inner[index + 1];
        return index % 2 === 0 && to !== undefined ? [{ from: text(from), to: text(to) }] : [];
      });
      return { weekday, opens: text(opens), closes: text(closes), breaks };
    });
const week = fc
  .subarray([1, 2, 3, 4, 5, 6, 7])
  .chain((weekdays) => fc.tuple(...weekdays.map((weekday) => day(weekday))));
const hours = fc.record({ week, lastTicketMinutesBefore: fc.constantFrom(0, 0, 15, 60, 240) });

/** Around the changes of clocks of 2026, and ordinary days. */
const start = fc
  .tuple(
    fc.constantFrom('2026-03-07', '2026-03-28', '2026-04-04', '2026-09-05', '2026-10-24', '2026-11-24'),
    fc.integer({ min: 0, max: 3 * 24 * 60 }),
  )
  .map(([date, offset]) => DateTime.fromISO(date, { zone: 'utc' }).plus({ minutes: offset }).toMillis());

const closure = fc
  .tuple(
    fc.constantFrom('hall', 'counter:1', 'counter:2', 'service:7'),
    fc.integer({ min: -3, max: 12 }),
    // Null: until further notice. 2,900,000 days are nearly to the end of the year 9999.
    fc.oneof({ weight: 6, arbitrary: fc.nat(9) }, fc.constantFrom(null, 2_900_000)),
    fc.option(week),
  )
  .map(([scope, after, length, other]) => ({ scope, after, length, week: other }));

const question = fc
  .record({
    zone: fc.constantFrom(...zones),
    now: start,
    hall: hours,
    counter: fc.option(hours),
    service: fc.option(hours),
    closures: fc.array(closure, { maxLength: 3 }),
  })
  .map(({ zone, now, hall, counter, service, closures }) => {
    const date = (days: number) => DateTime.fromMillis(now, { zone }).plus({ days }).toFormat('yyyy-MM-dd');
    const rules: OpeningRules = {
      settings: {
        timezone: zone,
        practice: false,
        graceMinutes: 0,
        absentGivesNumbers: false,
        numbersEnd: 'fixed',
        hallStop: null,
      },
      counter: new Map(),
      hours: new Map([
        ['hall', hall],
        ...(counter ? [['counter:1', counter] as const] : []),
        ...(service ? [['service:7', service] as const] : []),
      ]),
      closures: closures.map(({ scope, after, length, week: other }) => ({
        scope,
        fromDate: date(after),
        toDate: length === null ? null : date(after + length),
        reason: { id: scope, en: '', jv: '' },
        week: other,
      })),
    };
    return { rules, now };
  });

const service = { id: 7, counterId: 1, quotaPerDay: null, paused: false, stop: null };
const decide = (rules: OpeningRules, now: number) =>
  opening(rules, service, {
    now,
    businessDate: '2026-01-01',
    issued: 0,
    desks: [{ isManned: true, leftAt: null, pause: null }],
  });
const minute = 60_000;

test('status and spans agree all through two days, whatever clocks do', () => {
  fc.assert(
    fc.property(question, ({ rules, now }) => {
      const zone = rules.settings.timezone;
      const first = Math.floor(now / minute) * minute;
      const days = new Map(openingDays(rules, service, first, 4).map((each) => [each.date, each.spans]));
      for (let moment = first; moment < first + 2 * 24 * 60 * minute; moment += 15 * minute) {
        const local = DateTime.fromMillis(moment, { zone });
        const clock = local.toFormat('HH:mm');
        const inSpan = (days.get(local.toFormat('yyyy-MM-dd')) ?? []).some(
          ({ opens, closes }) => opens <= clock && clock < closes,
        );
        if ((decide(rules, moment).status === 'open') !== inSpan) {
          expect({ at: local.toISO(), status: decide(rules, moment).status }).toEqual({ inSpan });
        }
      }
    }),
    { numRuns: runCount(16) },
  );
});

test('opensAt is the first minute after now at which it is open', () => {
  fc.assert(
    fc.property(question, ({ rules, now }) => {
      const first = Math.floor(now / minute) * minute;
      const { status, opensAt } = decide(rules, first);
      if (status === 'open') {
        expect(opensAt).toBeNull();
        return;
      }
      const horizon = first + 9 * 24 * 60 * minute;
      const until = Math.min(opensAt ?? horizon, horizon);
      // Openings fall on whole quarters of an hour, as changes of clocks do: none lies between.
      for (let moment = first; moment < until; moment += 15 * minute) {
        if (decide(rules, moment).status === 'open') {
          expect({ openAt: moment, said: opensAt, asked: first }).toBeNull();
        }
      }
      if (opensAt !== null) expect(decide(rules, opensAt).status).toBe('open');
    }),
    { numRuns: runCount(16) },
  );
});

test('a break lies between two openings of one day; closed does not', () => {
  fc.assert(
    fc.property(question, ({ rules, now }) => {
      const zone = rules.settings.timezone;
      const { status, opensAt } = decide(rules, now);
      if (status === 'open') return;
      const local = DateTime.fromMillis(now, { zone });
      const laterToday = opensAt !== null && DateTime.fromMillis(opensAt, { zone }).hasSame(local, 'day');
      if (status === 'break') expect(laterToday).toBe(true);
    }),
    { numRuns: runCount(120) },
  );
});

test('a wider closure, other hours or not, never opens a moment that hours of its own leave shut', () => {
  const wider = (rules: OpeningRules) => {
    const own = rules.hours.has('service:7')
      ? ['hall', 'counter:1']
      : rules.hours.has('counter:1')
        ? ['hall']
        : [];
    return { ...rules, closures: rules.closures.filter(({ scope }) => own.includes(scope)) };
  };
  fc.assert(
    fc.property(question, ({ rules, now }) => {
      const closed = wider(rules);
      const usual = openingDays({ ...rules, closures: [] }, service, now, 14);
      for (const [index, { spans }] of openingDays(closed, service, now, 14).entries()) {
        for (const span of spans) {
          const within = usual[index]?.spans.some(
            ({ opens, closes }) => opens <= span.opens && span.closes <= closes,
          );
          if (closed.closures.length > 0 && !within) expect({ span, usual: usual[index] }).toBeNull();
        }
      }
    }),
    { numRuns: runCount(150) },
  );
});

test('a service lacks hours where a year gives no number and not each of its days is closed', () => {
  const services = [service, { ...service, id: 8 }, { ...service, id: 9, counterId: 2 }];
  const never = { week: [], lastTicketMinutesBefore: 0 };
  fc.assert(
    fc.property(question, fc.boolean(), ({ rules, now }, hallHasNone) => {
      const asked = hallHasNone ? { ...rules, hours: new Map([...rules.hours, ['hall', never]]) } : rules;
      const lacks = withoutHours(asked, now);
      for (const each of services) {
        const days = openingDays(asked, each, now, 366);
        const isMeant = days.every(({ reason }) => reason !== null);
        expect(lacks(each)).toBe(!isMeant && days.every(({ spans }) => spans.length === 0));
      }
    }),
    { numRuns: runCount(50) },
  );
});

test('no visitor is shown open what nobody can serve by the rules that the hall set', () => {
  const ago = fc.integer({ min: 0, max: 120 });
  const desk = fc.record({
    isManned: fc.boolean(),
    left: fc.option(ago),
    paused: fc.option(fc.record({ ago, lasts: fc.option(fc.integer({ min: 1, max: 120 })) })),
  });
  const given = fc.record({
    question,
    desks: fc.array(desk, { maxLength: 3 }),
    graceMinutes: fc.constantFrom(0, 15, 30, 240),
    absentGivesNumbers: fc.boolean(),
  });
  fc.assert(
    fc.property(given, ({ question: { rules, now }, desks, graceMinutes, absentGivesNumbers }) => {
      const attendance = desks.map(
        ({ isManned, left, paused }): DeskAttendance => ({
          isManned,
          leftAt: left === null ? null : now - left * minute,
          pause: paused && {
            since: now - paused.ago * minute,
            until: paused.lasts === null ? null : now + (paused.lasts - paused.ago) * minute,
          },
        }),
      );
      const settings = { ...rules.settings, graceMinutes, absentGivesNumbers };
      const decideAt = (moment: number, given: readonly DeskAttendance[]) =>
        opening({ ...rules, settings }, service, {
          now: moment,
          businessDate: '2026-01-01',
          issued: 0,
          desks: given,
        });
      const found = decideAt(now, attendance);
      const works = attendance.some(({ isManned, pause }) => isManned && pause === null);
      const isOpenByHours = decide(rules, now).status === 'open';
      expect(found.status === 'open' && !isOpenByHours).toBe(false);
      if (!isOpenByHours) return;
      // Whoever works there serves, and nobody else does.
      expect(found.state === 'serving').toBe(works);
      if (works || absentGivesNumbers) {
        expect(found.status).toBe('open');
        return;
      }
      // Numbers are given only where somebody was there, promised to be, or the hours began, within the grace.
      // A return that was said counts as the last moment somebody was there.
      const awaySince = desks.map(({ isManned, left, paused }) =>
        isManned && paused ? paused.ago - (paused.lasts ?? 0) : (left ?? Infinity),
      );
      const wasHere = awaySince.some((minutes) => minutes < graceMinutes);
      // Openings fall on whole quarters of an hour, and so does what lies between two.
      const quarters = Array.from({ length: graceMinutes / 15 + 1 }, (_, before) => (before + 1) * 15);
      const justOpened = quarters.some((ago) => decide(rules, now - ago * minute).status !== 'open');
      if (found.status === 'open') expect(wasHere || justOpened).toBe(true);
      else expect(wasHere).toBe(false);
      expect(found.status === 'open').toBe(found.state !== 'absent');
    }),
    { numRuns: runCount(200) },
  );
});
