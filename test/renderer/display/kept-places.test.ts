import { expect, test } from 'vitest';
import { keptPlaces } from '../../../renderer/display/kept-places';

const present = (letters: string, first = '') =>
  Array.from(letters, (id) => ({ id, isFirst: first.includes(id) }));
const shown = (places: readonly (string | null)[]) => places.map((id) => id ?? '.').join('');

test('a counter keeps its place while others leave and come, and a new one takes what is free', () => {
  const first = keptPlaces([], present('ABCD'), 6);
  expect(shown(first)).toBe('ABCD');
  const without = keptPlaces(first, present('ACD'), 6);
  expect(shown(without)).toBe('A.CD');
  expect(shown(keptPlaces(without, present('ACDZ'), 6))).toBe('AZCD');
});

test('where fewer pages are enough, the last ones fill what is free', () => {
  const two = keptPlaces([], present('ABCDEFGH'), 6);
  expect(shown(keptPlaces(two, present('ACDFGH'), 6))).toBe('AHCDGF');
});

test('a stopped counter that people wait for changes places with the front, and all others stay', () => {
  const before = keptPlaces([], present('ABCD'), 6);
  expect(shown(keptPlaces(before, present('ABCD', 'C'), 6))).toBe('CBAD');
  expect(shown(keptPlaces(before, present('ABCD', 'A'), 6))).toBe('ABCD');
  const both = keptPlaces(before, present('ABCD', 'CD'), 6);
  expect(shown(both)).toBe('CDAB');
  expect(shown(keptPlaces(both, present('ABCD', 'CD'), 6))).toBe('CDAB');
});
