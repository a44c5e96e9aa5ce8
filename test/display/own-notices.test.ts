import { expect, test } from 'vitest';
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
      notice.kind === 'closure' ? notice.reason.id : notice.counter.id,
    );
  expect(told('Timur').sort()).toEqual(['Akta', 'Rapat A', 'Upacara']);
  expect(told('Barat').sort()).toEqual(['Imigrasi', 'Rapat IM', 'Rapat L', 'Upacara']);
  expect(told().sort()).toEqual(['Akta', 'Imigrasi', 'Rapat A', 'Rapat IM', 'Rapat L', 'Upacara']);
});
