import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { largeRooms } from '../../scripts/large-rooms.mjs';

// The layers of docs/architecture.md, as `npm run check` asks .dependency-cruiser.cjs for them, over a house of a few files.

const root = join(import.meta.dirname, '../..');

/** A house that has these files, by their paths. */
function houseOf(files: Readonly<Record<string, string>>): string {
  const house = mkdtempSync(join(tmpdir(), 'antre-layers-'));
  onTestFinished(() => rmSync(house, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  return house;
}

/** Which rules a house breaks that has these files, by their paths. */
function broken(files: Readonly<Record<string, string>>): string[] {
  const house = houseOf(files);
  for (const name of ['node_modules', 'tsconfig.json']) symlinkSync(join(root, name), join(house, name));
  const { stdout } = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      '--config',
      join(root, '.dependency-cruiser.cjs'),
      '--output-type',
      'json',
      ...new Set(Object.keys(files).map((path) => path.split('/')[0] ?? '')),
    ],
    { cwd: house, encoding: 'utf8' },
  );
  const { violations } = JSON.parse(stdout).summary as { violations: { rule: { name: string } }[] };
  return [...new Set(violations.map(({ rule }) => rule.name))].sort();
}

test('what keeps to the layers breaks none', () => {
  expect(
    broken({
      'electron/actions/close-counter.ts':
        "import { isOpen } from '../queue/opening'; export const close = isOpen;",
      'electron/queue/opening.ts': 'export const isOpen = true;',
      'renderer/admin/main.tsx': "import { Button } from '../ui/button'; export const page = Button;",
      'renderer/ui/button.tsx': 'export const Button = null;',
    }),
  ).toEqual([]);
});

test('an arrow up the layers is refused', () => {
  expect(
    broken({
      'electron/queue/opening.ts': "import { answer } from '../server/answer'; export const isOpen = answer;",
      'electron/server/answer.ts': 'export const answer = true;',
    }),
  ).toEqual(['queue-imports-texts']);
});

test('two files that import each other are refused', () => {
  expect(
    broken({
      'electron/queue/opening.ts': "import { hours } from './hours'; export const isOpen = hours;",
      'electron/queue/hours.ts': "import { isOpen } from './opening'; export const hours = () => isOpen;",
    }),
  ).toEqual(['no-cycles']);
});

test('a page that takes from another page is refused', () => {
  expect(
    broken({
      'renderer/admin/main.tsx': "import { desk } from '../staff/desk'; export const page = desk;",
      'renderer/staff/desk.tsx': 'export const desk = null;',
    }),
  ).toEqual(['admin-imports-no-other-surface']);
});

test('a page that reads the store is refused', () => {
  expect(
    broken({
      'renderer/admin/main.tsx':
        "import { rows } from '../../electron/store/rows'; export const page = rows;",
      'electron/store/rows.ts': 'export const rows = [];',
    }),
  ).toEqual(['admin-imports-no-other-surface', 'renderer-imports-contract-and-texts']);
});

test('a folder over a fifth of its floor is named', () => {
  const house = houseOf(
    Object.fromEntries(
      ['closing', 'devices', 'heavy', 'images', 'printing', 'time'].map((room) => [
        `electron/${room}/a.ts`,
        'line;\n'.repeat(room === 'heavy' ? 3 : 2),
      ]),
    ),
  );
  expect(largeRooms(house, 13)).toEqual(['electron/heavy holds 3 of the 13 lines of electron']);
  expect(largeRooms(house, 14)).toEqual([]);
});
