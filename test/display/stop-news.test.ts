import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Actor } from '../../electron/actions/action';
import { leaveDesk } from '../../electron/actions/desk/leave-desk';
import { resume, type Stoppable, stop } from '../../electron/actions/stop';
import { languages } from '../../electron/contract/languages';
import { boardView } from '../../electron/views/board-view';
import { type StopNotice, stopNews } from '../../renderer/display/stop-news';
import { spokenStop, stopWords } from '../../renderer/display/stop-panel';
import { type TestHall, testHall } from '../support/test-hall';

// What a lobby screen makes of the boards that a hall tells, one after another.

let hall: TestHall;
let supervisor: Actor;
let officer: Actor;
beforeEach(() => {
  hall = testHall();
  const { userId } = hall.manDesk(1);
  supervisor = { kind: 'user', userId, role: 'supervisor', counterIds: null };
  officer = { kind: 'user', userId, role: 'staff', counterIds: null };
});
afterEach(() => hall.store.close());

const broken = { id: 'Alat rusak', en: 'Equipment is broken', jv: 'Piranti risak' };
const whole: Stoppable = { kind: 'hall' };
const counter = (code: string): Stoppable => ({ kind: 'counter', id: hall.counterId(code) });
const service = (place: number): Stoppable => ({ kind: 'service', id: hall.serviceId('A', place) });

/** The news of an act, each as a kind and a name. */
function newsBy(who: Actor, act: Parameters<TestHall['act']>[1]): StopNotice[] {
  const before = boardView(hall.view()).stops;
  hall.act(who, act);
  return stopNews(before, boardView(hall.view()));
}
const named = (news: readonly StopNotice[]) =>
  news.map(({ kind, stop: { of } }) => `${kind} ${of?.id ?? 'hall'}`);
const stopping = (what: Stoppable, said = {}) => newsBy(supervisor, (context) => stop(context, what, said));
const resuming = (what: Stoppable) => newsBy(supervisor, (context) => resume(context, what));

test('a stop is said with its reason and end in three languages, and aloud in Indonesian', () => {
  const [news, ...others] = stopping(counter('A'), { reason: broken, until: '2026-11-24T10:00:00+07:00' });
  if (!news) throw new Error('no news');
  expect(others).toEqual([]);
  expect(languages.map((language) => stopWords(news, language))).toEqual([
    'Alat rusak. Berhenti sampai sekitar 10.00.',
    'Equipment is broken. Stopped until about 10.00.',
    'Piranti risak. Kendel dumugi watawis 10.00.',
  ]);
  expect(spokenStop(news)).toBe(
    'Perhatian. Dindukcapil. Alat rusak. Berhenti sampai sekitar 10.00. Nomor Anda tetap berlaku.',
  );
  const over = resuming(counter('A'));
  expect(over.map(spokenStop)).toEqual(['Perhatian. Dindukcapil. Dilayani lagi. Nomor Anda tetap berlaku.']);
});

test('another reason is news, another end and a stop of elsewhere are not', () => {
  expect(named(stopping(service(0), { reason: broken }))).toEqual(['stopped KTP-el']);
  expect(stopping(service(0), { reason: broken, until: '2026-11-24T10:00:00+07:00' })).toEqual([]);
  const drill = { id: 'Latihan', en: 'Drill', jv: 'Gladhen' };
  expect(named(stopping(service(0), { reason: drill }))).toEqual(['stopped KTP-el']);
  expect(named(stopping(service(1)))).toEqual(['stopped Akta kelahiran']);
});

test('what a wider stop hides is not said to go on, and what is left when it ends is said again', () => {
  stopping(service(0));
  expect(named(stopping(counter('A')))).toEqual(['stopped Dindukcapil']);
  expect(named(stopping(whole))).toEqual(['stopped hall']);
  expect(named(resuming(whole))).toEqual(['stopped Dindukcapil']);
  expect(named(resuming(counter('A')))).toEqual(['stopped KTP-el']);
  expect(named(resuming(service(0)))).toEqual(['resumed KTP-el']);
});

test('nothing goes on where nobody serves', () => {
  stopping(counter('A'));
  hall.act(officer, (context) => leaveDesk(context, { deskId: hall.deskId(1) }));
  expect(resuming(counter('A'))).toEqual([]);
});
