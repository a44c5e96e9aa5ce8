import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../electron/actions/action';
import { callNext } from '../../electron/actions/desk/call-next';
import { moveTicket } from '../../electron/actions/desk/move-ticket';
import { noShow } from '../../electron/actions/desk/no-show';
import { pauseDesk } from '../../electron/actions/desk/pause-desk';
import { recall } from '../../electron/actions/desk/recall';
import { resumeDesk } from '../../electron/actions/desk/resume-desk';
import { resume, stop } from '../../electron/actions/stop';
import { languages } from '../../electron/contract/languages';
import { holderTicketView } from '../../electron/views/ticket-view';
import { newsOf } from '../../renderer/phone/ticket-news';
import { takePrinted } from '../support/issue';
import { type TestHall, testHall } from '../support/test-hall';

// What a phone is told of is made by the hall itself, act by act.

let hall: TestHall;
let supervisor: Actor;
let officer: Actor;
let deskId: number;
let token: string;
let ticketId: number;

beforeEach(() => {
  hall = testHall();
  const manned = hall.manDesk(1);
  deskId = manned.deskId;
  supervisor = { kind: 'user', userId: manned.userId, role: 'supervisor', counterIds: null };
  officer = { kind: 'user', userId: manned.userId, role: 'staff', counterIds: null };
  ({ token, ticketId } = takePrinted(hall, hall.serviceId('A')));
});
afterEach(() => hall.store.close());

/** The news that an act makes for the holder, in each language; null where it makes none. */
function newsBy(act: () => unknown) {
  const before = holderTicketView(hall.view(), token);
  act();
  const after = holderTicketView(hall.view(), token);
  const [news, ...others] = languages.map((language) =>
    newsOf(before, after, (text) => text[language] ?? ''),
  );
  if (!news) {
    expect(others).toEqual(others.map(() => null));
    return null;
  }
  return [news.kind, ...[news, ...others].flatMap((each) => each?.told ?? [])];
}
const by = (who: Actor, act: Parameters<TestHall['act']>[1]) => newsBy(() => hall.act(who, act));

const broken = { id: 'Alat rusak', en: 'Equipment is broken', jv: 'Piranti risak' };
const until = '2026-11-24T10:00:00+07:00';

test('a stop is news with its reason and end, in three languages, and so is another end and its going on', () => {
  const counter = { kind: 'counter', id: hall.counterId('A') } as const;
  expect(by(supervisor, (context) => stop(context, counter, { reason: broken, until }))).toEqual([
    'stopped',
    'Alat rusak. Berhenti sampai sekitar 10.00',
    'Equipment is broken. Stopped until about 10.00',
    'Piranti risak. Kendel dumugi watawis 10.00',
  ]);
  expect(by(supervisor, (context) => stop(context, counter))).toBeNull();
  const later = { reason: broken, until: '2026-11-24T11:00:00+07:00' };
  expect(by(supervisor, (context) => stop(context, counter, later))?.[1]).toBe(
    'Alat rusak. Berhenti sampai sekitar 11.00',
  );
  // That the end went by is no news.
  expect(newsBy(() => hall.clock.set('2026-11-24T11:30+07:00'))).toBeNull();
  expect(by(supervisor, (context) => resume(context, counter))).toEqual(['resumed']);
});

test('a stop elsewhere is no news', () => {
  const others = [
    { kind: 'counter', id: hall.counterId('L') },
    { kind: 'service', id: hall.serviceId('A', 1) },
  ] as const;
  for (const what of others) expect(by(supervisor, (context) => stop(context, what))).toBeNull();
});

test('the only officer’s break is news, and its end', () => {
  expect(
    by(officer, (context) => pauseDesk(context, { deskId, reason: 'Salat', until }))?.slice(0, 2),
  ).toEqual(['stopped', 'Istirahat sampai 10.00']);
  expect(by(officer, (context) => resumeDesk(context, { deskId }))).toEqual(['resumed']);
});

test('a move to another service says where to', () => {
  const serviceId = hall.serviceId('A', 1);
  expect(by(supervisor, (context) => moveTicket(context, { ticketId, serviceId, place: 'back' }))).toEqual([
    'moved',
    ...languages.map(() => 'Dindukcapil, Akta kelahiran'),
  ]);
  expect(by(supervisor, (context) => moveTicket(context, { ticketId, place: 'front' }))).toBeNull();
});

test('a call is news, and each time it is repeated; and so, once, is that nobody came', () => {
  expect(by(officer, (context) => callNext(context, { deskId }))).toEqual(['called']);
  expect(by(officer, (context) => recall(context, { deskId }))).toEqual(['called']);
  expect(newsBy(() => hall.clock.advance({ minutes: 1 }))).toBeNull();
  expect(by(officer, (context) => noShow(context, { deskId }))).toEqual(['ended']);
});

test('that closing is near and the number may not be called is news once', () => {
  const { userId, deskId: desk } = hall.manDesk(4);
  for (let each = 0; each < 13; each += 1) ({ token } = takePrinted(hall, hall.serviceId('L')));
  const water: Actor = { kind: 'user', userId, role: 'staff', counterIds: null };
  expect(by(water, (context) => callNext(context, { deskId: desk }))).toBeNull();
  expect(newsBy(() => hall.clock.set('2026-11-24T14:30+07:00'))).toEqual([
    'closing',
    'Loket tutup pukul 15.00. Kemungkinan besar nomor Anda belum sempat dipanggil hari ini. Silakan tanya petugas.',
    'The desk closes at 15.00. Your number will probably not be called today. Please ask the staff.',
    'Loket tutup tabuh 15.00. Sajakipun nomer panjenengan boten kober dipuntimbali dinten menika. Mangga nyuwun pirsa petugas.',
  ]);
  expect(newsBy(() => hall.clock.set('2026-11-24T14:31+07:00'))).toBeNull();
});
