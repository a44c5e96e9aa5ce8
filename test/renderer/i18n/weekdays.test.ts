import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { weekdays } from '../../../electron/texts/weekdays';

const root = join(import.meta.dirname, '../../..');

test('the names of the days stand in one table', () => {
  const holders = ['electron', 'renderer', 'native'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name))
      .filter((file) => {
        const text = readFileSync(join(root, file), 'utf8');
        return Object.values(weekdays).some(
          (names) => names.filter((name) => new RegExp(`'${name}'`).test(text)).length > 2,
        );
      }),
  );
  expect(holders).toEqual(['electron/texts/weekdays.ts']);
});
