import fc from 'fast-check';
import { DateTime } from 'luxon';
import { expect, test } from 'vitest';
import { readHall } from '../../electron/store/hall';
import {
  ConfigurationFault,
  importConfiguration,
  parseConfiguration,
} from '../../electron/store/import-configuration';
import { query } from '../../electron/store/store';
import { smallHall } from '../support/small-hall';
import { temporaryStore } from '../support/temporary-store';

test('an empty database takes over the whole configuration', () => {
  const store = temporaryStore();
  expect(importConfiguration(store, smallHall, 1_000)).toBe(true);
  const hall = readHall(store);
  expect(hall.faults).toEqual([]);
  expect(hall.settings).toMatchObject({ siteName: 'MPP Kajen', practice: false, priorityRatio: 2 });
  expect(
    hall.counters.map((counter) => [
      counter.code,
      counter.services.map((service) => [service.prefix, service.quotaPerDay, service.usualMinutes]),
      counter.desks.map((desk) => [desk.label, desk.serviceIds.length]),
    ]),
  ).toEqual([
    [
      'A',
      [
        ['A', null, 10],
        ['A', 10, 15],
      ],
      [
        ['1', 2],
        ['2', 2],
      ],
    ],
    ['IM', [['IM', 15, 20]], [['3', 1]]],
    ['L', [['LB', null, 5]], [['4', 1]]],
  ]);
  expect([...hall.hours.keys()].sort()).toEqual(['counter:2', 'hall']);
  expect(store.all(query.selectFrom('devices').select(['id', 'kind']))).toEqual([
    { id: 'kiosk-1', kind: 'kiosk' },
  ]);
});

test('a hall that is configured already is left as it is', () => {
  const store = temporaryStore();
  importConfiguration(store, smallHall, 1_000);
  const before = readHall(store);
  expect(importConfiguration(store, { ...smallHall, counters: [] }, 2_000)).toBe(false);
  expect(readHall(store)).toEqual(before);
});

const faultsOf = (value: unknown): readonly string[] => {
  try {
    parseConfiguration(typeof value === 'string' ? value : JSON.stringify(value), 'site.json');
  } catch (error) {
    if (error instanceof ConfigurationFault) return error.faults;
    throw error;
  }
  return [];
};
const changed = (change: (copy: typeof smallHall) => void) => {
  const copy = structuredClone(smallHall);
  change(copy);
  return copy;
};

test('a right file is read whole', () => {
  expect(parseConfiguration(JSON.stringify(smallHall), 'site.json')).toEqual(smallHall);
});

test('a wrong file is refused with the place of every fault', () => {
  expect(faultsOf('{ not json')[0]).toMatch(/^it is not JSON/);
  expect(
    faultsOf({
      ...smallHall,
      site: { ...smallHall.site, name: '' },
      counters: [{ ...smallHall.counters[0], code: 'abc', icon: 7 }],
    }).map((fault) => fault.split(':')[0]),
  ).toEqual(['site.name', 'counters[0].code', 'counters[0].icon']);
  expect(faultsOf({ ...smallHall, more: 1 })).toEqual(['Unrecognized key: "more"']);
});

test('parts that contradict each other are refused', () => {
  expect(
    faultsOf(
      changed((copy) => {
        copy.site.timezone = 'Asia/Kajen';
      }),
    ),
  ).toEqual(['site.timezone: Asia/Kajen is no time zone; write it like Asia/Jakarta']);
  expect(
    faultsOf(
      changed((copy) => {
        const service = copy.counters[2]?.services[0];
        if (service) service.prefix = 'A';
      }),
    ),
  ).toEqual(['counters[2].services[0].prefix: A belongs to counter A already']);
  expect(
    faultsOf(
      changed((copy) => {
        const desk = copy.counters[2]?.desks[0];
        if (desk) desk.number = 1;
      }),
    ),
  ).toEqual(['counters[2].desks[0].number: there is a desk 1 already']);
  expect(
    faultsOf(
      changed((copy) => {
        copy.closures = [
          { from: '2026-12-26', to: '2026-12-25', reason: { id: 'Natal', en: '', jv: '' }, week: null },
        ];
      }),
    ),
  ).toEqual(['closures[0].to: it ends before it begins']);
  expect(faultsOf({ ...smallHall, settings: { recallLimit: -1, colour: 'red' } })).toHaveLength(2);
});

test('whatever last day a file gives a closure, it is at most five years away or until further notice', () => {
  const day = fc.date({ min: new Date('1970-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  const dates = fc.tuple(day, day).map((both) => both.map((each) => each.toISOString().slice(0, 10)).sort());
  fc.assert(
    fc.property(dates, ([from = '', to = '']) => {
      const reason = { id: 'Renovasi', en: '', jv: '' };
      const copy = { ...structuredClone(smallHall), closures: [{ from, to, reason, week: null }] };
      const [closure] = parseConfiguration(JSON.stringify(copy), 'site.json').closures;
      const fiveYears = DateTime.fromISO(from).plus({ years: 5 }).toISODate() ?? '';
      expect(closure?.to).toBe(to <= fiveYears ? to : null);
    }),
    { examples: [[['2026-11-24', '9999-12-31']], [['2026-11-24', '2031-11-24']]] },
  );
});
