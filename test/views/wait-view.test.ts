import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeSettings } from '../../electron/actions/accounts/change-settings';
import { changeDesk } from '../../electron/actions/admin/desks';
import { callNext } from '../../electron/actions/desk/call-next';
import { pauseDesk } from '../../electron/actions/desk/pause-desk';
import type { UserActor } from '../../electron/actions/desk/standing';
import { stop } from '../../electron/actions/stop';
import { epochDayOf, formatEpochDay } from '../../electron/queue/local-day';
import { noCounts } from '../../electron/queue/report/day-sums';
import { packSums, sumsFormat } from '../../electron/queue/report/packed-sums';
import { query } from '../../electron/store/store';
import { hallCounterView } from '../../electron/views/counter-view';
import { informationView } from '../../electron/views/information-view';
import { menuView } from '../../electron/views/menu-view';
import { ticketView } from '../../electron/views/ticket-view';
import { type StaffHall, staffHall } from '../support/staff-hall';

let hall: StaffHall;
let officer: UserActor;
beforeEach(() => {
  hall = staffHall();
  officer = hall.officerAt(4);
});
afterEach(() => hall.store.close());

const water = () => menuView(hall.view()).find(({ code }) => code === 'L');
const service = () => water()?.services[0];
/** So many wait for water, and the first of them is at the desk. */
function waiting(count: number): void {
  for (let each = 0; each < count; each += 1) hall.ticket('L');
  hall.act(officer, (context) => callNext(context, { deskId: hall.deskId(4) }));
}

test('while the day holds all who wait, nothing is said of it', () => {
  waiting(2);
  expect(service()?.servedToday).toEqual({ chance: 1, band: 'likely', sentence: null });
  expect(service()?.calledAround).toBeNull();
});

test('a wait of hours says about when the call comes, to ten minutes', () => {
  waiting(30);
  expect(service()).toMatchObject({
    calledAround: '2026-11-24T11:40:00+07:00',
    servedToday: { chance: 1, band: 'likely', sentence: null },
  });
});

test('a wait of more than an hour that is told in minutes says the call to ten minutes', () => {
  hall.clock.set('2026-11-24T09:07+07:00');
  waiting(12);
  expect(service()).toMatchObject({
    estimate: { high: 90 },
    calledAround: '2026-11-24T10:10:00+07:00',
  });
});

test('a counter whose desks serve all its services has one line; where they differ it has none', () => {
  const family = () => menuView(hall.view()).find(({ code }) => code === 'A');
  hall.ticket('A');
  const [first] = family()?.services ?? [];
  expect(family()?.line).toEqual({
    waiting: 1,
    estimate: first?.estimate,
    calledAround: first?.calledAround,
  });
  const [, ...others] = family()?.services ?? [];
  hall.act({ kind: 'system' }, (context) =>
    changeDesk(context, hall.deskId(1), { serviceIds: others.map(({ id }) => id) }),
  );
  expect(family()?.line).toBeNull();
});

test('where the line may outlast the day, people are told before the tap, and when better to come', () => {
  waiting(12);
  hall.clock.set('2026-11-24T13:55+07:00');
  const uncertain = service()?.servedToday;
  expect(uncertain?.band).toBe('uncertain');
  expect(uncertain?.sentence).toEqual({
    id: 'Nomor hari ini mungkin tidak sempat dilayani. Lebih aman datang besok saat buka, pukul 08.00.',
    en: 'A number today may not be served before closing. Better come tomorrow at opening, 08.00.',
    jv: 'Nomer dinten menika saged ugi boten kober dipunladosi. Prayogi rawuh benjing nalika bikak, tabuh 08.00.',
  });
  hall.clock.set('2026-11-24T14:30+07:00');
  expect(service()).toMatchObject({ calledAround: null, servedToday: { band: 'unlikely' } });
  expect(water()?.servedToday).toEqual(service()?.servedToday);
  const told = informationView(hall.view()).counters.find(({ code }) => code === 'L');
  expect(told?.services[0]?.servedToday).toEqual(service()?.servedToday);
});

test('how long people usually wait tomorrow is told where the waits of that counter held for a month, and nowhere else', () => {
  waiting(12);
  hall.clock.set('2026-11-24T13:55+07:00');
  const toldWith = (held: number, visitors: number, day = 1) => {
    for (const table of ['day_estimates', 'day_sums', 'summed_days'] as const) {
      hall.store.write((transaction) => transaction.run(query.deleteFrom(table)));
    }
    for (let back = day; back < day + 10; back += 1) past(back, held, visitors);
    // What was found for a day is kept as long as the hall's configuration.
    hall.act({ kind: 'system' }, (context) =>
      changeSettings(context, { siteName: `Mal ${held} ${visitors} ${day}` }),
    );
    return service()?.servedToday?.sentence;
  };
  const safer =
    'Nomor hari ini mungkin tidak sempat dilayani. Lebih aman datang besok saat buka, pukul 08.00.';
  expect(toldWith(8, 10)).toEqual({
    id: 'Nomor hari ini mungkin tidak sempat dilayani. Besok pukul 08.00 biasanya menunggu 20 menit.',
    en: 'A number today may not be served before closing. Tomorrow at 08.00 people usually wait 20 minutes.',
    jv: 'Nomer dinten menika saged ugi boten kober dipunladosi. Benjing tabuh 08.00 limrahipun ngentosi 20 menit.',
  });
  expect(toldWith(6, 10)?.id).toBe(safer);
  expect(toldWith(2, 2)?.id).toBe(safer);
  expect(toldWith(8, 10, 31)?.id).toBe(safer);
});

/** A day so long ago: ten visitors were told a range that held for so many; so many came at opening and waited 20 minutes. */
function past(back: number, held: number, visitors: number): void {
  const businessDate = formatEpochDay(epochDayOf('2026-11-24') - back);
  const counterId = hall.counterId('L');
  const sum = {
    ...noCounts(),
    hour: 8,
    serviceId: hall.serviceId('L'),
    deskId: 0,
    userId: 0,
    waits: Int32Array.from({ length: visitors }, () => 20 * 60),
    serviceTimes: new Int32Array(),
  };
  hall.store.write((transaction) => {
    transaction.run(query.insertInto('summed_days').values({ businessDate, summedAt: 0 }));
    transaction.run(
      query
        .insertInto('day_sums')
        .values({ businessDate, counterId, sums: packSums([sum]), format: sumsFormat }),
    );
    transaction.run(
      query
        .insertInto('day_estimates')
        .values({ businessDate, counterId, told: 10, untold: 0, held, error: 0, simpleError: 0 }),
    );
  });
}

test('whoever waits already is told too, and whom to ask; after closing and in practice nobody is', () => {
  waiting(12);
  const last = hall.ticket('L');
  hall.clock.set('2026-11-24T14:30+07:00');
  expect(ticketView(hall.view(), last).servedToday).toEqual({
    chance: 0,
    band: 'unlikely',
    sentence: {
      id: 'Loket tutup pukul 15.00. Kemungkinan besar nomor Anda belum sempat dipanggil hari ini. Silakan tanya petugas.',
      en: 'The desk closes at 15.00. Your number will probably not be called today. Please ask the staff.',
      jv: 'Loket tutup tabuh 15.00. Sajakipun nomer panjenengan boten kober dipuntimbali dinten menika. Mangga nyuwun pirsa petugas.',
    },
  });
  hall.clock.set('2026-11-24T15:05+07:00');
  expect(ticketView(hall.view(), last)).toMatchObject({ servedToday: null });
  hall.clock.set('2026-11-24T09:00+07:00');
  expect(service()?.servedToday).not.toBeNull();
  hall.act({ kind: 'system' }, (context) => changeSettings(context, { practice: true }));
  expect(service()?.servedToday).toBeNull();
});

test('of a stopped service no wait is told, to nobody', () => {
  waiting(3);
  const last = hall.ticket('L');
  expect(ticketView(hall.view(), last).estimate).not.toBeNull();
  const supervisor = hall.addUser('supervisor', 'supervisor');
  hall.act(supervisor, (context) => stop(context, { kind: 'counter', id: hall.counterId('L') }));
  const untold = { estimate: null, calledAround: null, servedToday: null };
  expect(ticketView(hall.view(), last)).toMatchObject({ ahead: 2, ...untold });
  expect(service()).toMatchObject(untold);
});

test('where all officers are on a break, the wait counts from the return that was said', () => {
  hall.ticket('L');
  const pause = (until?: string) =>
    hall.act(officer, (context) => pauseDesk(context, { deskId: hall.deskId(4), reason: 'Makan', until }));
  pause('2026-11-24T09:40:00+07:00');
  const { low, high } = service()?.estimate ?? { low: 0, high: 0 };
  expect(low).toBeGreaterThanOrEqual(40);
  expect(high).toBeLessThan(90);
  hall.clock.set('2026-11-24T09:40+07:00');
  // The return is over and nobody came: nothing can be foreseen.
  expect(service()?.estimate).toBeNull();
});

test('a supervisor sees how many of a line the day will probably not hold', () => {
  const unserved = () => hallCounterView(hall.view(), hall.counterId('L')).unservedToday;
  expect(unserved()).toBeNull();
  waiting(12);
  expect(unserved()).toBe(0);
  hall.clock.set('2026-11-24T14:20+07:00');
  const some = unserved() ?? 0;
  // As each of them is told: whoever stands behind the first who probably won't be called.
  const told = hall.store
    .all(query.selectFrom('tickets').select('id').where('status', '=', 'waiting'))
    .filter(({ id }) => ticketView(hall.view(), id).servedToday?.band === 'unlikely');
  expect(some).toBe(told.length);
  expect(some).toBeGreaterThan(0);
  hall.clock.set('2026-11-24T14:45+07:00');
  expect(unserved()).toBeGreaterThan(some);
  hall.clock.set('2026-11-24T15:00+07:00');
  expect(unserved()).toBeNull();
});
