import { expect, test } from 'vitest';
import type { Notice } from '../../electron/contract/lobby';
import { boardView } from '../../electron/views/board-view';
import { displayView } from '../../electron/views/display-view';
import { ownNotices } from '../../renderer/display/own-notices';
import { smallHall } from '../support/small-hall';
import { testHall } from '../support/test-hall';

const closure = (text: string) => ({
  ...{ from: '2026-11-24', to: '2026-11-24', week: null },
  reason: { id: text, en: text, jv: text },
});

test('a screen of a zone tells the notices of the hall and of its own counters, not of another zone', () => {
  const hall = testHall({
    ...smallHall,
    closures: [closure('Upacara')],
    counters: smallHall.counters.map((counter) => ({
      ...counter,
      zone: counter.code === 'A' ? 'Timur' : 'Barat',
      closures: [closure(`Rapat ${counter.code}`)],
      services: counter.services.map((service, at) =>
        counter.code === 'A' && at === 1 ? { ...service, closures: [closure('Akta')] } : service,
      ),
    })),
  });
  const { notices } = displayView(hall.view());
  const told = (zone?: string) =>
    ownNotices(notices, boardView(hall.view(), zone)).map((notice) =>
      notice.kind === 'closure'
        ? notice.reason.id
        : notice.kind === 'some_days'
          ? notice.counter.id
          : notice.kind,
    );
  expect(told('Timur').sort()).toEqual(['Akta', 'Rapat A', 'Upacara']);
  expect(told('Barat').sort()).toEqual(['Imigrasi', 'Rapat IM', 'Rapat L', 'Upacara']);
  expect(told().sort()).toEqual(['Akta', 'Imigrasi', 'Rapat A', 'Rapat IM', 'Rapat L', 'Upacara']);
});

test('what is news comes again before each service’s standard', () => {
  const standard = (service: string, part: 'time' | 'cost'): Notice => ({
    ...{ kind: 'standard', counterId: '1', service: { id: service, en: '', jv: '' }, isExample: false },
    ...{ part, text: part },
  });
  const promise: Notice = { kind: 'promise', counterId: null, text: 'Kami sanggup' };
  const notices = [promise, standard('KTP', 'time'), standard('KTP', 'cost'), standard('KK', 'time')];
  const { counters } = boardView(testHall().view());
  expect(ownNotices(notices, { counters }).map((notice) => ('text' in notice ? notice.text : ''))).toEqual([
    ...['Kami sanggup', 'time', 'cost'],
    ...['Kami sanggup', 'time'],
  ]);
});

test('results take turns with standards, one after another, so that neither is waited for long', () => {
  const standard = (service: string): Notice => ({
    ...{ kind: 'standard', counterId: '1', service: { id: service, en: '', jv: '' }, isExample: false },
    ...{ part: 'time', text: service },
  });
  const skm = (text: string): Notice => ({ kind: 'skm', counterId: null, part: 'value', text });
  const answer = (at: number): Notice => ({
    ...{ kind: 'answer', counterId: null, at, counter: null, part: 'answer', text: `jawaban ${at}` },
  });
  const news: Notice = { kind: 'promise', counterId: null, text: 'sanggup' };
  const { counters } = boardView(testHall().view());
  const told = (notices: readonly Notice[]) =>
    ownNotices(notices, { counters }).map((notice) => ('text' in notice ? notice.text : ''));
  const results = [skm('nilai'), skm('unsur'), answer(0)];
  expect(told([news, ...results])).toEqual(['sanggup', 'nilai', 'unsur', 'sanggup', 'jawaban 0']);
  expect(told([news, ...results, standard('KTP'), standard('KK'), standard('KIA')])).toEqual([
    ...['sanggup', 'nilai', 'unsur', 'sanggup', 'KTP'],
    ...['sanggup', 'jawaban 0', 'sanggup', 'KK'],
    ...['sanggup', 'nilai', 'unsur', 'sanggup', 'KIA'],
  ]);
});
