import { expect, test } from 'vitest';
import type { Configuration } from '../../electron/contract/configuration';
import { displaySnapshot } from '../../electron/contract/lobby';
import { displayView } from '../../electron/views/display-view';
import { smallHall } from '../support/small-hall';
import { testHall } from '../support/test-hall';

const same = (text: string) => ({ id: text, en: text, jv: text });

function withClosures(closures: Configuration['closures']): Configuration {
  return { ...smallHall, closures };
}

test('the display is told the hall, its voice, and the service that opens on Wednesdays only', () => {
  const hall = testHall();
  const snapshot = displayView(hall.view());

  expect(displaySnapshot.parse(snapshot)).toEqual(snapshot);
  expect({ ...snapshot, runningText: snapshot.runningText.map((text) => text.id) }).toEqual({
    name: 'MPP Kajen',
    city: 'Kabupaten Pekalongan',
    logo: null,
    timezone: 'Asia/Jakarta',
    practice: false,
    runningText: [
      'Mohon siapkan berkas sebelum nomor Anda dipanggil.',
      'Pengaduan: SP4N-LAPOR! di lapor.go.id',
    ],
    languages: ['id', 'en', 'jv'],
    layout: { lastCalls: 4, nowServing: true, notices: true, runningText: true, boardSeconds: 20 },
    slides: [],
    notices: [
      {
        kind: 'some_days',
        counterId: String(hall.counterId('IM')),
        counter: same('Imigrasi'),
        service: null,
        days: [{ weekday: 3, opens: '08:00', closes: '14:00' }],
        closedOn: [1, 2, 4, 5],
        quotaPerDay: 15,
      },
    ],
    voice: {
      volume: 1,
      speed: 1,
      output: '',
      names: false,
      quietHours: null,
      announceStops: false,
      revision: 0,
    },
  });
});

test('a service with days of its own is told by its own name', () => {
  const [first, ...others] = smallHall.counters;
  if (!first) throw new Error('the small hall has counters');
  const week = [5, 1].map((weekday) => ({ weekday, opens: '08:00', closes: '10:00', breaks: [] }));
  const services = first.services.map((service, place) =>
    place === 1 ? { ...service, hours: { week, lastTicketMinutesBefore: 0 } } : service,
  );
  const hall = testHall({ ...smallHall, counters: [{ ...first, services }, ...others] });

  expect(displayView(hall.view()).notices[0]).toEqual({
    kind: 'some_days',
    counterId: String(hall.counterId('A')),
    counter: same('Dindukcapil'),
    service: same('Akta kelahiran'),
    days: [
      { weekday: 1, opens: '08:00', closes: '10:00' },
      { weekday: 5, opens: '08:00', closes: '10:00' },
    ],
    closedOn: [2, 3, 4],
    quotaPerDay: 10,
  });
});

test('a closure is told from a fortnight before until its last day', () => {
  const closure = (from: string, to: string) => ({ from, to, reason: same(from), week: null });
  const hall = testHall(
    withClosures([
      closure('2026-11-22', '2026-11-23'),
      closure('2026-11-20', '2026-11-24'),
      { ...closure('2026-12-08', '2026-12-09'), week: [] },
      closure('2026-12-09', '2026-12-09'),
    ]),
  );

  expect(displayView(hall.view()).notices.filter((notice) => notice.kind === 'closure')).toEqual([
    {
      kind: 'closure',
      of: null,
      counterId: null,
      from: '2026-11-20',
      to: '2026-11-24',
      reason: same('2026-11-20'),
      otherHours: false,
    },
    {
      kind: 'closure',
      of: null,
      counterId: null,
      from: '2026-12-08',
      to: '2026-12-09',
      reason: same('2026-12-08'),
      otherHours: true,
    },
  ]);
});
