import { expect, test } from 'vitest';
import { type FieldShape, fieldShapes } from '../../electron/contract/field-shapes';
import { fieldNames } from '../../electron/contract/history/field-names';
import { valueNames } from '../../electron/contract/history/value-names';
import { displayWords, type FieldWords, settingWords } from '../../electron/contract/setting-words';
import type { SettingKey } from '../../electron/contract/settings';

type Words = FieldWords & { readonly section?: string | null };
const shapes: Readonly<Record<string, FieldShape>> = fieldShapes.settings;
const rows: (readonly [string, Words, FieldShape | undefined])[] = [
  ...Object.entries<Words>(settingWords)
    .filter(([, { section }]) => section !== null)
    .map(([key, words]) => [key, words, shapes[key]] as const),
  ...Object.entries<Words>(displayWords).map(
    ([key, words]) => [key, words, shapes.display?.parts?.[key]] as const,
  ),
];

test('a setting without words, or without a section, is an error of types', () => {
  const { recallLimit: _forgotten, ...others } = settingWords;
  // @ts-expect-error: one setting has no words.
  const words: Readonly<Record<SettingKey, FieldWords>> = others;
  // @ts-expect-error: nobody said where it is set.
  const setting: (typeof settingWords)[SettingKey] = { label: { id: 'Contoh', en: 'Example' } };
  expect([words, setting]).toHaveLength(2);
});

test('each setting that stands in a section can be changed there, within the bounds of its schema', () => {
  expect(rows.length).toBeGreaterThan(35);
  expect(rows.filter(([, , shape]) => shape === undefined).map(([key]) => key)).toEqual([]);
  const unbounded = rows.filter(
    ([, , shape]) =>
      shape?.type === 'number' &&
      (shape.min === undefined || (shape.max ?? Number.MAX_SAFE_INTEGER) === Number.MAX_SAFE_INTEGER),
  );
  expect(unbounded.map(([key]) => key)).toEqual([]);
  expect(fieldShapes.settings.recallLimit).toEqual({
    ...{ type: 'number', isNullable: false, min: 0, max: 20, isWhole: true },
  });
  expect(fieldShapes.counters.waitLimitMinutes).toMatchObject({ isNullable: true, min: 1, max: 600 });
});

test('each value of a setting that knows only some words has a name', () => {
  const unnamed = rows.flatMap(([key, { values }, shape]) =>
    (shape?.type === 'choice' ? (shape.choices ?? []) : [])
      .filter((choice) => typeof choice === 'string' && values?.[choice] === undefined)
      .map((choice) => `${key}: ${choice}`),
  );
  expect(unnamed).toEqual([]);
  expect(valueNames.slot?.below).toEqual({ id: 'di bawah layar', en: 'below the screen' });
});

test('the history calls a setting by its label, as a name within a sentence', () => {
  expect(fieldNames.siteName).toEqual({ id: 'nama balai', en: "the hall's name" });
  expect(fieldNames.waitLimitMinutes).toEqual({
    id: 'batas waktu menunggu (menit)',
    en: 'limit of waiting (minutes)',
  });
  expect(fieldNames.exitPin.id).toBe('PIN penutup kios');
  expect(fieldNames.kioskColours.id).toBe('warna kios');
});

test('a pattern that a form is given means to a browser what the schema means', () => {
  const patternOf = ({ pattern = '' }: FieldShape) => new RegExp(`^(?:${pattern})$`, 'v');
  expect(patternOf(fieldShapes.people.username).test('siti.r-2')).toBe(true);
  expect(patternOf(fieldShapes.people.username).test('Siti')).toBe(false);
  expect(patternOf(fieldShapes.counters.code).test('IM2')).toBe(true);
});
