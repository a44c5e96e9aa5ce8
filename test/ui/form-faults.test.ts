import { expect, test } from 'vitest';
import { fieldShapes } from '../../electron/contract/field-shapes';
import { formFaults, typedNumber } from '../../renderer/ui/office/form-faults';

test('letters and nought stay as they were typed, and are refused in words', () => {
  expect([typedNumber('12', true), typedNumber('0', true), typedNumber(' 7 ', true)]).toEqual([12, 0, 7]);
  expect([typedNumber('1o', true), typedNumber('1,5', true), typedNumber('-', true)]).toEqual([
    '1o',
    '1,5',
    '-',
  ]);
  expect([typedNumber('1,5', false), typedNumber('80.25', false), typedNumber('', true)]).toEqual([
    1.5,
    80.25,
    null,
  ]);
  const minutes = fieldShapes.services.usualMinutes;
  const faultOf = (value: unknown) =>
    formFaults([{ key: 'usualMinutes', shape: minutes, value }]).usualMinutes;
  expect(faultOf('1o')).toEqual({ code: 'digits', values: {} });
  expect(faultOf(0)).toEqual({ code: 'too_small', values: { bound: 1 } });
  expect(faultOf(481)).toEqual({ code: 'too_big', values: { bound: 480 } });
  expect(faultOf(null)).toEqual({ code: 'missing', values: {} });
  expect(faultOf(10)).toBe(undefined);
});

test('a number that may be left out is missing nowhere', () => {
  const shape = fieldShapes.services.quotaPerDay;
  expect(formFaults([{ key: 'quotaPerDay', shape, value: null }])).toEqual({});
  expect(formFaults([{ key: 'quotaPerDay', shape, value: 'banyak' }])).toEqual({
    quotaPerDay: { code: 'digits', values: {} },
  });
});

test('each language of a text is looked at by itself, and the lines of a list', () => {
  const { name, documents } = fieldShapes.services;
  const long = 'a'.repeat(404);
  expect(
    formFaults([
      { key: 'name', shape: name, value: { id: '', en: long, jv: 'Paspor' } },
      { key: 'documents', shape: documents, value: { id: ['KTP', 'b'.repeat(203)], en: [], jv: [] } },
    ]),
  ).toEqual({
    'name.id': { code: 'missing', values: {} },
    'name.en': { code: 'over', values: { count: 4, bound: 400 } },
    'documents.id.1': { code: 'over', values: { count: 3, bound: 200 } },
  });
});
