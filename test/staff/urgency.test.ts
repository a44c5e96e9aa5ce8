import { expect, test } from 'vitest';
import type { Desk, HallCounter } from '../../electron/contract/staff';
import { byUrgency, urgencyOf } from '../../renderer/staff/hall/urgency';

const now = Date.parse('2026-11-24T10:00:00+07:00');
const text = (id: string) => ({ id, en: '', jv: '' });
const officer: Desk = {
  id: '1',
  number: 1,
  label: '1',
  counter: { id: '1', code: 'A', name: text('A') },
  counters: [{ id: '1', code: 'A', name: text('A') }],
  serviceIds: ['1'],
  user: { id: '1', displayName: 'Siti' },
  pause: null,
  help: null,
  breakAsked: null,
  ticketId: null,
};
const counter = (code: string, change: Partial<HallCounter>): HallCounter => ({
  id: code,
  code,
  name: text(code),
  group: 'regional',
  zone: '',
  status: 'open',
  state: 'serving',
  reason: null,
  opensAt: null,
  until: null,
  cause: null,
  paused: false,
  services: [],
  waiting: 0,
  held: 0,
  longestWaitSince: null,
  unservedToday: null,
  waitLimitMinutes: 60,
  desks: [officer],
  ...change,
});
const ago = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const nobody: Partial<HallCounter> = { desks: [], state: 'promised', reason: text('Petugas belum datang') };

test('what burns comes first, the longest wait before others of its kind, and the rest stays in its place', () => {
  const counters = [
    counter('A', { waiting: 2, longestWaitSince: ago(10) }),
    counter('B', { waiting: 3, longestWaitSince: ago(75) }),
    counter('C', nobody),
    counter('D', { ...nobody, waiting: 1, longestWaitSince: ago(5) }),
    counter('E', { state: 'closed', status: 'closed', desks: [] }),
    counter('G', { desks: [{ ...officer, help: { since: ago(1), coming: null } }] }),
    counter('H', {
      desks: [{ ...officer, help: { since: ago(1), coming: { id: '2', displayName: 'Joko' } } }],
    }),
    counter('F', { ...nobody, state: 'absent', status: 'paused', waiting: 8, longestWaitSince: ago(70) }),
  ];
  expect(counters.map((each) => urgencyOf(each, now))).toEqual([
    null,
    'overdue',
    'deserted',
    'unattended',
    null,
    'help',
    null,
    'unattended',
  ]);
  expect(byUrgency(counters, now).map(({ code }) => code)).toEqual(['G', 'F', 'D', 'C', 'B', 'A', 'E', 'H']);
});

test('people who wait while the counter is stopped or over are unattended where nobody sits there; a break is none', () => {
  const waits = { waiting: 1, longestWaitSince: ago(5), desks: [] };
  expect(urgencyOf(counter('A', { ...waits, state: 'stopped', status: 'paused' }), now)).toBe('unattended');
  expect(urgencyOf(counter('A', { ...waits, state: 'closed', status: 'closed' }), now)).toBe('unattended');
  expect(urgencyOf(counter('A', { ...waits, state: 'break' }), now)).toBeNull();
  // Practice: nobody is promised.
  expect(urgencyOf(counter('A', { ...nobody, reason: null }), now)).toBeNull();
});

test('a line longer than the day goes before desks that are missed and a wait beyond the limit', () => {
  const counters = [
    counter('A', { waiting: 3, longestWaitSince: ago(75) }),
    counter('B', { waiting: 9, longestWaitSince: ago(20), unservedToday: 4 }),
    counter('C', nobody),
    counter('D', { waiting: 9, longestWaitSince: ago(20), unservedToday: 0 }),
  ];
  expect(counters.map((each) => urgencyOf(each, now))).toEqual(['overdue', 'outlasting', 'deserted', null]);
  expect(byUrgency(counters, now).map(({ code }) => code)).toEqual(['B', 'C', 'A', 'D']);
});
