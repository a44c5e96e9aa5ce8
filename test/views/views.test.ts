import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../electron/actions/action';
import { addService } from '../../electron/actions/desk/add-service';
import { callNext } from '../../electron/actions/desk/call-next';
import { finish } from '../../electron/actions/desk/finish';
import { hold } from '../../electron/actions/desk/hold';
import { noShow } from '../../electron/actions/desk/no-show';
import { pauseDesk } from '../../electron/actions/desk/pause-desk';
import { recall } from '../../electron/actions/desk/recall';
import { reinstate } from '../../electron/actions/desk/reinstate';
import { start } from '../../electron/actions/desk/start';
import { takeDesk } from '../../electron/actions/desk/take-desk';
import { transfer } from '../../electron/actions/desk/transfer';
import { board, call } from '../../electron/contract/lobby';
import { counterMenu, serviceWeek, site } from '../../electron/contract/site';
import {
  counterSnapshot,
  desk,
  deskSnapshot,
  hallCounter,
  hallSnapshot,
  queue,
} from '../../electron/contract/staff';
import { holderTicket, ticket } from '../../electron/contract/tickets';
import { query } from '../../electron/store/store';
import { boardView, callView } from '../../electron/views/board-view';
import { counterSnapshotView, hallCounterView, hallView } from '../../electron/views/counter-view';
import { deskSnapshotView, deskView } from '../../electron/views/desk-view';
import { menuView } from '../../electron/views/menu-view';
import { queueView } from '../../electron/views/queue-view';
import { serviceWeekView } from '../../electron/views/service-week-view';
import { siteView } from '../../electron/views/site-view';
import { followUrl, holderTicketView, ticketView } from '../../electron/views/ticket-view';
import { take, takePrinted } from '../support/issue';
import { smallHall } from '../support/small-hall';
import { type TestHall, testHall } from '../support/test-hall';

/** Makes an officer and sits them at a desk. */
function officer(hall: TestHall, number: number): { readonly actor: Actor; readonly deskId: number } {
  const { userId, deskId } = hall.manDesk(number);
  hall.store.write((transaction) =>
    transaction.run(
      query.updateTable('desks').set({ userId: null, signedInAt: null }).where('id', '=', deskId),
    ),
  );
  const actor: Actor = { kind: 'user', userId, role: 'staff', counterIds: null };
  hall.act(actor, (context) => takeDesk(context, { deskId }));
  return { actor, deskId };
}

/** A busy morning: every state that a ticket can be in, two officers, one on a break. */
function busyHall() {
  const hall = testHall();
  const ktp = hall.serviceId('A');
  const birth = hall.serviceId('A', 1);
  const water = hall.serviceId('L');
  const one = officer(hall, 1);
  const two = officer(hall, 2);
  const four = officer(hall, 4);
  const minutes = (count: number) => hall.clock.advance({ minutes: count });

  const done = takePrinted(hall, ktp);
  const missed = takePrinted(hall, ktp);
  minutes(1);
  hall.act(one.actor, (context) => callNext(context, { deskId: one.deskId }));
  hall.act(one.actor, (context) => start(context, { deskId: one.deskId }));
  minutes(8);
  hall.act(one.actor, (context) => finish(context, { deskId: one.deskId }));
  hall.act(one.actor, (context) => callNext(context, { deskId: one.deskId }));
  hall.act(one.actor, (context) => recall(context, { deskId: one.deskId }));
  hall.act(one.actor, (context) => noShow(context, { deskId: one.deskId }));

  const held = takePrinted(hall, birth);
  hall.act(two.actor, (context) => callNext(context, { deskId: two.deskId }));
  hall.act(two.actor, (context) => hold(context, { deskId: two.deskId, reason: 'Fotokopi KK' }));

  const moved = takePrinted(hall, water);
  hall.act(four.actor, (context) => callNext(context, { deskId: four.deskId }));
  hall.act(four.actor, (context) =>
    transfer(context, { deskId: four.deskId, serviceId: ktp, place: 'arrival', note: 'Perlu KTP' }),
  );
  const serving = takePrinted(hall, water);
  hall.act(four.actor, (context) => callNext(context, { deskId: four.deskId }));
  hall.act(four.actor, (context) => start(context, { deskId: four.deskId }));
  hall.act(four.actor, (context) => addService(context, { deskId: four.deskId, serviceId: birth }));

  minutes(1);
  const regular = takePrinted(hall, ktp);
  const elderly = takePrinted(hall, ktp, { priority: 'elderly' });
  hall.act(one.actor, (context) => reinstate(context, { ticketId: missed.ticketId }));
  const printing = take(hall, birth);
  hall.act(two.actor, (context) => pauseDesk(context, { deskId: two.deskId, reason: 'Salat' }));
  return { hall, one, two, four, done, missed, held, moved, serving, regular, elderly, printing };
}

test('every view of a busy hall and of an empty one is as the contract says', () => {
  for (const hall of [testHall(), busyHall().hall]) {
    const view = hall.view();
    site.parse(siteView(view));
    counterMenu.parse(menuView(view));
    board.parse(boardView(view));
    board.parse(boardView(view, 'Barat'));
    hallSnapshot.parse(hallView(view, null));
    for (const counter of hall.hall().counters) {
      queue.parse(queueView(view, counter.id));
      counterSnapshot.parse(counterSnapshotView(view, counter.id));
      hallCounter.parse(hallCounterView(view, counter.id));
      for (const service of counter.services) serviceWeek.parse(serviceWeekView(view, service.id));
      for (const each of counter.desks) {
        desk.parse(deskView(view, each.id));
        deskSnapshot.parse(deskSnapshotView(view, each.id, null));
      }
    }
    for (const { id, token } of hall.store.all(query.selectFrom('tickets').select(['id', 'token']))) {
      ticket.parse(ticketView(view, id));
      holderTicket.parse(holderTicketView(view, token));
    }
    for (const { sequence } of hall.store.all(query.selectFrom('calls').select('sequence'))) {
      call.parse(callView(view, sequence));
    }
  }
});

test('the hall', () => {
  const hall = testHall();
  const view = (): unknown => siteView(hall.view());
  const expected = {
    name: 'MPP Kajen',
    city: 'Kabupaten Pekalongan',
    timezone: 'Asia/Jakarta',
    languages: ['id', 'en', 'jv'],
    practice: false,
    now: '2026-11-24T09:00:00+07:00',
    businessDate: '2026-11-24',
    setUp: false,
  };
  expect(view()).toEqual(expected);
  hall.manDesk(1);
  expect(view()).toEqual({ ...expected, setUp: true });
});

describe('the menu', () => {
  test('shows state, quota, people and wait of each service, and of the counter what they make', () => {
    const { hall } = busyHall();
    const menu = menuView(hall.view());
    expect(
      menu.map(({ code, status, reason, opensAt, waiting, desks }) => ({
        code,
        status,
        says: reason?.id ?? null,
        opensAt,
        waiting,
        desks,
      })),
    ).toEqual([
      { code: 'A', status: 'open', says: null, opensAt: null, waiting: 4, desks: ['1', '2'] },
      {
        code: 'IM',
        status: 'closed',
        says: 'Buka Rabu 08.00',
        opensAt: '2026-11-25T08:00:00+07:00',
        waiting: 0,
        desks: ['3'],
      },
      { code: 'L', status: 'open', says: null, opensAt: null, waiting: 0, desks: ['4'] },
    ]);
    expect(
      menu[0]?.services.map(({ status, quotaLeft, waiting, estimate }) => ({
        status,
        quotaLeft,
        waiting,
        estimate,
      })),
    ).toEqual([
      { status: 'open', quotaLeft: null, waiting: 4, estimate: { low: 35, high: 85 } },
      { status: 'open', quotaLeft: 8, waiting: 0, estimate: { low: 35, high: 85 } },
    ]);
  });

  test('a counter whose every manned desk is paused is on a break, and gives numbers all the same', () => {
    const hall = testHall();
    const one = officer(hall, 1);
    expect(menuView(hall.view())[0]).toMatchObject({ status: 'open', reason: null });
    hall.act(one.actor, (context) => pauseDesk(context, { deskId: one.deskId, reason: 'Makan' }));
    expect(menuView(hall.view())[0]).toMatchObject({
      status: 'open',
      state: 'break',
      reason: { id: 'Istirahat sebentar', en: 'On a short break', jv: 'Ngaso sekedhap' },
      opensAt: null,
    });
    officer(hall, 2);
    expect(menuView(hall.view())[0]).toMatchObject({ status: 'open', state: 'serving', reason: null });
  });

  test('kiosk, hall view, display and ticket say the same of a counter that nobody serves', () => {
    const hall = testHall({ ...smallHall, settings: { practice: false } });
    hall.clock.set('2026-11-24T08:10+07:00');
    const { token } = takePrinted(hall, hall.serviceId('A'));
    const said = () => {
      const view = hall.view();
      const [kiosk] = menuView(view);
      return [
        [kiosk, kiosk?.services[0], hallView(view, null).counters[0]],
        [boardView(view).counters[0]?.standing, holderTicketView(view, token).standing],
      ].map((surfaces) =>
        surfaces.map((each) => each && [each.status, each.state, each.reason?.id].join(': ')),
      );
    };
    const everywhere = (standing: string) => [
      [standing, standing, standing],
      [standing, standing],
    ];
    expect(said()).toEqual(everywhere('open: promised: Petugas belum datang'));
    hall.clock.set('2026-11-24T08:30+07:00');
    expect(said()).toEqual(everywhere('paused: absent: Petugas tidak ada'));
    officer(hall, 1);
    expect(said()).toEqual(everywhere('open: serving: '));
    // Who waits is served beyond the last number's time; the kiosk gives none any more.
    hall.clock.set('2026-11-24T14:50+07:00');
    expect(said()[0]?.[0]).toBe('closed: closed: Buka Rabu 08.00');
    expect(said()[1]?.[1]).toBe('open: serving: ');
  });
});

test('every surface counts the same people as waiting: those who can be called, without those whose paper isn’t out', () => {
  const visits = fc.array(
    fc.record({
      code: fc.constantFrom('A' as const, 'L' as const),
      isPrinted: fc.boolean(),
      isCalled: fc.boolean(),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(visits, (taken) => {
      const hall = testHall();
      const desks = { A: officer(hall, 1), L: officer(hall, 4) };
      for (const { code, isPrinted, isCalled } of taken) {
        (isPrinted ? takePrinted : take)(hall, hall.serviceId(code));
        if (!isCalled || !isPrinted) continue;
        const { actor, deskId } = desks[code];
        hall.act(actor, (context) => callNext(context, { deskId }));
        hall.act(actor, (context) => start(context, { deskId }));
        hall.act(actor, (context) => finish(context, { deskId }));
      }
      const context = hall.view();
      for (const { id, waiting } of menuView(context)) {
        const onBoard = boardView(context).counters.find((counter) => counter.id === id)?.waiting;
        const inHall = hallCounterView(context, Number(id)).waiting;
        const inQueue = counterSnapshotView(context, Number(id)).queue.waiting.length;
        expect([onBoard, inHall, inQueue]).toEqual([waiting, waiting, waiting]);
      }
    }),
    { numRuns: 25 },
  );
});

test("a service's week is its own hours, with its quota", () => {
  const hall = testHall();
  const week = serviceWeekView(hall.view(), hall.serviceId('IM'));
  expect(week.map((day) => day.spans.length)).toEqual([0, 2, 0, 0, 0, 0, 0]);
  expect(week[1]).toEqual({
    date: '2026-11-25',
    weekday: 3,
    spans: [
      { opens: '08:00', closes: '12:00' },
      { opens: '13:00', closes: '14:00' },
    ],
    reason: null,
    quota: 15,
  });
  expect(() => serviceWeekView(hall.view(), 99)).toThrow('not_found');
});

describe('a ticket', () => {
  test('for its holder: place, wait, token, and where to follow it', () => {
    const { hall, regular } = busyHall();
    expect(holderTicketView(hall.view(), regular.token)).toEqual({
      id: String(regular.ticketId),
      number: 'A-004',
      status: 'waiting',
      paper: 'printed',
      businessDate: '2026-11-24',
      practice: false,
      counter: { id: String(hall.counterId('A')), code: 'A', name: hall.hall().counters[0]?.name },
      service: {
        id: String(hall.serviceId('A')),
        name: hall.hall().counters[0]?.services[0]?.name,
      },
      priority: null,
      language: 'id',
      issuedAt: '2026-11-24T09:10:00+07:00',
      // The elderly visitor has the priority turn, the transferred one came earlier.
      ahead: 2,
      estimate: { low: 10, high: 35 },
      calledAround: null,
      servedToday: { chance: 1, band: 'likely', sentence: null },
      desk: null,
      calledAt: null,
      token: regular.token,
      followUrl: null,
      paperPlace: null,
      standing: { status: 'open', state: 'serving', reason: null, opensAt: null, until: null, cause: null },
      keepUntil: null,
      recalls: 0,
      fetchMe: false,
      steppedOut: null,
      zone: '',
      desks: ['1', '2'],
      calledNow: null,
      documents: hall.hall().counters[0]?.services[0]?.documents,
    });
    expect(() => holderTicketView(hall.view(), 'x'.repeat(22))).toThrow('not_found');
    expect(() => ticketView(hall.view(), 999)).toThrow('not_found');
  });

  test('at a desk it has nobody ahead and says which desk', () => {
    const { hall, serving, four } = busyHall();
    expect(ticketView(hall.view(), serving.ticketId)).toMatchObject({
      status: 'serving',
      ahead: 0,
      estimate: null,
      desk: { id: String(four.deskId), label: '4' },
      calledAt: '2026-11-24T09:09:00+07:00',
    });
  });

  test('its place falls by one as those ahead are called, whoever they are', () => {
    const hall = testHall();
    const one = officer(hall, 1);
    const service = hall.serviceId('A');
    const taken = Array.from({ length: 9 }, (_, index) =>
      takePrinted(hall, service, index % 2 === 1 ? { priority: 'pregnant' } : {}),
    );
    const ahead = () => {
      const view = hall.view();
      return taken.map(({ ticketId }) => ticketView(view, ticketId).ahead);
    };
    const order = [...ahead().keys()].sort((a, b) => (ahead()[a] ?? 0) - (ahead()[b] ?? 0));
    expect([...ahead()].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    for (const index of order) {
      const called = hall.act(one.actor, (context) => callNext(context, { deskId: one.deskId }));
      expect(called?.ticketId).toBe(taken[index]?.ticketId);
      hall.act(one.actor, (context) => finish(context, { deskId: one.deskId }));
    }
  });

  test('without anybody at a desk its wait is unknown', () => {
    const hall = testHall();
    const { ticketId } = take(hall, hall.serviceId('A'));
    expect(ticketView(hall.view(), ticketId)).toMatchObject({ status: 'printing', ahead: 0, estimate: null });
  });

  test('is followed at the address of the hall', () => {
    expect(followUrl({ publicUrl: 'https://antre.kajen.id/' }, 'abc')).toBe('https://antre.kajen.id/t/abc');
  });
});

describe('the queue', () => {
  test('stands in calling order, each with its reason', () => {
    const { hall, done, missed, held, moved, regular, elderly } = busyHall();
    const shown = queueView(hall.view(), hall.counterId('A'));
    expect(
      shown.waiting.map((each) => [each.id, each.place.reason, each.place.sentence.id, each.ahead]),
    ).toEqual([
      [String(elderly.ticketId), 'priority_turn', 'Giliran didahulukan: lanjut usia', 0],
      [String(moved.ticketId), 'transferred', 'Dialihkan dari PDAM, urut datang 09.09', 1],
      [String(regular.ticketId), 'arrival', 'Urut datang 09.10', 2],
      // Behind the one whose paper is on its way, too, which no desk can call yet.
      [String(missed.ticketId), 'returned', 'Kembali setelah tidak hadir', 4],
    ]);
    expect(shown.waiting[1]).toMatchObject({ note: 'Perlu KTP', waitingSince: '2026-11-24T09:09:00+07:00' });
    expect(shown.held).toMatchObject([
      {
        id: String(held.ticketId),
        status: 'held',
        note: 'Fotokopi KK',
        heldAt: '2026-11-24T09:09:00+07:00',
        ahead: 0,
      },
    ]);
    expect(shown.recent.map((each) => [each.id, each.status])).toEqual([[String(done.ticketId), 'done']]);
  });

  test('a desk shows what it may call, its ticket, and its own day', () => {
    const { hall, one, four, serving } = busyHall();
    const first = deskSnapshotView(hall.view(), one.deskId, null);
    expect(first).toMatchObject({
      ticket: null,
      recallLimit: 3,
      today: { served: 1, noShow: 0, serviceSeconds: 480, servedByHour: [{ hour: 9, served: 1 }] },
    });
    expect(first.queue.waiting).toHaveLength(4);
    const fourth = deskSnapshotView(hall.view(), four.deskId, null);
    expect(fourth.ticket).toMatchObject({
      id: String(serving.ticketId),
      status: 'serving',
      added: [{ id: String(hall.serviceId('A', 1)) }],
    });
  });

  test('a supervisor sees who sits where, who waits longest, and who is on a break since when', () => {
    const { hall, two } = busyHall();
    expect(hallView(hall.view(), null).counters[0]).toMatchObject({
      code: 'A',
      status: 'open',
      paused: false,
      waiting: 4,
      held: 1,
      longestWaitSince: '2026-11-24T09:00:00+07:00',
    });
    expect(deskView(hall.view(), two.deskId)).toMatchObject({
      user: { displayName: 'Petugas 2' },
      pause: { reason: 'Salat', since: '2026-11-24T09:10:00+07:00' },
      ticketId: null,
    });
  });

  test('whose paper is still to come neither counts as waiting nor as waiting longest', () => {
    const hall = testHall();
    take(hall, hall.serviceId('A'));
    expect(hallView(hall.view(), null).counters[0]).toMatchObject({ waiting: 0, longestWaitSince: null });
  });
});

describe('the board', () => {
  test("shows each ticket's newest call first, and who is served where", () => {
    const { hall } = busyHall();
    const shown = boardView(hall.view());
    expect(shown.calls.map((each) => [each.number, each.desk.label, each.recall, each.sequence])).toEqual([
      ['LB-002', '4', false, 6],
      ['LB-001', '4', false, 5],
      ['A-003', '2', false, 4],
      ['A-002', '1', true, 3],
      ['A-001', '1', false, 1],
    ]);
    expect(shown.counters.map((each) => [each.code, each.nowServing, each.waiting])).toEqual([
      ['A', [], 4],
      ['IM', [], 0],
      ['L', [{ number: 'LB-002', desk: '4' }], 0],
    ]);
  });

  test('of one zone shows only its counters; of a zone that is not there, the hall', () => {
    const { hall } = busyHall();
    const west = boardView(hall.view(), 'Barat');
    expect(west.counters.map((each) => each.code)).toEqual(['IM', 'L']);
    expect(west.calls.map((each) => each.number)).toEqual(['LB-002', 'LB-001']);
    expect(boardView(hall.view(), 'Timur')).toEqual(boardView(hall.view()));
  });

  test("shows none of yesterday's calls", () => {
    const { hall } = busyHall();
    hall.clock.set('2026-11-25T08:00+07:00');
    expect(boardView(hall.view()).calls).toEqual([]);
    expect(boardView(hall.view()).counters.map((each) => each.waiting)).toEqual([0, 0, 0]);
  });
});

test('what was archived is still named on its tickets and calls', () => {
  const { hall, serving } = busyHall();
  hall.store.write((transaction) => {
    const archivedAt = hall.clock.now();
    transaction.run(query.updateTable('services').set({ archivedAt }).where('id', '=', hall.serviceId('L')));
    transaction.run(query.updateTable('desks').set({ archivedAt }).where('number', '=', 4));
    transaction.run(query.updateTable('counters').set({ archivedAt }).where('code', '=', 'L'));
    transaction.announce({ kind: 'configuration' });
  });
  expect(ticketView(hall.view(), serving.ticketId)).toMatchObject({
    counter: { code: 'L', name: { id: 'PDAM' } },
    service: { name: { id: 'Pembayaran' } },
    desk: { label: '4' },
  });
  expect(call.parse(callView(hall.view(), 6))).toMatchObject({
    counter: { code: 'L', zone: 'Barat', group: 'enterprise' },
    desk: { label: '4' },
  });
});
