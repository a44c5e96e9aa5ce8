import { expect, test } from 'vitest';
import type { Notice } from '../../electron/contract/lobby';
import { noticeText } from '../../renderer/display/notice-text';

const named = (id: string) => ({ id, en: '', jv: '' });

function someDays(change: Partial<Notice & { kind: 'some_days' }>): Notice {
  return {
    kind: 'some_days',
    counterId: '14',
    counter: named('Imigrasi'),
    service: named('Paspor'),
    days: [{ weekday: 3, opens: '08:00', closes: '11:30' }],
    closedOn: [1, 2, 4, 5],
    quotaPerDay: 15,
    ...change,
  };
}

function closure(change: Partial<Notice & { kind: 'closure' }>): Notice {
  return {
    kind: 'closure',
    of: null,
    counterId: null,
    from: '2026-12-25',
    to: '2026-12-25',
    reason: named('Hari Raya Natal'),
    otherHours: false,
    ...change,
  };
}

/** The notice's two texts, its unbreakable spaces as plain ones. */
function words(notice: Notice): string[] {
  const { title, text } = noticeText(notice);
  return [title, text].map((part) => part.replaceAll('\u00a0', ' '));
}

test('a service of one day is told with its hours and its quota', () => {
  expect(words(someDays({}))).toEqual([
    'Paspor hanya hari Rabu',
    'Imigrasi, pukul 08.00 sampai 11.30, 15 nomor sehari.',
  ]);
});

test('a counter of a few days is told by its own name, with the hours of each day where they differ', () => {
  const days = [
    { weekday: 1, opens: '08:00', closes: '11:30' },
    { weekday: 4, opens: '08:00', closes: '10:00' },
  ];
  expect(words(someDays({ service: null, quotaPerDay: null, days }))).toEqual([
    'Imigrasi hanya hari Senin dan Kamis',
    'Senin 08.00 sampai 11.30, Kamis 08.00 sampai 10.00.',
  ]);
});

test('of a counter of most days the closed ones are told', () => {
  const days = [1, 2, 3, 4].map((weekday) => ({ weekday, opens: '08:00', closes: '14:00' }));
  expect(words(someDays({ service: null, quotaPerDay: null, days, closedOn: [5, 6] }))).toEqual([
    'Imigrasi tutup hari Jumat dan Sabtu',
    'Pukul 08.00 sampai 14.00.',
  ]);
});

test('a closure is told by its days and its reason', () => {
  expect(words(closure({}))).toEqual(['Tutup Jumat, 25 Desember', 'Hari Raya Natal']);
  expect(words(closure({ of: named('Samsat'), to: '2026-12-26' }))).toEqual([
    'Samsat: tutup Jumat, 25 Desember sampai Sabtu, 26 Desember',
    'Hari Raya Natal',
  ]);
  expect(words(closure({ otherHours: true }))[0]).toBe('Jam buka berbeda Jumat, 25 Desember');
});
