import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';

// What docs/access tells buyers holds: the report has the form of OpenACR 0.1.0, and each test that it names is there.

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'docs/access');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

/** The levels of OpenACR's terms. */
const level = z.enum([
  'supports',
  'partially-supports',
  'does-not-support',
  'not-applicable',
  'not-evaluated',
]);
const criterion = z.strictObject({
  num: z.string().regex(/^\d+(\.\d+)+$/),
  components: z
    .array(
      z.strictObject({
        name: z.enum(['web', 'electronic-docs', 'software', 'authoring-tool', 'none']),
        adherence: z.strictObject({ level, notes: z.string().min(1) }),
      }),
    )
    .min(1),
});
const chapter = z.strictObject({
  notes: z.string().optional(),
  criteria: z
    .array(criterion)
    .min(1)
    .refine(
      (all) => new Set(all.map(({ num }) => num)).size === all.length,
      'a criterion stands there twice',
    ),
});
/** By GSA's OpenACR 0.1.0, with the chapters of its catalogues; stricter where that takes any text. */
const report = z.strictObject({
  title: z.string().endsWith('Accessibility Conformance Report'),
  product: z.strictObject({ name: z.string(), version: z.string(), description: z.string() }),
  author: z.strictObject({ name: z.string(), email: z.string() }),
  report_date: z.iso.date(),
  last_modified_date: z.iso.date(),
  version: z.int(),
  catalog: z.string(),
  license: z.string(),
  notes: z.string(),
  evaluation_methods_used: z.string(),
  chapters: z.strictObject({
    success_criteria_level_a: chapter,
    success_criteria_level_aa: chapter,
    en_301_549_functional_performance: chapter,
    en_301_549_generic_requirements: chapter,
    en_301_549_hardware: chapter,
    en_301_549_software: chapter,
  }),
});
const firstNumbers = {
  success_criteria_level_a: /^[1-4]\./,
  success_criteria_level_aa: /^[1-4]\./,
  en_301_549_functional_performance: /^4\.2\./,
  en_301_549_generic_requirements: /^5\./,
  en_301_549_hardware: /^8\./,
  en_301_549_software: /^11\./,
} as const;

const tests = new Set(
  readdirSync(join(root, 'test'), { recursive: true, encoding: 'utf8' }).map((path) => basename(path)),
);
const named = (text: string) => [...text.matchAll(/[\w-]+\.test\.ts/g)].map(([name]) => name);

test('the conformance report has the form of OpenACR, each criterion in its chapter', () => {
  const { chapters } = report.parse(parse(read('antre-openacr.yaml')));
  for (const [name, numbers] of Object.entries(firstNumbers)) {
    const { criteria } = chapters[name as keyof typeof chapters];
    expect(criteria.map(({ num }) => num).filter((num) => !numbers.test(num))).toEqual([]);
  }
});

test('the report’s product is the one in package.json', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  expect(report.parse(parse(read('antre-openacr.yaml'))).product.version).toBe(version);
});

test.each(['antre-openacr.yaml', 'README.md'])('each test that %s names is there', (file) => {
  const names = named(read(file));
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !tests.has(name))).toEqual([]);
});

test('of each clause of the table that the report has too, both say the same', () => {
  const { chapters } = report.parse(parse(read('antre-openacr.yaml')));
  const levels = new Map(
    chapters.en_301_549_generic_requirements.criteria.map(({ num, components }) => [
      num,
      components[0]?.adherence.level,
    ]),
  );
  const unlike = read('README.md')
    .split('\n')
    .flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const answer = cells.at(-2) ?? '';
      // `5.1.3.11, .12` is two clauses.
      const [first = '', ...more] = (cells[1] ?? '').split(', ');
      const clauses = [
        first,
        ...more.map((end) => (end.startsWith('.') ? first.replace(/\.\d+$/, end) : end)),
      ];
      return clauses
        .filter((clause) => levels.has(clause))
        .filter((clause) => (levels.get(clause) === 'supports') !== /^yes$/.test(answer))
        .map((clause) => `${clause}: ${answer}, ${levels.get(clause)}`);
    });
  expect(unlike).toEqual([]);
});
