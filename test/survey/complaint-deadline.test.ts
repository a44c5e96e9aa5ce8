import { expect, test } from 'vitest';
import { complaintDeadline, workingDaysUntil } from '../../electron/survey/complaint-deadline';
import { maskNumbers } from '../../electron/survey/mask-numbers';

const none = () => false;
const christmas = (date: string) => date === '2026-12-25';

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

test('identity and telephone numbers are hidden, prices and dates are not', () => {
  expect(maskNumbers('NIK saya 3326010101900001, telp 0812-3456-7890 atau +62 812 3456 7890.')).toBe(
    'NIK saya ••••••••••••••••, telp ••••-••••-•••• atau +•• ••• •••• ••••.',
  );
  const harmless = 'Tanggal 24-11-2026 saya bayar Rp 150.000 di loket 12.';
  expect(maskNumbers(harmless)).toBe(harmless);
});
