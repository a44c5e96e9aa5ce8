import { expect, test } from 'vitest';
import { callNext } from '../../electron/actions/desk/call-next';
import { finish } from '../../electron/actions/desk/finish';
import { leaveDesk } from '../../electron/actions/desk/leave-desk';
import { noShow } from '../../electron/actions/desk/no-show';
import { pauseDesk } from '../../electron/actions/desk/pause-desk';
import { resumeDesk } from '../../electron/actions/desk/resume-desk';
import { start } from '../../electron/actions/desk/start';
import type { HallCounter } from '../../electron/contract/staff';
import { hallView } from '../../electron/views/counter-view';
import { smallHall } from '../support/small-hall';
import { staffHall } from '../support/staff-hall';

const practice = { ...smallHall, settings: { practice: true } };
const real = { ...smallHall, settings: { practice: false } };

function hallAt(time: string, configuration = practice) {
  const hall = staffHall(configuration);
  const at = (clock: string) => hall.clock.set(`2026-11-24T${clock}+07:00`);
  at(time);
  const counterA = (): HallCounter => {
    const counter = hallView(hall.view(), null).counters.find(({ code }) => code === 'A');
    if (!counter) throw new Error('no counter A');
    return counter;
  };
  return { hall, at, counterA };
}
const since = (moment: string | null) => moment?.slice(11, 16) ?? null;

test('how many waited is told for each ten minutes of the last two hours, and what came of the visits', () => {
  const { hall, at, counterA } = hallAt('08:00');
  const officer = hall.officerAt(1);
  const input = { deskId: hall.deskId(1) };
  for (let visitor = 0; visitor < 3; visitor += 1) hall.ticket('A', { place: visitor % 2 });
  at('08:25');
  hall.act(officer, (context) => callNext(context, input));
  hall.act(officer, (context) => start(context, input));
  hall.act(officer, (context) => finish(context, input));
  at('08:30');
  hall.act(officer, (context) => callNext(context, input));
  hall.act(officer, (context) => noShow(context, input));
  hall.ticket('L');
  at('08:50');
  // From 7.00, before anybody came, to 8.50.
  expect(counterA().waitingLately).toEqual([0, 0, 0, 0, 0, 0, 3, 3, 3, 1, 1, 1]);
  expect(hallView(hall.view(), null).today).toEqual({ served: 1, noShow: 1 });
  expect(hallView(hall.view(), [hall.counterId('L')]).today).toEqual({ served: 0, noShow: 0 });
  // Within the minute nothing is read anew.
  hall.ticket('A');
  expect(counterA()).toMatchObject({ waiting: 2, waitingLately: [0, 0, 0, 0, 0, 0, 3, 3, 3, 1, 1, 1] });
  at('09:00');
  expect(counterA().waitingLately.slice(-2)).toEqual([2, 2]);
});

test('who waits with nobody there has done so since they came, since the last officer left, or since the hours began', () => {
  const { hall, at, counterA } = hallAt('07:50', real);
  hall.ticket('A');
  expect([since(counterA().unattendedSince), since(counterA().hoursBegan)]).toEqual([null, null]);
  at('08:10');
  expect([since(counterA().unattendedSince), since(counterA().hoursBegan)]).toEqual(['08:00', '08:00']);
  const officer = hall.officerAt(1);
  const input = { deskId: hall.deskId(1) };
  expect(counterA().unattendedSince).toBeNull();
  at('08:20');
  hall.act(officer, (context) => pauseDesk(context, { ...input, reason: 'Salat' }));
  at('08:25');
  expect(since(counterA().unattendedSince)).toBe('08:20');
  hall.act(officer, (context) => resumeDesk(context, input));
  at('08:30');
  hall.act(officer, (context) => leaveDesk(context, input));
  at('08:40');
  expect(since(counterA().unattendedSince)).toBe('08:30');
});

test('in practice the hours count for nothing', () => {
  const { hall, at, counterA } = hallAt('03:00');
  hall.ticket('A');
  at('03:10');
  expect([since(counterA().unattendedSince), counterA().hoursBegan]).toEqual(['03:00', null]);
});

test('nobody is left alone where nobody waits', () => {
  expect(hallAt('10:00', real).counterA().unattendedSince).toBeNull();
});
