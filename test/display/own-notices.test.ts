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
      notice.kind === 'closure' ? notice.reason.id : 'counter' in notice ? notice.counter.id : notice.kind,
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
