import { expect, test } from 'vitest';
import { callNext } from '../../electron/actions/desk/call-next';
import { cancelTicketByStaff } from '../../electron/actions/desk/cancel-ticket';
import { finish } from '../../electron/actions/desk/finish';
import { replayChances } from '../../electron/queue/report/replay-estimates';
import { readWrittenDay } from '../../electron/store/written-day';
import { menuView } from '../../electron/views/menu-view';
import { endOfDay } from '../support/random-day';
import { staffHall } from '../support/staff-hall';

test('of a day that is over it is told which chances were promised, and whether the call came before closing', () => {
  const hall = staffHall();
  const officer = hall.officerAt(4);
  const deskId = hall.deskId(4);
  hall.clock.set('2026-11-24T14:40+07:00');
  const promised: (number | undefined)[] = [];
  const take = () => {
    promised.push(menuView(hall.view()).find(({ code }) => code === 'L')?.services[0]?.servedToday?.chance);
    return hall.ticket('L');
  };
  take();
  hall.act(officer, (context) => callNext(context, { deskId }));
  for (let each = 0; each < 8; each += 1) take();
  const left = take();
  // Who leaves says nothing about the wait.
  const supervisor = hall.addUser('joko', 'supervisor');
  hall.act(supervisor, (context) => cancelTicketByStaff(context, { ticketId: left, reason: 'Pulang' }));
  hall.clock.set('2026-11-24T14:50+07:00');
  hall.act(officer, (context) => finish(context, { deskId }));
  hall.act(officer, (context) => callNext(context, { deskId }));
  hall.clock.set('2026-11-24T15:02+07:00');
  hall.act(officer, (context) => finish(context, { deskId }));
  hall.act(officer, (context) => callNext(context, { deskId }));
  hall.act(officer, (context) => finish(context, { deskId }));
  endOfDay(hall, '2026-11-25');

  const day = readWrittenDay(hall.store, hall.hall(), '2026-11-24', hall.counterId('L'));
  const chances = replayChances(day);
  // Called at once, in time, and after closing; six were left to the day's end.
  expect(chances.map(({ cameToday }) => cameToday)).toEqual([true, true, ...Array(7).fill(false)]);
  expect(chances.map(({ chance }) => Math.round((chance ?? -1) * 20) / 20)).toEqual(promised.slice(0, 9));
  hall.store.close();
});
