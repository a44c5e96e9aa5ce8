import { expect, test } from 'vitest';
import { Refusal } from '../../../electron/queue/refusal';
import { readHall } from '../../../electron/store/hall';
import { importConfiguration } from '../../../electron/store/import-configuration';
import { staffingView } from '../../../electron/views/reports/staffing-view';
import { writeHistory } from '../../../scripts/simulate/write-history';
import { smallHall } from '../../support/small-hall';
import { temporaryStore } from '../../support/temporary-store';

/** A hall on Tuesday 24 November 2026 that has lived through so many days. */
function hallAfter(days: number) {
  const store = temporaryStore();
  importConfiguration(store, smallHall, 0);
  writeHistory(store, { until: '2026-11-23', days, seed: 4 });
  const hall = readHall(store);
  const now = Date.parse('2026-11-24T09:00:00+07:00');
  const idOf = (code: string) => String(hall.counters.find((counter) => counter.code === code)?.id);
  return { view: { reader: store, hall, now, businessDate: '2026-11-24' }, idOf };
}

test('a week is advised from what the counter lived through, and only when it is open', () => {
  const { view, idOf } = hallAfter(35);
  const week = staffingView(view, { counterId: idOf('A') });
  expect(week).toMatchObject({ counterId: idOf('A'), desks: 2, targetMinutes: 20, pastDays: 25 });
  expect(week.days.map(({ date, weekday, state }) => [date, weekday, state])).toEqual([
    ['2026-11-24', 2, 'advised'],
    ['2026-11-25', 3, 'advised'],
    ['2026-11-26', 4, 'advised'],
    ['2026-11-27', 5, 'advised'],
    ['2026-11-28', 6, 'closed'],
    ['2026-11-29', 7, 'closed'],
    ['2026-11-30', 1, 'advised'],
  ]);
  const [tuesday] = week.days;
  expect(tuesday?.slots[0]).toMatchObject({ from: '08:00', to: '08:30', usualDesks: 2 });
  // In the break between twelve and one, and after the last number, nobody is needed.
  expect(tuesday?.slots.map(({ from }) => from)).toEqual(
    ['08', '09', '10', '11', '13', '14'].flatMap((hour) => [`${hour}:00`, `${hour}:30`]),
  );
  expect(tuesday?.sentences[0]?.id).toMatch(/^Selasa/);

  const passports = staffingView(view, { counterId: idOf('IM') });
  expect(passports.days.filter(({ state }) => state !== 'closed').map(({ weekday }) => weekday)).toEqual([3]);
});

test('too little history is said, and what is not there is refused', () => {
  const { view, idOf } = hallAfter(7);
  const week = staffingView(view, { counterId: idOf('L') });
  expect(week.days.every(({ state, slots }) => state !== 'advised' && slots.length === 0)).toBe(true);
  expect(week.days[0]?.state).toBe('unknown');
  expect(() => staffingView(view, { counterId: '999' })).toThrow(new Refusal('not_found'));
});
