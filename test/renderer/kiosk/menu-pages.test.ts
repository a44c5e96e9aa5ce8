import { expect, test } from 'vitest';
import type { CounterGroup, MenuCounter } from '../../../electron/contract/site';
import {
  landscapePages,
  type MenuPage,
  pagesOf,
  portraitPages,
} from '../../../renderer/kiosk/home/menu-pages';

/** So many counters of each group, named by group and place. */
function hallOf(sizes: Partial<Record<CounterGroup, number>>): MenuCounter[] {
  return Object.entries(sizes).flatMap(([group, size]) =>
    Array.from({ length: size }, (_, index): MenuCounter => {
      const text = `${group} ${index + 1}`;
      const name = { id: text, en: text, jv: text };
      return {
        id: text,
        code: 'A',
        name,
        hint: name,
        agency: text,
        group: group as CounterGroup,
        icon: '',
        zone: '',
        status: 'open',
        state: 'serving',
        until: null,
        cause: null,
        reason: null,
        servedToday: null,
        opensAt: null,
        waiting: 0,
        line: null,
        desks: [],
        services: [],
      };
    }),
  );
}

/** `regional 12 in 2, …` for each page. */
const shape = (pages: readonly MenuPage[]) =>
  pages.map((page) => page.map((block) => `${block.group} ${block.counters.length} in ${block.columns}`));
const idsOf = (pages: readonly MenuPage[]) =>
  pages.flatMap((page) => page.flatMap((block) => block.counters.map((counter) => counter.id)));

const theHall = hallOf({ regional: 12, vertical: 8, enterprise: 6 });
const largeHall = hallOf({ regional: 30, vertical: 11, enterprise: 9 });

test('the hall of 26 counters stands on one page, upright and broad', () => {
  expect(shape(portraitPages(theHall))).toEqual([
    ['regional 12 in 2', 'vertical 8 in 2', 'enterprise 6 in 2'],
  ]);
  expect(shape(landscapePages(theHall))).toEqual([
    ['regional 12 in 2', 'vertical 8 in 1', 'enterprise 6 in 1'],
  ]);
});

test('a larger hall goes on pages, in order and each counter once', () => {
  expect(shape(portraitPages(largeHall))).toEqual([
    ['regional 26 in 2'],
    ['regional 4 in 2', 'vertical 11 in 2', 'enterprise 8 in 2'],
    ['enterprise 1 in 2'],
  ]);
  expect(shape(landscapePages(largeHall))).toEqual([
    ['regional 28 in 4'],
    ['regional 2 in 1', 'vertical 11 in 2', 'enterprise 7 in 1'],
    ['enterprise 2 in 1'],
  ]);
  for (const pages of [portraitPages(largeHall), landscapePages(largeHall)]) {
    expect(idsOf(pages)).toEqual(largeHall.map((counter) => counter.id));
  }
});

test('a group that the hall lacks leaves no heading', () => {
  expect(shape(portraitPages(hallOf({ vertical: 3 })))).toEqual([['vertical 3 in 2']]);
});

test('an empty list has one empty page', () => {
  expect(pagesOf([], 5)).toEqual([[]]);
  expect(pagesOf([1, 2, 3], 2)).toEqual([[1, 2], [3]]);
});
