import { expect, test } from 'vitest';
import type { DeskSnapshot, QueueTicket } from '../../electron/contract/staff';
import { nextStep, whyNot } from '../../renderer/staff/console/desk-state';

const name = (text: string) => ({ id: text, en: text, jv: text });

function ticket(number: string, over: Partial<QueueTicket> = {}): QueueTicket {
  return {
    id: number.slice(-1),
    number,
    status: 'waiting',
    paper: 'printed',
    businessDate: '2026-11-24',
    practice: false,
    counter: { id: '1', code: 'A', name: name('Dindukcapil') },
    service: { id: '1', name: name('KTP-el') },
    priority: null,
    language: 'id',
    issuedAt: '2026-11-24T09:00:00+07:00',
    ahead: 0,
    estimate: null,
    calledAround: null,
    servedToday: null,
    waitingSince: '2026-11-24T09:00:00+07:00',
    place: { reason: 'arrival', sentence: name('Urut datang 09.00') },
    note: null,
    startedAt: null,
    heldAt: null,
    recalls: 0,
    comesBy: null,
    usualMinutes: 10,
    fetchMe: false,
    fetchAskedBy: null,
    sentTo: null,
    added: [],
    takeBack: null,
    ...over,
  };
}

function desk(at: QueueTicket | null, waiting: readonly QueueTicket[] = []): DeskSnapshot {
  return {
    desk: {
      id: '1',
      number: 1,
      label: '1',
      counter: { id: '1', code: 'A', name: name('Dindukcapil') },
      counters: [{ id: '1', code: 'A', name: name('Dindukcapil') }],
      serviceIds: ['1'],
      user: { id: '1', displayName: 'Siti' },
      pause: null,
      help: null,
      breakAsked: null,
      ticketId: at?.id ?? null,
    },
    ticket: at,
    queue: { waiting: [...waiting], held: [], recent: [] },
    lastEnded: null,
    stops: [],
    breaksNeedAsking: false,
    recallLimit: 3,
    today: { served: 0, noShow: 0, serviceSeconds: null, servedByHour: [] },
  };
}

const next = ticket('A-002');
const called = ticket('A-001', { status: 'called' });
const serving = ticket('A-001', { status: 'serving' });

test('the big button is the next step of whatever stands at the desk', () => {
  expect(nextStep(desk(null))).toEqual({ step: 'nobody' });
  expect(nextStep(desk(null, [next]))).toEqual({ step: 'call', next });
  expect(nextStep(desk(called, [next]))).toEqual({ step: 'start', ticket: called });
  expect(nextStep(desk(serving, [next]))).toEqual({ step: 'finishAndCallNext', ticket: serving, next });
  expect(nextStep(desk(serving))).toEqual({ step: 'finish', ticket: serving, breakMinutes: null });
});

test('each verb that is off says why', () => {
  const verbs = ['recall', 'start', 'finish', 'noShow', 'hold', 'transfer', 'addService'] as const;
  const whys = (snapshot: DeskSnapshot) => verbs.map((verb) => whyNot(verb, snapshot));
  expect(whys(desk(null))).toEqual(verbs.map(() => 'why.noTicket'));
  expect(whys(desk(called))).toEqual(verbs.map(() => null));
  expect(whys(desk({ ...called, recalls: 3 }))).toEqual([
    'why.recallLimit',
    null,
    null,
    null,
    null,
    null,
    null,
  ]);
  const already = 'why.alreadyServing';
  expect(whys(desk(serving))).toEqual([already, already, null, already, null, null, null]);
});
