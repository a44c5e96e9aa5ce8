import fc from 'fast-check';
import { expect, test } from 'vitest';
import { standardPages } from '../../renderer/kiosk/standard/standard-pages';
import { runCount } from '../support/run-count';

const room = { rows: 6, letters: 10 };

test('passages stand in their order, and one that is too long goes on under its heading', () => {
  const passages = [
    { heading: 'Waktu', text: '3 hari' },
    { heading: 'Prosedur', text: 'satu dua tiga\nempat lima enam tujuh delapan' },
  ];
  expect(standardPages(passages, room)).toEqual([
    [{ heading: 'Waktu', text: '3 hari' }],
    [{ heading: 'Prosedur', text: 'satu dua tiga\nempat lima enam tujuh' }],
    [{ heading: 'Prosedur', text: 'delapan' }],
  ]);
  expect(standardPages([], room)).toEqual([]);
});

test('no word is lost, and no page has more rows than it has room for', () => {
  const word = fc.stringMatching(/^[a-z]{1,10}$/);
  const text = fc.array(
    fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' ')),
    {
      minLength: 1,
      maxLength: 6,
    },
  );
  const passage = text.map((lines) => ({ heading: 'h', text: lines.join('\n') }));
  fc.assert(
    fc.property(fc.array(passage, { maxLength: 6 }), (passages) => {
      const pages = standardPages(passages, room);
      const words = (all: readonly { readonly text: string }[]) =>
        all.flatMap((each) => each.text.split(/\s/)).filter((each) => each !== '');
      expect(words(pages.flat())).toEqual(words(passages));
      for (const page of pages) {
        // Of each line as many rows as its words fill at least.
        const least = page.map(
          (each) => 2 + each.text.split('\n').reduce((sum, line) => sum + Math.ceil(line.length / 10 / 2), 0),
        );
        expect(least.reduce((sum, rows) => sum + rows, 0)).toBeLessThanOrEqual(room.rows);
      }
    }),
    { numRuns: runCount(100) },
  );
});
