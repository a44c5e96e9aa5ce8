import { expect, test } from 'vitest';
import { type FieldShape, fieldShapes } from '../../electron/contract/field-shapes';
import { fieldName } from '../../electron/contract/history/field-names';
import { displayFields, settingFields, settingWords } from '../../electron/contract/setting-words';
import type { SettingKey } from '../../electron/contract/settings';
import { type Catalogue, catalogue } from '../../electron/texts/catalogue';
import type indonesian from '../../electron/texts/id/office/setting-words.json';

const shapes: Readonly<Record<string, FieldShape>> = fieldShapes.settings;
const settingKeys = Object.keys(settingFields) as SettingKey[];
const displayKeys = Object.keys(displayFields) as (keyof typeof displayFields)[];
const rows = [
  ...settingKeys
    .filter((key) => settingFields[key].section !== null)
    .map((key) => [key, settingWords(key, 'id'), shapes[key]] as const),
  ...displayKeys.map((key) => [key, settingWords(key, 'id'), shapes.display?.parts?.[key]] as const),
];

test('a setting without words, or without a section, is an error of types', () => {
  type Others = Omit<typeof indonesian, 'recallLimit'>;
  // @ts-expect-error: one setting has no words.
  const words: Catalogue<SettingKey> = catalogue<Others>({});
  const { recallLimit: _forgotten, ...others } = settingFields;
  // @ts-expect-error: nobody said where one is set.
  const fields: Readonly<Record<SettingKey, object>> = others;
  expect([words, fields]).toHaveLength(2);
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
  expect(settingWords('slot', 'en').values?.below).toBe('below the screen');
});

test('the history calls a setting by its label, as a name within a sentence', () => {
  expect(fieldName('siteName', 'en')).toBe("the hall's name");
  expect(fieldName('waitLimitMinutes', 'id')).toBe('batas menunggu terlalu lama (menit)');
  expect(fieldName('waitLimitMinutes', 'en')).toBe('waiting too long (minutes)');
  expect(fieldName('exitPin', 'id')).toBe('PIN penutup kios');
  expect(fieldName('kioskColours', 'id')).toBe('warna kios');
});

test('a pattern that a form is given means to a browser what the schema means', () => {
  const patternOf = ({ pattern = '' }: FieldShape) => new RegExp(`^(?:${pattern})$`, 'v');
  expect(patternOf(fieldShapes.people.username).test('siti.r-2')).toBe(true);
  expect(patternOf(fieldShapes.people.username).test('Siti')).toBe(false);
  expect(patternOf(fieldShapes.counters.code).test('IM2')).toBe(true);
});
