import type { AdminUser } from '../../electron/contract/admin';
import type { OwnDevice } from '../../electron/contract/admin-devices';
import { antreColours } from '../../electron/contract/antre-colours';
import { noText, usualDisplay } from '../../electron/contract/appearance';
import type { Localized } from '../../electron/contract/common';
import type { Board, Call, DisplaySnapshot } from '../../electron/contract/lobby';
import type { KioskSnapshot } from '../../electron/contract/operation';
import type { SummaryRow } from '../../electron/contract/reports';
import { type ShownSettings, settings, shownSettings } from '../../electron/contract/settings';
import type { MenuCounter, Site } from '../../electron/contract/site';
import { noSpokenKeys } from '../../electron/contract/spoken-key-names';
import type { Desk, User } from '../../electron/contract/staff';
import type { ServiceStanding } from '../../electron/contract/standing';
import type { HolderTicket } from '../../electron/contract/tickets';

// A small hall as its pages are told of it, of which stories change what they show.

const morning = '2026-11-24T09:00:00+07:00';

export const named = (id: string, en = id, jv = id): Localized => ({ id, en, jv });

export const serving: ServiceStanding = {
  status: 'open',
  state: 'serving',
  reason: null,
  opensAt: null,
  until: null,
  cause: null,
};

export const site: Site = {
  name: 'MPP Kajen',
  city: 'Kabupaten Pekalongan',
  timezone: 'Asia/Jakarta',
  languages: ['id', 'en', 'jv'],
  practice: false,
  now: morning,
  businessDate: '2026-11-24',
  setUp: true,
};

export function counter(code: string, name: string, change: Partial<MenuCounter> = {}): MenuCounter {
  return {
    id: code,
    code,
    name: named(name),
    hint: named('KTP, KK, akta'),
    agency: name,
    group: 'regional',
    icon: 'id',
    zone: '',
    ...serving,
    waiting: 7,
    line: { waiting: 7, estimate: { low: 15, high: 25 }, calledAround: null },
    servedToday: null,
    desks: ['1', '2'],
    services: ['Perekaman KTP', 'Kartu keluarga'].map((service, index) => ({
      id: `${code}${index}`,
      name: named(service),
      documents: { id: ['Kartu Keluarga', 'KTP lama'], en: ['Family card', 'Old ID'], jv: ['KK', 'KTP'] },
      hasStandard: false,
      priorities: ['elderly', 'disability'],
      ...serving,
      quotaLeft: null,
      waiting: 4,
      estimate: { low: 15, high: 25 },
      calledAround: null,
      servedToday: null,
    })),
    ...change,
  };
}

export const counters: readonly MenuCounter[] = [
  counter('A', 'Dindukcapil'),
  counter('B', 'DPMPTSP', { waiting: 0 }),
  counter('C', 'Imigrasi', {
    group: 'vertical',
    status: 'closed',
    state: 'closed',
    reason: named('Buka Selasa 08.00', 'Opens Tuesday 08.00', 'Bikak Slasa 08.00'),
  }),
  counter('D', 'PLN', {
    group: 'enterprise',
    state: 'break',
    reason: named('Istirahat sampai 13.00', 'Break until 13.00', 'Ngaso ngantos 13.00'),
  }),
];

export const kiosk: KioskSnapshot = {
  name: site.name,
  city: site.city,
  logo: null,
  timezone: site.timezone,
  languages: site.languages,
  practice: false,
  printer: { state: 'ready', cause: null, detail: null },
  paperlessAllowed: true,
  slot: 'below',
  preview: false,
  counterIds: null,
  touchScreen: { state: 'working', keyboard: false },
  prompt: noText,
  notice: noText,
  colours: antreColours,
  idleSeconds: 300,
  spokenPath: true,
  ear: true,
  spokenOutput: '',
  spokenKeys: noSpokenKeys,
  complaintUrl: null,
  infoUrl: null,
};

export const device: OwnDevice = {
  id: 'kiosk-1',
  kind: 'kiosk',
  name: 'Kios 1',
  zone: null,
  counterIds: null,
};

export const ticket: HolderTicket = {
  id: '1',
  number: 'A-012',
  status: 'waiting',
  paper: 'printed',
  businessDate: site.businessDate,
  practice: false,
  counter: { id: 'A', code: 'A', name: named('Dindukcapil') },
  service: { id: 'A0', name: named('Perekaman KTP') },
  priority: null,
  language: 'id',
  issuedAt: morning,
  ahead: 3,
  estimate: { low: 15, high: 25 },
  calledAround: null,
  servedToday: null,
  token: 'x'.repeat(22),
  followUrl: null,
  paperPlace: null,
  standing: serving,
  keepUntil: null,
  recalls: 0,
  fetchMe: false,
  steppedOut: null,
  desks: ['1', '2'],
  calledNow: 'A-006',
  documents: { id: ['Kartu Keluarga', 'KTP lama'], en: ['Family card', 'Old ID'], jv: ['KK', 'KTP'] },
  zone: '',
};

const call = (sequence: number, number: string, desk: string): Call => ({
  sequence,
  number,
  desk: { id: desk, label: desk },
  counter: { id: 'A', code: 'A', name: named('Dindukcapil'), group: 'regional', zone: '' },
  calledAt: morning,
  recall: false,
  priority: sequence === 4,
  fetchMe: sequence === 4,
  language: 'id',
});

export const board: Board = {
  now: morning,
  calls: [call(4, 'A-012', '3'), call(3, 'B-004', '5'), call(2, 'A-011', '1')],
  stops: [],
  counters: counters.map(({ id, code, name, group, zone, waiting }) => ({
    ...{ id, code, name, group, zone, waiting },
    nowServing: [{ number: `${code}-003`, desk: '1' }],
    standing: serving,
  })),
};

export const display: DisplaySnapshot = {
  name: site.name,
  city: site.city,
  logo: null,
  timezone: site.timezone,
  practice: false,
  languages: site.languages,
  layout: usualDisplay,
  runningText: [named('Siapkan syarat sebelum nomor Anda dipanggil.')],
  notices: [],
  slides: [],
  voice: {
    volume: 0,
    speed: 1,
    output: '',
    names: false,
    quietHours: null,
    announceStops: false,
    revision: 0,
  },
};

export const officer: User = {
  id: '1',
  username: 'siti',
  displayName: 'Siti Rahayu',
  role: 'staff',
  wholeHall: true,
  institutions: [],
  counterIds: null,
};
export const admin: User = { ...officer, role: 'admin' };

export const desk = (label: string, change: Partial<Desk> = {}): Desk => {
  const { id, code, name } = counter('A', 'Dindukcapil');
  return {
    id: label,
    number: Number(label),
    label,
    counter: { id, code, name },
    counters: [{ id, code, name }],
    serviceIds: ['A0', 'A1'],
    user: null,
    pause: null,
    help: null,
    breakAsked: null,
    ticketId: null,
    ...change,
  };
};

export const person = (change: Partial<AdminUser> = {}): AdminUser => ({
  id: '1',
  version: 1,
  username: 'siti',
  displayName: 'Siti Rahayu',
  role: 'admin',
  wholeHall: true,
  institutions: [],
  counterIds: null,
  active: true,
  leave: [],
  mustChangePassword: false,
  onLeaveUntil: null,
  sessions: 1,
  deskLabel: null,
  ...change,
});

export const hallSettings: ShownSettings = shownSettings.parse({
  ...Object.fromEntries(Object.entries(settings.parse({})).filter(([key]) => key in shownSettings.shape)),
  exitPinSet: true,
});

export function summaryRows(by: string): SummaryRow[] {
  const row = (key: string, issued: number): SummaryRow => ({
    key,
    name: null,
    counterCode: null,
    issued,
    onPaper: 0,
    served: issued - 4,
    noShow: 2,
    cancelled: 1,
    void: 0,
    transferred: 1,
    inHall: 1,
    waitMedian: 600,
    waitP90: 1500,
    serviceMedian: 420,
    serviceP90: 900,
  });
  const hours = ['08', '09', '10', '11', '13', '14'];
  if (by === 'hour') return hours.map((hour, index) => row(hour, 12 + index * 3));
  if (by === 'weekdayHour') {
    return [1, 2, 3, 4, 5].flatMap((day) =>
      hours.map((hour, index) => row(`${day}-${hour}`, 8 + day * index)),
    );
  }
  return [row('period', 128)];
}
