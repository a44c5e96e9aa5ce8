import { DateTime } from 'luxon';
import { describe, expect, test } from 'vitest';
import type { DeskAttendance } from '../../electron/queue/attendance';
import {
  counterOpening,
  type Opening,
  type OpeningRules,
  opening,
  openingForWaiting,
} from '../../electron/queue/opening';
import { openingDays } from '../../electron/queue/opening-hours';
import { openingSentence } from '../../electron/queue/opening-sentence';

const weekdays = (days: readonly number[], opens: string, closes: string, breaks: [string, string][] = []) =>
  days.map((weekday) => ({ weekday, opens, closes, breaks: breaks.map(([from, to]) => ({ from, to })) }));
const reason = (id: string) => ({ id, en: id, jv: id });

const hallHours = {
  week: weekdays([1, 2, 3, 4, 5], '08:00', '15:00', [['12:00', '13:00']]),
  lastTicketMinutesBefore: 15,
};
const settings = {
  timezone: 'Asia/Jakarta',
  practice: false,
  graceMinutes: 30,
  absentGivesNumbers: false,
  numbersEnd: 'fixed' as const,
  hallStop: null,
};
const someone: DeskAttendance = { isManned: true, leftAt: null, pause: null };
const rules = (change: Partial<OpeningRules> = {}): OpeningRules => ({
  settings,
  counter: new Map([[1, { paused: false, stop: null }]]),
  hours: new Map([['hall', hallHours]]),
  closures: [],
  ...change,
});
const service = { id: 7, counterId: 1, quotaPerDay: null as number | null, paused: false, stop: null };
const at = (local: string) => DateTime.fromISO(local, { zone: 'Asia/Jakarta' }).toMillis();
/** Tuesday is the 24th. */
const decide = (
  local: string,
  given: {
    rules?: Partial<OpeningRules>;
    service?: Partial<typeof service>;
    issued?: number;
    desks?: readonly DeskAttendance[];
  } = {},
) => {
  const now = at(local);
  const found = opening(
    rules(given.rules),
    { ...service, ...given.service },
    {
      now,
      businessDate: local.slice(0, 10),
      issued: given.issued ?? 0,
      desks: given.desks ?? [someone],
    },
  );
  return {
    status: found.status,
    opensAt:
      found.opensAt === null
        ? null
        : DateTime.fromMillis(found.opensAt, { zone: 'Asia/Jakarta' }).toFormat("yyyy-MM-dd'T'HH:mm"),
    says: openingSentence(found, now, settings)?.id ?? null,
    quotaLeft: found.quotaLeft,
  };
};
const answer = (
  status: string,
  opensAt: string | null,
  says: string | null,
  quotaLeft: number | null = null,
) => ({
  status,
  opensAt,
  says,
  quotaLeft,
});

describe('by the hours', () => {
  test('it opens, breaks and closes to the minute', () => {
    expect(decide('2026-11-24T07:59:59')).toEqual(answer('closed', '2026-11-24T08:00', 'Buka 08.00'));
    expect(decide('2026-11-24T08:00')).toEqual(answer('open', null, null));
    expect(decide('2026-11-24T11:59:59')).toEqual(answer('open', null, null));
    expect(decide('2026-11-24T12:00')).toEqual(answer('break', '2026-11-24T13:00', 'Istirahat, buka 13.00'));
    expect(decide('2026-11-24T13:00')).toEqual(answer('open', null, null));
    expect(decide('2026-11-24T15:01')).toEqual(answer('closed', '2026-11-25T08:00', 'Buka Rabu 08.00'));
  });

  test('the last ticket is given before it closes', () => {
    expect(decide('2026-11-24T14:44:59').status).toBe('open');
    expect(decide('2026-11-24T14:45')).toEqual(answer('closed', '2026-11-25T08:00', 'Buka Rabu 08.00'));
  });

  test('a weekend is passed over', () => {
    expect(decide('2026-11-27T16:00')).toEqual(answer('closed', '2026-11-30T08:00', 'Buka Senin 08.00'));
  });

  test('a service that comes on Wednesdays says so, and the date where a weekday would mislead', () => {
    const hours = new Map([
      ['hall', hallHours],
      ['service:7', { week: weekdays([3], '08:00', '12:00'), lastTicketMinutesBefore: 0 }],
    ]);
    expect(decide('2026-11-24T09:00', { rules: { hours } })).toEqual(
      answer('closed', '2026-11-25T08:00', 'Buka Rabu 08.00'),
    );
    expect(decide('2026-11-25T11:59', { rules: { hours } }).status).toBe('open');
    expect(decide('2026-11-25T12:00', { rules: { hours } })).toEqual(
      answer('closed', '2026-12-02T08:00', 'Buka Rabu 2 Des 08.00'),
    );
  });

  test('the service goes before the counter, the counter before the hall', () => {
    const hours = new Map([
      ['hall', hallHours],
      ['counter:1', { week: weekdays([2], '10:00', '11:00'), lastTicketMinutesBefore: 0 }],
    ]);
    expect(decide('2026-11-24T09:00', { rules: { hours } }).opensAt).toBe('2026-11-24T10:00');
    hours.set('service:7', { week: weekdays([2], '09:30', '11:00'), lastTicketMinutesBefore: 0 });
    expect(decide('2026-11-24T09:00', { rules: { hours } }).opensAt).toBe('2026-11-24T09:30');
  });

  test('without any hours it never opens', () => {
    expect(decide('2026-11-24T09:00', { rules: { hours: new Map() } })).toEqual(
      answer('closed', null, 'Tutup'),
    );
  });

  test('open until midnight, and on from midnight, is open all along', () => {
    const hours = new Map([
      ['hall', { week: weekdays([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00'), lastTicketMinutesBefore: 0 }],
    ]);
    for (const local of ['2026-11-24T00:00', '2026-11-24T23:59:59', '2026-11-25T00:00']) {
      expect(decide(local, { rules: { hours } }).status).toBe('open');
    }
  });
});

describe('closures', () => {
  const closure = (scope: string, fromDate: string, toDate: string, week: typeof hallHours.week | null) => ({
    scope,
    fromDate,
    toDate,
    reason: reason(`Libur ${scope}`),
    week,
  });

  test('a long closure ends at the date on which it opens again', () => {
    const closures = [closure('hall', '2026-11-20', '2027-03-31', null)];
    expect(decide('2026-11-24T09:00', { rules: { closures } })).toEqual(
      answer('closed', '2027-04-01T08:00', 'Buka Kamis 1 Apr 08.00'),
    );
  });

  test('other hours hold meanwhile, with the breaks they name', () => {
    const closures = [closure('hall', '2026-11-24', '2026-11-24', weekdays([2], '09:00', '13:00'))];
    expect(decide('2026-11-24T08:30', { rules: { closures } }).opensAt).toBe('2026-11-24T09:00');
    expect(decide('2026-11-24T12:30', { rules: { closures } }).status).toBe('open');
    expect(decide('2026-11-24T12:45', { rules: { closures } }).opensAt).toBe('2026-11-25T08:00');
  });

  test('the narrower of two with other hours holds, but a closed hall has no open counter', () => {
    const ramadan = closure('hall', '2026-11-01', '2026-11-30', weekdays([2, 3], '08:00', '13:00'));
    const own = closure('service:7', '2026-11-24', '2026-11-24', weekdays([2], '10:00', '12:00'));
    expect(decide('2026-11-24T09:00', { rules: { closures: [ramadan, own] } }).opensAt).toBe(
      '2026-11-24T10:00',
    );
    const holiday = closure('hall', '2026-11-24', '2026-11-24', null);
    expect(decide('2026-11-24T11:00', { rules: { closures: [own, holiday, ramadan] } }).opensAt).toBe(
      '2026-11-25T08:00',
    );
  });

  test('other hours of the hall open nothing when a counter or service with its own hours does not serve', () => {
    const ramadan = closure('hall', '2026-11-01', '2026-11-30', weekdays([1, 2, 3, 4, 5], '08:00', '14:00'));
    const own = (scope: string) =>
      new Map([
        ['hall', hallHours],
        [scope, { week: weekdays([3], '08:30', '11:30'), lastTicketMinutesBefore: 0 }],
        // Of another counter: none of ours.
        ['counter:2', { week: weekdays([1, 2, 3, 4, 5], '08:00', '15:00'), lastTicketMinutesBefore: 0 }],
      ]);
    for (const scope of ['counter:1', 'service:7']) {
      const days = openingDays(
        rules({ closures: [ramadan], hours: own(scope) }),
        service,
        at('2026-11-24T07:00'),
        3,
      );
      expect(days.map(({ date, spans, reason: why }) => [date, spans, why])).toEqual([
        ['2026-11-24', [], null],
        ['2026-11-25', [{ opens: '08:30', closes: '11:30' }], null],
        ['2026-11-26', [], null],
      ]);
    }
    // Shorter than its own: cut, and said why.
    const short = closure('hall', '2026-11-25', '2026-11-25', weekdays([3], '09:00', '10:00'));
    const [day] = openingDays(
      rules({ closures: [short], hours: own('counter:1') }),
      service,
      at('2026-11-25T07:00'),
      1,
    );
    expect([day?.spans, day?.reason?.id]).toEqual([[{ opens: '09:00', closes: '10:00' }], 'Libur hall']);
    // Other hours of its own are what it says, whatever its week.
    const special = closure('service:7', '2026-11-24', '2026-11-24', weekdays([2], '09:00', '10:00'));
    expect(
      decide('2026-11-24T09:30', { rules: { closures: [ramadan, special], hours: own('service:7') } }).status,
    ).toBe('open');
  });

  test("another counter's closure is none of ours", () => {
    const closures = [
      closure('counter:2', '2026-11-24', '2026-11-24', null),
      closure('service:8', '2026-11-24', '2026-11-24', null),
    ];
    expect(decide('2026-11-24T09:00', { rules: { closures } }).status).toBe('open');
  });

  test("the week's days say the closure's reason and cut the breaks out", () => {
    const closures = [closure('counter:1', '2026-11-25', '2026-11-25', null)];
    const days = openingDays(rules({ closures }), service, at('2026-11-24T23:30'));
    const usual = [
      { opens: '08:00', closes: '12:00' },
      { opens: '13:00', closes: '14:45' },
    ];
    expect(days).toEqual([
      { date: '2026-11-24', weekday: 2, spans: usual, reason: null },
      { date: '2026-11-25', weekday: 3, spans: [], reason: reason('Libur counter:1') },
      { date: '2026-11-26', weekday: 4, spans: usual, reason: null },
      { date: '2026-11-27', weekday: 5, spans: usual, reason: null },
      { date: '2026-11-28', weekday: 6, spans: [], reason: null },
      { date: '2026-11-29', weekday: 7, spans: [], reason: null },
      { date: '2026-11-30', weekday: 1, spans: usual, reason: null },
    ]);
  });
});

describe('quota, pauses and practice', () => {
  const quota = { quotaPerDay: 15 };

  test('the last number closes it for the day', () => {
    expect(decide('2026-11-24T09:00', { service: quota, issued: 14 })).toEqual(answer('open', null, null, 1));
    const full = answer('quota_full', '2026-11-25T08:00', 'Nomor hari ini habis', 0);
    expect(decide('2026-11-24T09:00', { service: quota, issued: 15 })).toEqual(full);
    expect(decide('2026-11-24T12:30', { service: quota, issued: 16 })).toEqual(full);
    expect(decide('2026-11-24T16:00', { service: quota, issued: 15 })).toEqual(
      answer('closed', '2026-11-25T08:00', 'Buka Rabu 08.00', 0),
    );
  });

  test('a clock that was set back does not bring the quota of a day that is used up again', () => {
    const found = opening(
      rules(),
      { ...service, ...quota },
      { now: at('2026-11-23T09:00'), businessDate: '2026-11-24', issued: 15, desks: [] },
    );
    expect(found).toMatchObject({ status: 'quota_full', opensAt: at('2026-11-25T08:00'), quotaLeft: 0 });
  });

  test('a pause of the service or its counter holds while it would be open', () => {
    const paused = answer('paused', null, 'Berhenti sebentar');
    expect(decide('2026-11-24T09:00', { service: { paused: true } })).toEqual(paused);
    expect(
      decide('2026-11-24T09:00', { rules: { counter: new Map([[1, { paused: true, stop: null }]]) } }),
    ).toEqual(paused);
    expect(decide('2026-11-24T12:30', { service: { paused: true } }).status).toBe('break');
  });

  test('practice knows no hours and no closures, but quotas and pauses', () => {
    const practice = {
      settings: { ...settings, practice: true },
      closures: [
        { scope: 'hall', fromDate: '2026-11-22', toDate: '2026-11-22', reason: reason(''), week: null },
      ],
    };
    expect(decide('2026-11-22T03:00', { rules: practice }).status).toBe('open');
    expect(decide('2026-11-22T03:00', { rules: practice, service: quota, issued: 15 })).toEqual(
      answer('quota_full', null, 'Nomor hari ini habis', 0),
    );
    expect(decide('2026-11-22T03:00', { rules: practice, service: { paused: true } }).status).toBe('paused');
  });
});

describe('by who is there', () => {
  const nobody: DeskAttendance = { isManned: false, leftAt: null, pause: null };
  const leftAt = (local: string) => ({ ...nobody, leftAt: at(local) });
  const paused = (since: string, until: string | null = null): DeskAttendance => ({
    isManned: true,
    leftAt: null,
    pause: { since: at(since), until: until === null ? null : at(until) },
  });
  const state = (local: string, desks: readonly DeskAttendance[], change: Partial<typeof settings> = {}) => {
    const found = opening(
      rules({ settings: { ...settings, ...change } }),
      { ...service },
      { now: at(local), businessDate: local.slice(0, 10), issued: 0, desks },
    );
    return [
      found.status,
      found.state,
      openingSentence(found, at(local), { ...settings, ...change })?.id ?? null,
    ];
  };

  test('nobody yet: numbers are given for the grace after each opening, then no more', () => {
    const promised = ['open', 'promised', 'Petugas belum datang'];
    const absent = ['paused', 'absent', 'Petugas tidak ada'];
    expect(state('2026-11-24T08:00', [nobody, nobody])).toEqual(promised);
    expect(state('2026-11-24T08:29:59', [nobody])).toEqual(promised);
    expect(state('2026-11-24T08:30', [nobody, nobody])).toEqual(absent);
    // No desk serves it at all: nobody can.
    expect(state('2026-11-24T08:30', [])).toEqual(absent);
    expect(state('2026-11-24T13:00', [nobody])).toEqual(promised);
    expect(state('2026-11-24T13:30', [nobody])).toEqual(absent);
    expect(state('2026-11-24T12:30', [nobody])).toEqual(['break', 'break', 'Istirahat, buka 13.00']);
  });

  test('the last one who leaves begins the grace, unless somebody else is there', () => {
    const desks = [leftAt('2026-11-24T09:40'), leftAt('2026-11-24T10:00')];
    expect(state('2026-11-24T10:29:59', desks)).toEqual(['open', 'away', 'Petugas tidak di loket']);
    expect(state('2026-11-24T10:30', desks)).toEqual(['paused', 'absent', 'Petugas tidak ada']);
    expect(state('2026-11-24T10:30', [...desks, someone])).toEqual(['open', 'serving', null]);
    // Whoever left before the opening was never here in these hours.
    expect(state('2026-11-24T13:10', desks)).toEqual(['open', 'promised', 'Petugas belum datang']);
  });

  test('where every officer is on a break numbers are given on, until the return that was said and the grace after it', () => {
    expect(state('2026-11-24T10:10', [paused('2026-11-24T10:00', '2026-11-24T10:30')])).toEqual([
      'open',
      'break',
      'Istirahat sampai 10.30',
    ]);
    expect(state('2026-11-24T10:31', [paused('2026-11-24T10:00', '2026-11-24T10:30')])).toEqual([
      'open',
      'break',
      'Istirahat sebentar',
    ]);
    expect(state('2026-11-24T11:00', [paused('2026-11-24T10:00', '2026-11-24T10:30')])[1]).toBe('absent');
    expect(state('2026-11-24T10:29:59', [paused('2026-11-24T10:00')])[2]).toBe('Istirahat sebentar');
    expect(state('2026-11-24T10:30', [paused('2026-11-24T10:00')])[1]).toBe('absent');
    // Of several, the first to come back serves again.
    const several = [
      paused('2026-11-24T10:00', '2026-11-24T10:50'),
      paused('2026-11-24T10:05', '2026-11-24T10:20'),
    ];
    expect(state('2026-11-24T10:10', several)[2]).toBe('Istirahat sampai 10.20');
    expect(state('2026-11-24T10:10', [...several, someone])).toEqual(['open', 'serving', null]);
  });

  test('a hall may want numbers given on with nobody there, and says that nobody is', () => {
    expect(state('2026-11-24T11:00', [nobody], { absentGivesNumbers: true })).toEqual([
      'open',
      'absent',
      'Petugas tidak ada',
    ]);
    expect(state('2026-11-24T08:00', [nobody], { graceMinutes: 0 })[1]).toBe('absent');
  });

  test('in practice nobody is missed', () => {
    expect(state('2026-11-22T03:00', [nobody], { practice: true })).toEqual(['open', 'promised', null]);
  });
});

describe('stopped by hand', () => {
  const broken = { until: at('2026-11-24T11:00'), reason: reason('Alat paspor rusak') };
  const full = { until: null, reason: reason('Antrean penuh') };
  const said = (
    local: string,
    change: Partial<OpeningRules>,
    own: { paused: boolean; stop: typeof broken | null },
  ) => {
    const day = { now: at(local), businessDate: local.slice(0, 10), issued: 0, desks: [someone] };
    const found = opening(rules(change), { ...service, ...own }, day);
    return [found.state, found.cause?.id ?? null, openingSentence(found, at(local), settings)?.id];
  };
  const open = { paused: false, stop: null };

  test('says why, and the expected end until it is over; it goes on by no clock', () => {
    const stopped = { paused: true, stop: broken };
    expect(said('2026-11-24T09:00', {}, stopped)).toEqual([
      'stopped',
      'Alat paspor rusak',
      'Berhenti sampai sekitar 11.00',
    ]);
    expect(said('2026-11-24T11:00', {}, stopped)).toEqual([
      'stopped',
      'Alat paspor rusak',
      'Berhenti sebentar',
    ]);
  });

  test('of several the widest is told', () => {
    const counter = new Map([[1, { paused: true, stop: full }]]);
    expect(said('2026-11-24T09:00', { counter }, { paused: true, stop: broken })[1]).toBe('Antrean penuh');
    const whole = { settings: { ...settings, hallStop: broken } };
    expect(said('2026-11-24T09:00', { ...whole, counter }, open)[1]).toBe('Alat paspor rusak');
  });

  test('whoever waits is told too, also after the last number', () => {
    const day = { now: at('2026-11-24T14:50'), businessDate: '2026-11-24', issued: 0, desks: [someone] };
    const found = openingForWaiting(rules(), { ...service, paused: true, stop: broken }, day);
    expect([found.state, found.cause?.id]).toEqual(['stopped', 'Alat paspor rusak']);
  });
});

describe('for those who wait', () => {
  const found = (local: string, desks: readonly DeskAttendance[]) => {
    const full = { ...service, quotaPerDay: 5 };
    const day = { now: at(local), businessDate: local.slice(0, 10), issued: 5, desks };
    return openingForWaiting(rules(), full, day);
  };

  test('neither a used-up quota nor the time of the last number is news, but who is there is', () => {
    expect(found('2026-11-24T14:50', [someone])).toMatchObject({ status: 'open', state: 'serving' });
    expect(found('2026-11-24T14:50', [])).toMatchObject({ status: 'paused', state: 'absent' });
  });

  test('whoever serves beyond closing or through the break serves', () => {
    expect(found('2026-11-24T15:10', [someone])).toMatchObject({
      status: 'open',
      state: 'serving',
      opensAt: null,
    });
    expect(found('2026-11-24T12:10', [someone]).state).toBe('serving');
    expect(found('2026-11-24T15:10', []).state).toBe('closed');
  });
});

test('a counter is what its services are: open where one is, else what opens soonest', () => {
  const part = (status: Opening['status'], opensAt: number | null, state?: Opening['state']): Opening => ({
    status,
    state: state ?? (status === 'open' ? 'serving' : status === 'paused' ? 'stopped' : status),
    opensAt,
    until: null,
    cause: null,
    quotaLeft: null,
  });
  expect(counterOpening([part('closed', 5), part('open', null)])).toEqual(part('open', null));
  expect(counterOpening([part('closed', 5), part('closed', 3), part('closed', null)])).toEqual(
    part('closed', 3),
  );
  expect(counterOpening([part('closed', 1), part('quota_full', 9), part('break', 7)])).toEqual(
    part('break', 7),
  );
  expect(counterOpening([part('open', null, 'away'), part('open', null), part('paused', null)])).toEqual(
    part('open', null),
  );
  expect(counterOpening([])).toEqual(part('closed', null));
});

test('the sentences are there in English and krama', () => {
  const tuesday = at('2026-11-24T09:00');
  const says = (status: 'closed' | 'break', opensAt: string) =>
    openingSentence({ state: status, opensAt: at(opensAt), until: null }, tuesday, settings);
  expect(says('closed', '2026-11-25T08:00')).toEqual({
    id: 'Buka Rabu 08.00',
    en: 'Opens Wed 08.00',
    jv: 'Bikak Rebo 08.00',
  });
  expect(says('break', '2026-11-24T13:00')).toEqual({
    id: 'Istirahat, buka 13.00',
    en: 'On break, back 13.00',
    jv: 'Ngaso, bikak 13.00',
  });
});
