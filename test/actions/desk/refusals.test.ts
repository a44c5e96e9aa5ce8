import { describe, expect, test } from 'vitest';
import type { ActionContext } from '../../../electron/actions/action';
import { addService } from '../../../electron/actions/desk/add-service';
import { call } from '../../../electron/actions/desk/call';
import { callNext } from '../../../electron/actions/desk/call-next';
import { cancelTicketByStaff } from '../../../electron/actions/desk/cancel-ticket';
import { finish } from '../../../electron/actions/desk/finish';
import { hold } from '../../../electron/actions/desk/hold';
import { leaveDesk } from '../../../electron/actions/desk/leave-desk';
import { moveTicket } from '../../../electron/actions/desk/move-ticket';
import { noShow } from '../../../electron/actions/desk/no-show';
import { pauseDesk } from '../../../electron/actions/desk/pause-desk';
import { recall } from '../../../electron/actions/desk/recall';
import { reinstate } from '../../../electron/actions/desk/reinstate';
import { resumeDesk } from '../../../electron/actions/desk/resume-desk';
import type { UserActor } from '../../../electron/actions/desk/standing';
import { start } from '../../../electron/actions/desk/start';
import { takeDesk } from '../../../electron/actions/desk/take-desk';
import { transfer } from '../../../electron/actions/desk/transfer';
import { walkIn } from '../../../electron/actions/desk/walk-in';
import { query } from '../../../electron/store/store';
import { type StaffHall, staffHall } from '../../support/staff-hall';
import { kiosk } from '../../support/test-hall';

interface Input {
  readonly deskId: number;
  readonly ticketId: number;
  readonly serviceId: number;
}
type Verb = (context: ActionContext, input: Input) => unknown;

/** What is done at a desk to the ticket there. */
const atDesk: Readonly<Record<string, Verb>> = {
  recall: (context, { deskId }) => recall(context, { deskId }),
  start: (context, { deskId }) => start(context, { deskId }),
  finish: (context, { deskId }) => finish(context, { deskId }),
  'add-service': (context, { deskId, serviceId }) => addService(context, { deskId, serviceId }),
  'no-show': (context, { deskId }) => noShow(context, { deskId }),
  hold: (context, { deskId }) => hold(context, { deskId, reason: 'uji' }),
  transfer: (context, { deskId, serviceId }) => transfer(context, { deskId, serviceId, place: 'back' }),
};
/** What needs a desk with nobody at it. */
const atFreeDesk: Readonly<Record<string, Verb>> = {
  'call-next': (context, { deskId }) => callNext(context, { deskId }),
  call: (context, { deskId, ticketId }) => call(context, { deskId, ticketId }),
  pause: (context, { deskId }) => pauseDesk(context, { deskId, reason: 'uji' }),
};
const toTicket: Readonly<Record<string, Verb>> = {
  call: atFreeDesk.call as Verb,
  reinstate: (context, { ticketId }) => reinstate(context, { ticketId }),
  cancel: (context, { ticketId }) => cancelTicketByStaff(context, { ticketId, reason: 'uji' }),
  move: (context, { ticketId }) => moveTicket(context, { ticketId, place: 'back' }),
};

/** Refuses, and leaves every row of every table as it was. */
function expectRefused(
  hall: StaffHall,
  actor: Parameters<StaffHall['act']>[0],
  verb: Verb,
  input: Input,
  code: string,
) {
  const before = hall.everything();
  hall.takeChanges();
  expect(hall.refusal(actor, (context) => verb(context, input)).code).toBe(code);
  expect(hall.everything()).toBe(before);
  expect(hall.takeChanges()).toEqual([]);
}

const statuses = [
  'printing',
  'waiting',
  'called',
  'serving',
  'held',
  'done',
  'no_show',
  'cancelled',
  'void',
] as const;
type Status = (typeof statuses)[number];

/** A hall where a ticket of counter A came to a state by the verbs that lead there; a supervisor sits at desk 1. */
function withTicketIn(status: Status) {
  const hall = staffHall();
  const user = hall.officerAt(1, 'supervisor');
  const deskId = hall.deskId(1);
  const input = { deskId, serviceId: hall.serviceId('L') };
  const ticketId = hall.ticket('A', {
    paper: status === 'printing' || status === 'void' ? 'pending' : 'none',
  });
  const act = (verb: Verb) => hall.act(user, (context) => verb(context, { ...input, ticketId }));
  if (['called', 'serving', 'held', 'done', 'no_show'].includes(status)) act((c) => callNext(c, { deskId }));
  if (status === 'serving') act((c) => start(c, { deskId }));
  if (status === 'held') act((c) => hold(c, { deskId, reason: 'uji' }));
  if (status === 'done') act((c) => finish(c, { deskId }));
  if (status === 'no_show') act((c) => noShow(c, { deskId }));
  if (status === 'cancelled') act((c) => cancelTicketByStaff(c, { ticketId, reason: 'uji' }));
  if (status === 'void') {
    hall.store.write((transaction) => {
      transaction.run(query.updateTable('tickets').set({ status: 'void' }).where('id', '=', ticketId));
      transaction.run(query.updateTable('steps').set({ status: 'void' }).where('ticketId', '=', ticketId));
    });
  }
  expect(hall.status(ticketId)).toBe(status);
  return { hall, user, input: { ...input, ticketId } };
}

// The contract's table, "from".
const from: Readonly<Record<string, readonly Status[]>> = {
  recall: ['called'],
  start: ['called'],
  finish: ['called', 'serving'],
  'add-service': ['called', 'serving'],
  'no-show': ['called'],
  hold: ['called', 'serving'],
  transfer: ['called', 'serving'],
  call: ['waiting', 'held'],
  reinstate: ['no_show', 'held', 'cancelled'],
  cancel: ['printing', 'waiting', 'held'],
  move: ['printing', 'waiting', 'held'],
};

describe.each(Object.entries({ ...atDesk, ...toTicket }))('%s', (name, verb) => {
  test.each(statuses)('a ticket that is %s', (status) => {
    const { hall, user, input } = withTicketIn(status);
    if (from[name]?.includes(status)) {
      hall.act(user, (context) => verb(context, input));
    } else if (name === 'call' && (status === 'called' || status === 'serving')) {
      expectRefused(hall, user, verb, input, 'desk_busy');
    } else {
      expectRefused(hall, user, verb, input, 'illegal_transition');
    }
  });
});

describe.each(
  Object.entries({
    ...atDesk,
    ...atFreeDesk,
    leave: ((c, i) => leaveDesk(c, i)) as Verb,
    resume: ((c, i) => resumeDesk(c, i)) as Verb,
  }),
)('%s at a desk', (_name, verb) => {
  const input = (hall: StaffHall, deskNumber: number) => ({
    deskId: hall.deskId(deskNumber),
    ticketId: 1,
    serviceId: hall.serviceId('L'),
  });

  test('that is not there', () => {
    const hall = staffHall();
    expectRefused(hall, hall.addUser('one'), verb, { ...input(hall, 1), deskId: 999 }, 'not_found');
  });
  test("of a counter that isn't the officer's", () => {
    const hall = staffHall();
    expectRefused(hall, hall.addUser('one', 'staff', ['L']), verb, input(hall, 1), 'not_your_counter');
  });
  test('by somebody who is no staff', () => {
    const hall = staffHall();
    expectRefused(hall, kiosk, verb, input(hall, 1), 'forbidden');
    expectRefused(hall, { kind: 'holder' }, verb, input(hall, 1), 'forbidden');
  });
  test('that nobody took', () => {
    const hall = staffHall();
    expectRefused(hall, hall.addUser('one', 'admin'), verb, input(hall, 1), 'desk_not_taken');
  });
  test('that somebody else took', () => {
    const hall = staffHall();
    hall.officerAt(1);
    expectRefused(hall, hall.addUser('one', 'admin'), verb, input(hall, 1), 'desk_not_taken');
  });
});

test.each(Object.entries({ ...atDesk, ...atFreeDesk }))('%s at a paused desk', (_name, verb) => {
  const hall = staffHall();
  const user = hall.officerAt(1);
  const input = { deskId: hall.deskId(1), ticketId: hall.ticket('A'), serviceId: hall.serviceId('L') };
  hall.act(user, (context) => pauseDesk(context, { ...input, reason: 'Istirahat' }));
  expectRefused(hall, user, verb, input, 'desk_paused');
});

test.each(Object.entries({ ...atFreeDesk, leave: ((c, i) => leaveDesk(c, i)) as Verb }))(
  '%s at a desk with a visitor',
  (_name, verb) => {
    for (const serving of [false, true]) {
      const hall = staffHall();
      const user = hall.officerAt(1);
      const input = { deskId: hall.deskId(1), ticketId: hall.ticket('A'), serviceId: hall.serviceId('L') };
      hall.act(user, (context) => callNext(context, input));
      if (serving) hall.act(user, (context) => start(context, input));
      expectRefused(hall, user, verb, { ...input, ticketId: hall.ticket('A') }, 'desk_busy');
    }
  },
);

test('a desk that works is not resumed', () => {
  const hall = staffHall();
  const user = hall.officerAt(1);
  const input = { deskId: hall.deskId(1), ticketId: 1, serviceId: 1 };
  expectRefused(hall, user, (context) => resumeDesk(context, input), input, 'illegal_transition');
});

test('desks are taken only by staff, and only at counters within their reach', () => {
  const hall = staffHall();
  const input = { deskId: hall.deskId(1), ticketId: 1, serviceId: 1 };
  const take: Verb = (context, { deskId }) => takeDesk(context, { deskId });
  expectRefused(hall, kiosk, take, input, 'forbidden');
  expectRefused(hall, hall.addUser('one', 'staff', ['L', 'IM']), take, input, 'not_your_counter');
  expectRefused(hall, hall.addUser('two', 'staff', []), take, input, 'not_your_counter');
  expectRefused(hall, hall.addUser('three'), take, { ...input, deskId: 999 }, 'not_found');
  expectRefused(hall, hall.addUser('four', 'supervisor', ['L']), take, input, 'not_your_counter');
  hall.act(hall.addUser('five', 'supervisor', ['A']), (context) => takeDesk(context, input));
});

test('a ticket of another counter is not called to the desk', () => {
  const hall = staffHall();
  const user = hall.officerAt(1, 'admin');
  const input = { deskId: hall.deskId(1), ticketId: hall.ticket('L'), serviceId: 1 };
  expectRefused(hall, user, toTicket.call as Verb, input, 'forbidden');
});

test("an officer does nothing to another counter's tickets, and no supervisor's work at one's own", () => {
  const hall = staffHall();
  const officer: UserActor = hall.officerAt(1, 'staff', ['A']);
  const input = (code: string) => ({
    deskId: hall.deskId(1),
    ticketId: hall.ticket(code),
    serviceId: hall.serviceId(code),
  });
  for (const name of ['call', 'reinstate']) {
    expectRefused(hall, officer, toTicket[name] as Verb, input('L'), 'not_your_counter');
  }
  for (const name of ['cancel', 'move']) {
    expectRefused(hall, officer, toTicket[name] as Verb, input('L'), 'forbidden');
    expectRefused(hall, officer, toTicket[name] as Verb, input('A'), 'forbidden');
  }
  expectRefused(
    hall,
    officer,
    (context, { serviceId }) => walkIn(context, { serviceId }),
    input('L'),
    'not_your_counter',
  );
});

test('tickets and services that are not there', () => {
  const { hall, user, input } = withTicketIn('waiting');
  for (const verb of Object.values(toTicket)) {
    expectRefused(hall, user, verb, { ...input, ticketId: 999 }, 'not_found');
  }
  const elsewhere: Verb = (context, { ticketId }) =>
    moveTicket(context, { ticketId, serviceId: 999, place: 'back' });
  expectRefused(hall, user, elsewhere, input, 'not_found');
  const unknown: Verb = (context, { serviceId }) => walkIn(context, { serviceId });
  expectRefused(hall, user, unknown, { ...input, serviceId: 999 }, 'not_found');
  hall.act(user, (context) => callNext(context, input));
  for (const name of ['transfer', 'add-service']) {
    expectRefused(hall, user, atDesk[name] as Verb, { ...input, serviceId: 999 }, 'not_found');
  }
});

test('a service is added to a visit only once', () => {
  const { hall, user, input } = withTicketIn('called');
  const add = atDesk['add-service'] as Verb;
  expectRefused(hall, user, add, { ...input, serviceId: hall.serviceId('A') }, 'already_exists');
  hall.act(user, (context) => add(context, input));
  expectRefused(hall, user, add, input, 'already_exists');
});

test.each(['recall', 'hold', 'transfer', 'add-service'])(
  '%s is refused for a ticket of yesterday that is still at the desk',
  (name) => {
    const { hall, user, input } = withTicketIn('called');
    hall.clock.advance({ days: 1 });
    expectRefused(hall, user, atDesk[name] as Verb, input, 'illegal_transition');
  },
);

test.each(['start', 'finish', 'no-show'])('%s ends what yesterday left at the desk', (name) => {
  const { hall, user, input } = withTicketIn('called');
  hall.clock.advance({ days: 1 });
  hall.act(user, (context) => (atDesk[name] as Verb)(context, input));
});
