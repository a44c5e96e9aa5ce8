import { globSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { languages } from '../../electron/contract/languages';
import { catalogue } from '../../electron/texts/catalogue';
import { compareTexts } from '../../scripts/list-texts.mjs';

const folder = join(import.meta.dirname, '../../electron/texts');
const made: string[] = [];
afterEach(() => {
  for (const each of made.splice(0)) rmSync(each, { recursive: true });
});

test('each language of the list has its folder, and no folder is of another', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((each) => each.isDirectory());
  expect(folders.map(({ name }) => name).sort()).toEqual([...languages].sort());
});

test('no language has a text that nobody asks for, or that sets in other values than the Indonesian', () => {
  const wrong = Object.entries(compareTexts(folder)).map(([language, found]) => [language, found.wrong]);
  expect(Object.fromEntries(wrong)).toEqual(Object.fromEntries(languages.map((each) => [each, []])));
});

test('no key stands in two areas that are said together', () => {
  const root = join(import.meta.dirname, '../..');
  const twice = patternsOfTexts(root).flatMap(({ file, pattern }) => {
    const keys = globSync(join(root, dirname(file), pattern.replace('*', 'id'))).flatMap((area) =>
      Object.keys(JSON.parse(readFileSync(area, 'utf8'))),
    );
    return keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => ({ file, key }));
  });
  expect(twice).toEqual([]);
});

test('whoever takes an area from the catalogue names files that are there', () => {
  const root = join(import.meta.dirname, '../..');
  const areas = patternsOfTexts(root).map(({ file, pattern }) => ({
    ...{ file, pattern, found: globSync(join(root, dirname(file), pattern)).length },
  }));
  expect(areas.length).toBeGreaterThan(20);
  // A pattern that finds nothing would say nothing, in every language.
  expect(areas.filter(({ found }) => found === 0)).toEqual([]);
});

/** Each pattern of addresses by which a module takes texts from the catalogue. */
function patternsOfTexts(root: string): { readonly file: string; readonly pattern: string }[] {
  return globSync('{electron,renderer,native}/**/*.{ts,tsx}', { cwd: root }).flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/import\.meta\.glob\(\s*'([^']+)'/g)]
      .map(([, pattern = '']) => ({ file, pattern }))
      .filter(({ pattern }) => pattern.includes('texts/')),
  );
}

/** What the lobby's screen says to all at once. */
const indonesianAlone = 'display.json';

test('English lacks nothing, and Javanese nothing that visitors read', () => {
  const { en, jv } = compareTexts(folder);
  const ofAll = (missing: readonly string[] = []) =>
    missing.filter((each) => !each.startsWith(`${indonesianAlone}:`));
  expect(ofAll(en?.missing)).toEqual([]);
  expect(ofAll(jv?.missing).filter((each) => !each.startsWith('office/'))).toEqual([]);
});

test('what a language lacks, has too much, or sets in wrongly is listed', () => {
  const own = mkdtempSync(join(tmpdir(), 'antre-texts-'));
  made.push(own);
  const write = (language: string, texts: object) => {
    mkdirSync(join(own, language), { recursive: true });
    writeFileSync(join(own, language, 'waits.json'), JSON.stringify(texts));
  };
  write('id', { ahead: '{{count}} orang', soon: 'sebentar', around: 'pukul {{time}}' });
  write('su', { ahead: '{{count}} jalmi', ahead_one: 'hiji jalmi', around: 'tabuh {{when}}', other: 'x' });
  expect(compareTexts(own).su).toEqual({
    missing: ['waits.json: soon'],
    wrong: [
      'waits.json: around sets in {{when}}, which nobody gives it',
      'waits.json: around leaves out {{time}}',
      'waits.json: other is no text of it',
    ],
  });
});

test('what a language lacks is said in Indonesian, and counts choose the plural', () => {
  const texts = catalogue<{ soon: string; ahead: string }>({
    '../texts/id/waits.json': { soon: 'sebentar', ahead: '{{count}} orang' },
    '../texts/en/waits.json': { ahead: '{{count}} people', ahead_one: '{{count}} person' },
  });
  expect([texts.in('en')('soon'), texts.in('en')('ahead', { count: 1 })]).toEqual(['sebentar', '1 person']);
  expect(texts.everywhere('ahead', (language) => ({ count: language === 'jv' ? 1 : 2 }))).toEqual({
    id: '2 orang',
    en: '2 people',
    jv: '1 orang',
  });
});

test('a value that looks like a place for another is left alone', () => {
  const texts = catalogue<{ by: string }>({ 'id/x.json': { by: '{{name}}, {{time}}' } });
  expect(texts.in('id')('by', { name: '{{time}}', time: '08.00' })).toBe('{{time}}, 08.00');
});
