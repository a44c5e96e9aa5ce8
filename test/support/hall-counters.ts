import type { Desk, HallCounter, HallSnapshot } from '../../electron/contract/staff';

/** The moment at which these counters are looked at. */
export const hallNow = Date.parse('2026-11-24T10:00:00+07:00');

/** A text that is said alike in all languages. */
export const said = (id: string) => ({ id, en: '', jv: '' });

/** So many minutes before `hallNow`. */
export const ago = (minutes: number) => new Date(hallNow - minutes * 60_000).toISOString();

export const mannedDesk: Desk = {
  id: '1',
  number: 1,
  label: '1',
  counter: { id: '1', code: 'A', name: said('A') },
  counters: [{ id: '1', code: 'A', name: said('A') }],
  serviceIds: ['1'],
  user: { id: '1', displayName: 'Siti Rahmawati' },
  pause: null,
  help: null,
  breakAsked: null,
  ticketId: null,
};

/** A counter as supervisors are told of it: somebody serves, and nobody waits. */
export const hallCounter = (code: string, change: Partial<HallCounter> = {}): HallCounter => ({
  id: code,
  code,
  name: said(code),
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
  unattendedSince: null,
  hoursBegan: ago(120),
  waitingLately: Array.from({ length: 12 }, () => 0),
  unservedToday: null,
  waitLimitMinutes: 60,
  desks: [mannedDesk],
  ...change,
});

/** A hall of these counters that isn't stopped. */
export const hallOf = (counters: HallCounter[]): HallSnapshot => ({
  stop: null,
  onLeave: [],
  today: { served: 0, noShow: 0 },
  toFetch: [],
  counters,
});
