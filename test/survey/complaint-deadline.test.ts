import fc from 'fast-check';
import { expect, test } from 'vitest';
import { complaintDeadline, type Holidays, workingDaysUntil } from '../../electron/survey/complaint-deadline';
import { maskNumbers } from '../../electron/survey/mask-numbers';

const none: Holidays = [];
const christmas: Holidays = [{ from: '2026-12-25', to: '2026-12-25' }];

test.each([
  // Tuesday.
  ['2026-11-24', 'suggestion', null],
  ['2026-11-24', 'normative', '2026-12-01'],
  ['2026-11-24', 'non_supervisory', '2026-12-14'],
  ['2026-11-24', 'supervisory', '2027-02-16'],
  // Received on a Saturday, it counts from Monday.
  ['2026-11-28', 'normative', '2026-12-04'],
] as const)('received on %s, a %s matter is due on %s', (receivedOn, kind, dueOn) => {
  expect(complaintDeadline(receivedOn, kind, none)).toBe(dueOn);
});

test('a day on which the hall is closed is no working day', () => {
  expect(complaintDeadline('2026-12-21', 'normative', none)).toBe('2026-12-28');
  expect(complaintDeadline('2026-12-21', 'normative', christmas)).toBe('2026-12-29');
});

test('working days left are counted to the deadline, and below zero after it', () => {
  expect(workingDaysUntil('2026-11-24', '2026-11-24', none)).toBe(0);
  expect(workingDaysUntil('2026-11-27', '2026-11-30', none)).toBe(1);
  expect(workingDaysUntil('2026-12-24', '2026-12-28', christmas)).toBe(1);
  expect(workingDaysUntil('2026-12-01', '2026-11-24', none)).toBe(-5);
  // Friday's deadline, looked at on Saturday, has passed.
  expect(workingDaysUntil('2026-11-28', '2026-11-27', none)).toBe(-1);
});

/** Counted day by day, as one does on a calendar. */
function countedByHand(from: string, holidays: Holidays, enough: (workingDays: number) => boolean): string {
  let [moment, count] = [Date.parse(`${from}T00:00:00Z`), 0];
  for (let left = 366; left > 0 && !enough(count); left -= 1) {
    moment += 86_400_000;
    const date = new Date(moment).toISOString().slice(0, 10);
    const weekday = new Date(moment).getUTCDay();
    const isFree = holidays.some((holiday) => holiday.from <= date && date <= holiday.to);
    if (weekday % 6 !== 0 && !isFree) count += 1;
  }
  return new Date(moment).toISOString().slice(0, 10);
}

const day = (days: number) => new Date(Date.UTC(2026, 10, 24) + days * 86_400_000).toISOString().slice(0, 10);

test('whatever holidays an admin entered, deadlines are those counted by hand, and at most a year away', () => {
  const holidays = fc.array(
    fc
      .tuple(fc.integer({ min: -40, max: 200 }), fc.oneof(fc.nat(20), fc.nat(2_900_000)))
      .map(([from, length]) => ({ from: day(from), to: day(from + length) })),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(
      holidays,
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 0, max: 90 }),
      (free, on, days) => {
        expect(complaintDeadline(day(on), 'non_supervisory', free)).toBe(
          countedByHand(day(on), free, (count) => count === 14),
        );
        const left = workingDaysUntil(day(on), day(on + days), free);
        const reached = countedByHand(day(on), free, (count) => count > left);
        expect(reached > day(on + days)).toBe(true);
      },
    ),
  );
});

test('identity and telephone numbers are hidden, prices and dates are not', () => {
  expect(maskNumbers('NIK saya 3326010101900001, telp 0812-3456-7890 atau +62 812 3456 7890.')).toBe(
    'NIK saya ••••••••••••••••, telp ••••-••••-•••• atau +•• ••• •••• ••••.',
  );
  const harmless = 'Tanggal 24-11-2026 saya bayar Rp 150.000 di loket 12.';
  expect(maskNumbers(harmless)).toBe(harmless);
});
