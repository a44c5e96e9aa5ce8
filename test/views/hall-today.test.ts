import { expect, test } from 'vitest';
import { callNext } from '../../electron/actions/desk/call-next';
import { finish } from '../../electron/actions/desk/finish';
import { noShow } from '../../electron/actions/desk/no-show';
import { start } from '../../electron/actions/desk/start';
import { hallToday } from '../../electron/contract/admin-today';
import { hallTodayView } from '../../electron/views/admin/hall-today';
import { takePrinted } from '../support/issue';
import { testHall } from '../support/test-hall';

test('the day’s hours say whether the hall is open, when numbers end and it closes, and why it is closed', () => {
  const hall = testHall();
  const at = (moment: string) => {
    hall.clock.advance({ minutes: (Date.parse(moment) - hall.time.now()) / 60_000 });
    const { hours, opensAt, lastNumberAt, closesAt } = hallTodayView(hall.view(), null);
    return [hours, ...[opensAt, lastNumberAt, closesAt].map((each) => each?.slice(11, 16) ?? null)];
  };
  expect(at('2026-11-24T09:00+07:00')).toEqual(['open', null, '14:45', '15:00']);
  expect(at('2026-11-24T12:30+07:00')).toEqual(['break', '13:00', '14:45', '15:00']);
  // Numbers have ended, and those who wait are served.
  expect(at('2026-11-24T14:50+07:00')).toEqual(['open', null, '14:45', '15:00']);
  expect(at('2026-11-24T15:30+07:00')).toEqual(['over', null, '14:45', '15:00']);
  expect(at('2026-11-25T07:00+07:00')).toEqual(['later', '08:00', '14:45', '15:00']);
  expect(at('2026-11-28T10:00+07:00')).toEqual(['closed', null, null, null]);
});

test('who waits, which desks are staffed and what was served are counted, within reach alone', () => {
  const hall = testHall();
  const counterId = hall.counterId('A');
  for (let visitor = 0; visitor < 4; visitor += 1) {
    takePrinted(hall, hall.serviceId('A', visitor % 2));
    hall.clock.advance({ minutes: 5 });
  }
  takePrinted(hall, hall.serviceId('L'));
  const { deskId, userId } = hall.manDesk(1);
  const officer = { kind: 'user', userId, role: 'staff', counterIds: null } as const;
  for (const end of [finish, noShow]) {
    hall.act(officer, (context) => callNext(context, { deskId }));
    if (end === finish) hall.act(officer, (context) => start(context, { deskId }));
    hall.act(officer, (context) => end(context, { deskId }));
  }
  const today = hallToday.parse(hallTodayView(hall.view(), null));
  // Immigration comes on Wednesdays only.
  expect(today).toMatchObject({
    waiting: 3,
    desks: 4,
    staffedDesks: 1,
    unstaffedCounters: 1,
    served: 1,
    noShow: 1,
  });
  expect(today.longest).toMatchObject({
    counterId: String(counterId),
    since: '2026-11-24T09:10:00+07:00',
  });
  expect(hallTodayView(hall.view(), [hall.counterId('L')])).toMatchObject({
    waiting: 1,
    desks: 1,
    staffedDesks: 0,
    unstaffedCounters: 1,
    served: 0,
    noShow: 0,
  });
  expect(hallTodayView(hall.view(), [])).toMatchObject({ hours: 'closed', waiting: 0, longest: null });
});
