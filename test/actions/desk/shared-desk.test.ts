import { expect, test } from 'vitest';
import { changeUser } from '../../../electron/actions/accounts/change-user';
import type { ActionContext } from '../../../electron/actions/action';
import { archiveCounter } from '../../../electron/actions/admin/counters';
import { changeDesk } from '../../../electron/actions/admin/desks';
import { answerBreak } from '../../../electron/actions/desk/answer-break';
import { answerHelp } from '../../../electron/actions/desk/answer-help';
import { askForBreak } from '../../../electron/actions/desk/ask-for-break';
import { askForHelp } from '../../../electron/actions/desk/ask-for-help';
import { call } from '../../../electron/actions/desk/call';
import { callNext } from '../../../electron/actions/desk/call-next';
import { endHelp } from '../../../electron/actions/desk/end-help';
import { finish } from '../../../electron/actions/desk/finish';
import { noShow } from '../../../electron/actions/desk/no-show';
import { pauseDesk } from '../../../electron/actions/desk/pause-desk';
import { resumeDesk } from '../../../electron/actions/desk/resume-desk';
import type { UserActor } from '../../../electron/actions/desk/standing';
import { takeBack } from '../../../electron/actions/desk/take-back';
import { takeDesk } from '../../../electron/actions/desk/take-desk';
import { transfer } from '../../../electron/actions/desk/transfer';
import { formatNumber } from '../../../electron/queue/number';
import { openingNow } from '../../../electron/store/queue-queries';
import { query } from '../../../electron/store/store';
import { boardView } from '../../../electron/views/board-view';
import { hallCounterView } from '../../../electron/views/counter-view';
import { deskSnapshotView, deskToTakeView } from '../../../electron/views/desk-view';
import { menuView } from '../../../electron/views/menu-view';
import { officersView } from '../../../electron/views/officers-view';
import { presenceView } from '../../../electron/views/reports/presence-view';
import { summaryView } from '../../../electron/views/reports/summary-view';
import { holderTicketView } from '../../../electron/views/ticket-view';
import { type StaffHall, staffHall } from '../../support/staff-hall';

/** A hall where desk 1 of A serves L too, which has no other desk; nobody is missed for longer than ten minutes. */
function sharingHall(): StaffHall {
  const hall = staffHall();
  hall.store.write((transaction) => {
    transaction.run(
      query
        .updateTable('desks')
        .set({ otherCounterIdsJson: JSON.stringify([hall.counterId('L')]) })
        .where('number', '=', 1),
    );
    transaction.run(query.updateTable('desks').set({ archivedAt: 1 }).where('number', '=', 4));
    for (const [key, valueJson] of [
      ['graceMinutes', '10'],
      ['absentGivesNumbers', 'false'],
    ] as const) {
      transaction.run(
        query
          .insertInto('settings')
          .values({ key, valueJson })
          .onConflict((old) => old.column('key').doUpdateSet({ valueJson })),
      );
    }
    transaction.announce({ kind: 'configuration' });
  });
  return hall;
}

const numberOf = (hall: StaffHall, ticketId: number) => {
  const { ticket } = hall.stored(ticketId);
  return formatNumber(String(ticket.prefix), Number(ticket.sequence));
};
/** Calls who is next at desk 1 and finishes; the number, or null. */
const serveNext = (hall: StaffHall, user: UserActor) => {
  const deskId = hall.deskId(1);
  const called = hall.act(user, (context) => callNext(context, { deskId }));
  if (!called) return null;
  hall.act(user, (context) => finish(context, { deskId }));
  return numberOf(hall, called.ticketId);
};
const stateOf = (hall: StaffHall, code: string) => {
  const view = hall.view();
  const service = view.hall.service.get(hall.serviceId(code));
  if (!service) throw new Error(`no service at ${code}`);
  const { status, state } = openingNow(hall.store, view.hall, service, view);
  return [status, state];
};
const waitingAt = (hall: StaffHall, reach: readonly number[] | null) =>
  deskSnapshotView(hall.view(), hall.deskId(1), reach).queue.waiting.map(({ number }) => number);

test('a desk of two counters calls from both in the one order that the rules give', () => {
  const hall = sharingHall();
  for (const [code, priority] of [
    ['A', undefined],
    ['L', undefined],
    ['L', 'elderly'],
    ['A', undefined],
    ['A', 'infant'],
    ['L', 'elderly'],
  ] as const) {
    hall.ticket(code, priority ? { priority } : {});
    hall.clock.advance({ seconds: 10 });
  }
  const officer = hall.officerAt(1);
  const order = ['LB-002', 'A-003', 'A-001', 'LB-003', 'LB-001', 'A-002'];
  expect(waitingAt(hall, null)).toEqual(order);
  expect(order.map(() => serveNext(hall, officer))).toEqual(order);
  expect(serveNext(hall, officer)).toBeNull();
});

test('an officer calls at it only for the counters that are theirs, and only there is somebody for visitors', () => {
  const hall = sharingHall();
  const ofL = hall.ticket('L');
  hall.ticket('A');
  const officer = hall.officerAt(1, 'staff', ['A']);
  const deskId = hall.deskId(1);
  expect(serveNext(hall, officer)).toBe('A-001');
  expect(serveNext(hall, officer)).toBeNull();
  expect(hall.refusal(officer, (context) => call(context, { deskId, ticketId: ofL })).code).toBe(
    'not_your_counter',
  );
  hall.clock.advance({ minutes: 90 });
  expect([stateOf(hall, 'A'), stateOf(hall, 'L')]).toEqual([
    ['open', 'serving'],
    ['paused', 'absent'],
  ]);
  const desksOf = (code: string) =>
    hallCounterView(hall.view(), hall.counterId(code)).desks.map(({ label, user }) => [
      label,
      user?.displayName,
    ]);
  expect([desksOf('A'), desksOf('L')]).toEqual([
    [
      ['1', 'officer-1'],
      ['2', undefined],
    ],
    [['1', undefined]],
  ]);
  expect(officersView(hall.view(), [hall.counterId('L')])).toEqual([]);
});

test('an officer of the other counter alone may sit there, but not take over a number of the first', () => {
  const hall = sharingHall();
  const ofA = hall.addUser('a', 'staff', ['A']);
  const ofL = hall.addUser('l', 'supervisor', ['L']);
  const deskId = hall.deskId(1);
  hall.ticket('A');
  hall.ticket('L');
  hall.act(ofA, (context) => takeDesk(context, { deskId }));
  hall.act(ofA, (context) => callNext(context, { deskId }));
  expect(hall.refusal(ofL, (context) => takeDesk(context, { deskId })).code).toBe('not_your_counter');
  hall.act(ofA, (context) => noShow(context, { deskId }));
  hall.act(ofL, (context) => takeDesk(context, { deskId }));
  expect(serveNext(hall, ofL)).toBe('LB-001');
});

test('one officer counts as there for every counter of the desk, and a break is one of all', () => {
  const hall = sharingHall();
  hall.clock.advance({ minutes: 30 });
  expect([stateOf(hall, 'A'), stateOf(hall, 'L')]).toEqual([
    ['paused', 'absent'],
    ['paused', 'absent'],
  ]);
  const officer = hall.officerAt(1);
  const deskId = hall.deskId(1);
  expect([stateOf(hall, 'A'), stateOf(hall, 'L')]).toEqual([
    ['open', 'serving'],
    ['open', 'serving'],
  ]);
  expect(menuView(hall.view()).map(({ code, desks }) => [code, desks])).toEqual([
    ['A', ['1', '2']],
    ['IM', ['3']],
    ['L', ['1']],
  ]);
  hall.act(officer, (context) => pauseDesk(context, { deskId, reason: 'Makan' }));
  expect([stateOf(hall, 'A'), stateOf(hall, 'L')]).toEqual([
    ['open', 'break'],
    ['open', 'break'],
  ]);
  // Somebody else goes on for A alone.
  hall.officerAt(2);
  expect([stateOf(hall, 'A'), stateOf(hall, 'L')]).toEqual([
    ['open', 'serving'],
    ['open', 'break'],
  ]);
  hall.act(officer, (context) => resumeDesk(context, { deskId }));
  expect(stateOf(hall, 'L')).toEqual(['open', 'serving']);
});

test('whoever waits is told of all who are called before, of the other counter too, and hears of them', () => {
  const hall = sharingHall();
  const officer = hall.officerAt(1);
  hall.ticket('A');
  hall.ticket('A');
  const last = hall.ticket('L');
  const token = String(hall.stored(last).ticket.token);
  const aheadAndWait = () => {
    const { ahead, estimate } = holderTicketView(hall.view(), token);
    return [ahead, (estimate?.high ?? 0) > 10];
  };
  // Two of ten minutes each before it: L is not promised the desk for itself.
  expect(aheadAndWait()).toEqual([2, true]);
  hall.takeChanges();
  hall.act(officer, (context) => callNext(context, { deskId: hall.deskId(1) }));
  expect(hall.takeChanges()).toEqual(
    expect.arrayContaining([
      { kind: 'desk', deskId: hall.deskId(1), counterId: hall.counterId('A') },
      { kind: 'desk', deskId: hall.deskId(1), counterId: hall.counterId('L') },
    ]),
  );
  expect(aheadAndWait()[0]).toBe(1);
});

test('a number keeps its own counter: on the display, in the reports, sent on, missed and taken back', () => {
  const hall = sharingHall();
  const officer = hall.officerAt(1);
  const deskId = hall.deskId(1);
  const ofL = hall.ticket('L');
  hall.act(officer, (context) => callNext(context, { deskId }));
  const board = boardView(hall.view());
  expect(board.calls.map(({ number, counter, desk }) => [number, counter.code, desk.label])).toEqual([
    ['LB-001', 'L', '1'],
  ]);
  expect(board.counters.map(({ code, nowServing }) => [code, nowServing])).toEqual([
    ['A', []],
    ['IM', []],
    ['L', [{ number: 'LB-001', desk: '1' }]],
  ]);
  hall.act(officer, (context) => noShow(context, { deskId }));
  expect(deskSnapshotView(hall.view(), deskId, null)).toMatchObject({
    lastEnded: { number: 'LB-001', how: 'no_show' },
    today: { served: 0, noShow: 1 },
  });
  hall.act(officer, (context) => takeBack(context, { ticketId: ofL }));
  expect(hall.stored(ofL).ticket).toMatchObject({ status: 'called' });
  hall.act(officer, (context) =>
    transfer(context, { deskId, serviceId: hall.serviceId('A'), place: 'front' }),
  );
  expect(serveNext(hall, officer)).toBe('LB-001');
  hall.ticket('L');
  expect(serveNext(hall, officer)).toBe('LB-002');
  const week = { from: '2026-11-23', to: '2026-11-29', reach: null };
  expect(
    summaryView(hall.view(), { ...week, by: 'counter' }).map(({ counterCode, served }) => [
      counterCode,
      served,
    ]),
  ).toEqual([
    ['A', 1],
    ['L', 1],
  ]);
});

test('reports count the officer as present at each counter that is theirs', () => {
  const hall = sharingHall();
  const week = { from: '2026-11-23', to: '2026-11-29', reach: null };
  const present = () =>
    Object.fromEntries(
      presenceView(hall.view(), week).map(({ counterCode, present: seconds }) => [counterCode, seconds / 60]),
    );
  hall.ticket('A');
  const both = hall.officerAt(1);
  hall.clock.advance({ minutes: 30 });
  expect(present()).toEqual({ A: 30, L: 30 });
  const ofA = hall.addUser('a', 'supervisor', ['A']);
  hall.act(ofA, (context) => takeDesk(context, { deskId: hall.deskId(1) }));
  hall.clock.advance({ minutes: 20 });
  expect(present()).toEqual({ A: 50, L: 30 });
  expect(both.counterIds).toBeNull();
});

test('nobody is told at it of numbers out of their reach', () => {
  const hall = sharingHall();
  hall.ticket('A');
  hall.ticket('L');
  hall.officerAt(1);
  expect([waitingAt(hall, [hall.counterId('A')]), waitingAt(hall, [hall.counterId('L')])]).toEqual([
    ['A-001'],
    ['LB-001'],
  ]);
});

test('whoever loses the counter of the number at the desk leaves it, and else serves on for the rest', () => {
  const hall = sharingHall();
  hall.store.write((transaction) =>
    transaction.run(
      query.insertInto('users').values({
        username: 'admin',
        displayName: 'Admin',
        role: 'admin',
        passwordHash: '',
        wholeHall: 1,
        createdAt: 0,
      }),
    ),
  );
  const deskId = hall.deskId(1);
  const sitting = () =>
    hall.store.first(query.selectFrom('desks').select('userId').where('id', '=', deskId))?.userId ?? null;
  const officer = hall.officerAt(1, 'staff', ['A', 'L']);
  const narrow = (code: string) =>
    hall.act({ kind: 'system' }, (context) =>
      changeUser(context, officer.userId, { counterIds: [hall.counterId(code)] }),
    );
  hall.ticket('L');
  hall.ticket('A');
  narrow('L');
  expect(sitting()).toBe(officer.userId);
  expect(serveNext(hall, { ...officer, counterIds: [hall.counterId('L')] })).toBe('LB-001');
  hall.ticket('L');
  hall.act({ ...officer, counterIds: [hall.counterId('L')] }, (context) => callNext(context, { deskId }));
  narrow('A');
  expect(sitting()).toBeNull();
});

test('what is taken back is put before nobody who may not serve it any more', () => {
  const hall = sharingHall();
  const deskId = hall.deskId(1);
  const officer = hall.officerAt(1, 'staff', ['A', 'L']);
  const ticketId = hall.ticket('L');
  expect(serveNext(hall, officer)).toBe('LB-001');
  hall.store.write((transaction) =>
    transaction.run(
      query
        .updateTable('users')
        .set({
          counterIdsJson: JSON.stringify([hall.counterId('A')]),
          institutionsJson: JSON.stringify([hall.hall().institutionOf.get(hall.counterId('A'))]),
        })
        .where('id', '=', officer.userId),
    ),
  );
  hall.act(hall.addUser('l', 'supervisor', ['L']), (context) => takeBack(context, { ticketId }));
  expect(hall.status(ticketId)).toBe('waiting');
  hall.ticket('A');
  expect(serveNext(hall, { ...officer, counterIds: [hall.counterId('A')] })).toBe('A-001');
  expect(deskSnapshotView(hall.view(), deskId, null).ticket).toBeNull();
});

test('a supervisor hears and answers no calls for help or breaks of an officer who serves none of their counters there', () => {
  const hall = sharingHall();
  hall.store.write((transaction) =>
    transaction.run(
      query
        .insertInto('settings')
        .values({ key: 'breaksNeedAsking', valueJson: 'true' })
        .onConflict((old) => old.column('key').doUpdateSet({ valueJson: 'true' })),
    ),
  );
  const deskId = hall.deskId(1);
  const officer = hall.officerAt(1, 'staff', ['A']);
  const [ofA, ofL] = ['A', 'L'].map((code) => hall.addUser(code, 'supervisor', [code]));
  if (!ofA || !ofL) throw new Error('no supervisors');
  hall.act(officer, (context) => askForHelp(context, { deskId }));
  hall.act(officer, (context) => askForBreak(context, { deskId, reason: 'Salat', minutes: 10 }));
  const asked = (code: string) => {
    const reach = [hall.counterId(code)];
    const shown = [
      deskToTakeView(hall.view(), deskId, reach),
      deskSnapshotView(hall.view(), deskId, reach).desk,
    ];
    return shown.map(({ user, help, breakAsked }) => [user?.displayName, help !== null, breakAsked?.reason]);
  };
  expect([asked('A'), asked('L')]).toEqual([
    [
      ['officer-1', true, 'Salat'],
      ['officer-1', true, 'Salat'],
    ],
    [
      ['officer-1', false, undefined],
      ['officer-1', false, undefined],
    ],
  ]);
  const before = hall.everything();
  const verbs = [
    (context: ActionContext) => answerHelp(context, { deskId }),
    (context: ActionContext) => endHelp(context, { deskId }),
    (context: ActionContext) => answerBreak(context, { deskId, granted: true }),
  ];
  expect(verbs.map((verb) => hall.refusal(ofL, verb).code)).toEqual(verbs.map(() => 'not_your_counter'));
  expect(hall.everything()).toBe(before);
  for (const verb of verbs) hall.act(ofA, verb);
  expect(deskSnapshotView(hall.view(), deskId, null).desk).toMatchObject({
    help: null,
    pause: { reason: 'Salat' },
  });
});

test('an admin gives a desk other counters, and takes none from one where somebody sits', () => {
  const hall = staffHall();
  const deskId = hall.deskId(1);
  const [a, im, l] = ['A', 'IM', 'L'].map((code) => String(hall.counterId(code)));
  const set = (change: Parameters<typeof changeDesk>[2]) =>
    hall.act({ kind: 'system' }, (context) => changeDesk(context, deskId, change));
  const refused = (change: Parameters<typeof changeDesk>[2]) => {
    const before = hall.everything();
    const { code, details } = hall.refusal({ kind: 'system' }, (context) =>
      changeDesk(context, deskId, change),
    );
    expect(hall.everything()).toBe(before);
    return [code, details.errors?.map(({ path }) => path)];
  };
  const served = () => {
    const { counterIds, serviceIds } = hall.hall().desk.get(deskId) ?? {};
    return [counterIds?.map(String), serviceIds];
  };
  set({ otherCounterIds: [l ?? ''] });
  const services = ['A', 'L'].flatMap((code) => [hall.serviceId(code)]);
  expect(served()).toEqual([
    [a, l],
    [services[0], hall.serviceId('A', 1), services[1]],
  ]);
  expect(refused({ otherCounterIds: ['999'] })).toEqual(['invalid_request', ['otherCounterIds.0']]);
  expect(refused({ otherCounterIds: [a ?? ''] })).toEqual(['invalid_request', ['otherCounterIds.0']]);
  expect(refused({ otherCounterIds: [l ?? '', l ?? ''] })).toEqual([
    'invalid_request',
    ['otherCounterIds.1'],
  ]);
  expect(refused({ serviceIds: [String(hall.serviceId('IM'))] })).toEqual([
    'invalid_request',
    ['serviceIds.0'],
  ]);
  set({ serviceIds: [String(hall.serviceId('A', 1)), String(hall.serviceId('L'))] });
  expect(served()).toEqual([
    [a, l],
    [hall.serviceId('A', 1), hall.serviceId('L')],
  ]);
  hall.officerAt(1);
  // Adding is done at once; taking away waits until nobody sits there.
  set({ otherCounterIds: [im ?? '', l ?? ''] });
  expect(served()[0]).toEqual([a, im, l]);
  expect(refused({ otherCounterIds: [im ?? ''] })[0]).toBe('in_use');
  expect(
    hall.refusal({ kind: 'system' }, (context) => archiveCounter(context, hall.counterId('IM'))).code,
  ).toBe('in_use');
});

test('a counter that was archived is served there again once it is back, and none is added that is archived', () => {
  const hall = sharingHall();
  const deskId = hall.deskId(1);
  const l = hall.counterId('L');
  hall.act({ kind: 'system' }, (context) => archiveCounter(context, l));
  expect(hall.hall().desk.get(deskId)?.counterIds).toEqual([hall.counterId('A')]);
  const again = (context: Parameters<typeof changeDesk>[0]) =>
    changeDesk(context, deskId, { otherCounterIds: [String(l)] });
  expect(hall.refusal({ kind: 'system' }, again).code).toBe('invalid_request');
  hall.store.write((transaction) => {
    for (const table of ['counters', 'services'] as const) {
      transaction.run(query.updateTable(table).set({ archivedAt: null }));
    }
    transaction.announce({ kind: 'configuration' });
  });
  expect(hall.hall().desk.get(deskId)?.counterIds).toEqual([hall.counterId('A'), l]);
});
