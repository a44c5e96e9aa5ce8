import { expect, test } from 'vitest';
import { weekdayName } from '../../../electron/texts/dates';
import en from '../../../electron/texts/en/kiosk.json';
import id from '../../../electron/texts/id/kiosk.json';
import jv from '../../../electron/texts/jv/kiosk.json';
import { kioskTexts } from '../../../renderer/i18n/kiosk-texts';
import { formatDate } from '../../../renderer/i18n/time';

test('no text shouts, and dashes between numbers are the long ones', () => {
  const all = [id, en, jv].flatMap((each) => Object.values(each));
  expect(all.filter((text) => /!|\d-\d/.test(text))).toEqual([]);
});

test('English has one person and two people; Indonesian and Javanese have one form', () => {
  const waiting = (language: 'id' | 'en' | 'jv', count: number) =>
    kioskTexts(language).t('waiting', { count });
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
