import { describe, expect, test } from 'vitest';
import type { PrinterNow } from '../../electron/contract/printers';
import type { HallCounter } from '../../electron/contract/staff';
import { mattersOf } from '../../renderer/staff/attention/matters';
import { byUrgency, isShut, urgencyOf } from '../../renderer/staff/counter/urgency';
import { ago, hallCounter as counter, hallNow, hallOf, mannedDesk, said } from '../support/hall-counters';

const nobody: Partial<HallCounter> = { desks: [], state: 'promised', reason: said('Petugas belum datang') };
const leftAlone = (minutes: number, change: Partial<HallCounter> = {}): Partial<HallCounter> => ({
  ...nobody,
  waiting: 1,
  longestWaitSince: ago(minutes),
  unattendedSince: ago(minutes),
  ...change,
});
const urgency = (of: HallCounter) => urgencyOf(of, hallNow);

test('what burns comes first, then the longest wait, and who is idle stays as in the menu', () => {
  const counters = [
    counter('A', { waiting: 2, longestWaitSince: ago(10) }),
    counter('B', { waiting: 3, longestWaitSince: ago(75) }),
    counter('C', nobody),
    counter('D', leftAlone(5)),
    counter('E'),
    counter('F', { waiting: 2, longestWaitSince: ago(30) }),
    counter('G', { desks: [{ ...mannedDesk, help: { since: ago(1), coming: null } }] }),
    counter('H', {
      desks: [{ ...mannedDesk, help: { since: ago(1), coming: { id: '2', displayName: 'J' } } }],
    }),
    counter('I', leftAlone(70, { state: 'absent', status: 'paused' })),
    counter('J', { waiting: 9, longestWaitSince: ago(20), unservedToday: 4 }),
    counter('K', { waiting: 9, longestWaitSince: ago(20), unservedToday: 0 }),
  ];
  expect(byUrgency(counters, hallNow).map((each) => `${each.code} ${urgency(each)}`)).toEqual([
    'G help',
    'I unattended',
    'D unattended',
    'B overdue',
    'J outlasting',
    'C deserted',
    'F null',
    'K null',
    'A null',
    'E null',
    'H null',
  ]);
});

describe('people who wait where nobody sits', () => {
  test('burn after five minutes, not at once', () => {
    expect(urgency(counter('A', leftAlone(4, { reason: null })))).toBeNull();
    expect(urgency(counter('A', leftAlone(5, { reason: null })))).toBe('unattended');
  });

  test('burn after closing too, but not in a break, and where a hand stopped it less', () => {
    expect(urgency(counter('A', leftAlone(9, { state: 'closed', status: 'closed' })))).toBe('unattended');
    expect(urgency(counter('A', leftAlone(9, { state: 'break' })))).toBeNull();
    expect(urgency(counter('A', leftAlone(9, { state: 'stopped', status: 'paused' })))).toBe('stopped');
  });

  test('before the hours and in their first minutes, or in practice where nobody is promised, nothing burns', () => {
    expect(urgency(counter('A', leftAlone(30, { unattendedSince: null, reason: null })))).toBeNull();
    expect(urgency(counter('A', { ...nobody, reason: null }))).toBeNull();
    expect(urgency(counter('A', { ...nobody, hoursBegan: ago(4) }))).toBeNull();
    expect(urgency(counter('A', { ...nobody, hoursBegan: ago(5) }))).toBe('deserted');
  });
});

test('a counter is shut where nothing goes on and nothing is missed', () => {
  const closed = { state: 'closed', status: 'closed', desks: [] } as const;
  const missed = { state: 'absent', status: 'paused', desks: [] } as const;
  expect(isShut(counter('A', { ...closed, desks: [] }))).toBe(true);
  expect(isShut(counter('A', { ...closed, desks: [], waiting: 1 }))).toBe(false);
  expect(isShut(counter('A', { ...closed, desks: [mannedDesk] }))).toBe(false);
  expect(isShut(counter('A', { ...missed, desks: [] }))).toBe(false);
});

describe('what needs attention', () => {
  const printer = (cause: PrinterNow['status']['cause'], bringPaper: boolean): PrinterNow => ({
    id: '1',
    deviceId: 'kiosk',
    name: 'Kios Timur',
    target: 'tcp://10.0.0.2:9100',
    status: { state: cause === null ? 'ready' : 'paper_out', cause, detail: null },
    printing: true,
    ticketsLeft: 60,
    bringPaper,
    printedSinceRoll: 1,
  });
  const matters = (
    counters: HallCounter[],
    printers: PrinterNow[] = [],
    stop: ReturnType<typeof hallOf>['stop'] = null,
  ) =>
    mattersOf(
      { ...hallOf(counters), stop },
      { printers, setFromOutside: false, preview: false },
      hallNow,
    ).map(
      (matter) =>
        `${matter.isAlarm ? 'alarm' : 'calm'} ${matter.kind} ${
          matter.kind === 'printers'
            ? matter.printers.length
            : matter.counters.map(({ code }) => code).join('')
        }`,
    );

  test('merges what is alike, and alarms only for people left alone and for paper that is out', () => {
    const counters = [
      counter('A', nobody),
      counter('B', leftAlone(6)),
      counter('C', { waiting: 1, longestWaitSince: ago(70) }),
      counter('D', leftAlone(9)),
      counter('E', nobody),
      counter('F', { desks: [{ ...mannedDesk, help: { since: ago(1), coming: null } }] }),
    ];
    expect(
      matters(counters, [printer('paper_out', true), printer(null, true), printer(null, false)]),
    ).toEqual([
      'alarm unattended BD',
      'alarm printers 1',
      'calm overdue C',
      'calm printers 1',
      'calm deserted AE',
    ]);
  });

  test('is nothing where all goes well, and no stop while the whole hall is stopped', () => {
    const stopped = counter('A', leftAlone(9, { state: 'stopped', status: 'paused' }));
    expect(matters([counter('A')])).toEqual([]);
    expect(matters([stopped])).toEqual(['calm stopped A']);
    expect(matters([stopped], [], { since: ago(9), until: null, reason: null })).toEqual([]);
  });
});
