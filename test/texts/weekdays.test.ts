import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { languages } from '../../electron/contract/languages';
import { weekdayName } from '../../electron/texts/dates';

const namesOfDays = languages.map((language) =>
  [1, 2, 3, 4, 5, 6, 7].map((day) => weekdayName(day, language)),
);
const root = join(import.meta.dirname, '../..');

test('the names of the days stand in the catalogue alone', () => {
  const holders = ['electron', 'renderer', 'native'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name))
      .filter((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        return namesOfDays.some(
          (names) => names.filter((name) => new RegExp(`'${name}'`).test(text)).length > 2,
        );
      }),
  );
  expect(holders).toEqual([]);
});
