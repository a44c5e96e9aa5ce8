import { expect, test } from 'vitest';
import { weekdayName } from '../../../electron/texts/dates';
import en from '../../../renderer/i18n/kiosk/en.json';
import id from '../../../renderer/i18n/kiosk/id.json';
import jv from '../../../renderer/i18n/kiosk/jv.json';
import { formatDate } from '../../../renderer/i18n/time';
import { translations } from '../../../renderer/i18n/translations';

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = { id, en, jv };
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

test.each(['en', 'jv'])('%s has every text of the kiosk, with the same values set in', (language) => {
  const faults = Object.entries(id).flatMap(([key, indonesian]) => {
    const text = texts[language]?.[key];
    if (!text) return [`${key} is missing`];
    return placeholders(text).every((name) => placeholders(indonesian).includes(name))
      ? []
      : [`${key} sets in another value`];
  });
  expect(faults).toEqual([]);
});

test('no text shouts, and dashes between numbers are the long ones', () => {
  const all = Object.values(texts).flatMap((each) => Object.values(each));
  expect(all.filter((text) => /!|\d-\d/.test(text))).toEqual([]);
});

test('English has one person and two people; Indonesian and Javanese have one form', () => {
  const translate = translations<keyof typeof id>({ id, en, jv });
  const waiting = (language: 'id' | 'en' | 'jv', count: number) => translate(language)('waiting', { count });
  expect([waiting('en', 1), waiting('en', 2), waiting('id', 1), waiting('jv', 2)]).toEqual([
    '1 person waiting',
    '2 people waiting',
    '1 orang menunggu',
    '2 tiyang ngentosi',
  ]);
});

test('days are named in the hall’s languages and zone', () => {
  // 17.30 in London is the next day in Kajen.
  const moment = '2026-11-24T17:30:00Z';
  const day = (language: 'id' | 'en' | 'jv') => formatDate(moment, 'Asia/Jakarta', language, { year: false });
  expect([day('id'), day('en'), day('jv')]).toEqual([
    'Rabu, 25 November',
    'Wednesday, 25 November',
    'Rebo, 25 November',
  ]);
  expect([1, 7].map((weekday) => weekdayName(weekday, 'jv'))).toEqual(['Senen', 'Ahad']);
  expect([1, 7].map((weekday) => weekdayName(weekday, 'id'))).toEqual(['Senin', 'Minggu']);
});
