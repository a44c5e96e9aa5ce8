import { expect, test } from 'vitest';
import { neighbouringPeriod, periodBefore } from '../../electron/contract/neighbouring-period';

const days = (from: string, to: string) => ({ from, to });

test.each([
  ['a whole month', days('2026-10-01', '2026-10-31'), days('2026-09-01', '2026-09-30')],
  ['a month after a shorter one', days('2026-03-01', '2026-03-31'), days('2026-02-01', '2026-02-28')],
  ['half a year', days('2026-07-01', '2026-12-31'), days('2026-01-01', '2026-06-30')],
  ['a whole year', days('2026-01-01', '2026-12-31'), days('2025-01-01', '2025-12-31')],
  ['a month so far', days('2026-11-01', '2026-11-24'), days('2026-10-01', '2026-10-24')],
  ['a month so far that is longer', days('2026-03-01', '2026-03-30'), days('2026-02-01', '2026-02-28')],
  ['a year so far', days('2026-01-01', '2026-11-24'), days('2025-01-01', '2025-11-24')],
  ['a day: the same weekday', days('2026-11-24', '2026-11-24'), days('2026-11-17', '2026-11-17')],
  ['the first of a month', days('2026-12-01', '2026-12-01'), days('2026-11-24', '2026-11-24')],
  ['seven days', days('2026-11-18', '2026-11-24'), days('2026-11-11', '2026-11-17')],
  ['ten days: the same weekdays', days('2026-11-10', '2026-11-19'), days('2026-10-27', '2026-11-05')],
])('before %s', (_what, of, before) => {
  expect(periodBefore(of, 'previous')).toEqual(before);
});

test('a year earlier are the same days, and the last of February where there is no 29th', () => {
  expect(periodBefore(days('2026-11-18', '2026-11-24'), 'lastYear')).toEqual(
    days('2025-11-18', '2025-11-24'),
  );
  expect(periodBefore(days('2028-02-01', '2028-02-29'), 'lastYear')).toEqual(
    days('2027-02-01', '2027-02-28'),
  );
});

test('after a month comes the next, however long', () => {
  expect(neighbouringPeriod(days('2026-02-01', '2026-02-28'), 1)).toEqual(days('2026-03-01', '2026-03-31'));
  expect(neighbouringPeriod(days('2026-12-01', '2026-12-31'), 1)).toEqual(days('2027-01-01', '2027-01-31'));
});

test('beside a day stand yesterday and tomorrow, at the turn of a month too', () => {
  expect(neighbouringPeriod(days('2026-12-01', '2026-12-01'), -1)).toEqual(days('2026-11-30', '2026-11-30'));
  expect(neighbouringPeriod(days('2026-11-24', '2026-11-24'), 1)).toEqual(days('2026-11-25', '2026-11-25'));
});
