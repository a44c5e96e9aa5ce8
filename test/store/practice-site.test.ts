import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Localized } from '../../electron/contract/common';
import { importConfiguration, parseConfiguration } from '../../electron/store/import-configuration';
import { temporaryStore } from '../support/temporary-store';

const file = new URL('../../electron/store/practice-site.json', import.meta.url);
const practiceSite = parseConfiguration(readFileSync(file, 'utf8'), 'practice-site.json');
const counter = (code: string) => practiceSite.counters.find((each) => each.code === code);

test('the practice site is a valid configuration and goes into an empty database', () => {
  const store = temporaryStore();
  expect(importConfiguration(store, practiceSite, Date.parse('2026-11-24T09:00+07:00'))).toBe(true);
});

test('it has the 26 counters of the hall, in its three groups and in the order of the screen', () => {
  const codes = (group: string) =>
    practiceSite.counters.filter((each) => each.group === group).map((each) => each.code);
  expect({
    regional: codes('regional'),
    vertical: codes('vertical'),
    enterprise: codes('enterprise'),
  }).toEqual({
    regional: ['A', 'K', 'R', 'L', 'B', 'U', 'Z', 'M', 'N', 'C', 'F', 'H'],
    vertical: ['IM', 'KJ', 'BN', 'PJ', 'PA', 'KM', 'PR', 'SM'],
    enterprise: ['BK', 'BT', 'TS', 'BJ', 'BR', 'AM'],
  });
});

test('the ten institutions of the cooperation agreement are marked as the seed', () => {
  expect(practiceSite.counters.filter((each) => each.source === 'seed').map((each) => each.code)).toEqual([
    'IM',
    'KJ',
    'BN',
    'PJ',
    'PA',
    'KM',
    'BK',
    'BT',
    'TS',
    'BJ',
  ]);
});

test('every text is there in three languages, and every document list has the same lines in each', () => {
  const missing: string[] = [];
  const check = (where: string, text: Localized) => {
    for (const language of ['id', 'en', 'jv'] as const)
      if (text[language] === '') missing.push(`${where}.${language}`);
  };
  for (const each of practiceSite.counters) {
    check(`${each.code}.name`, each.name);
    check(`${each.code}.hint`, each.hint);
    for (const service of each.services) {
      check(`${each.code}.${service.name.id}`, service.name);
      const lines = [service.documents.id.length, service.documents.en.length, service.documents.jv.length];
      if (new Set(lines).size > 1) missing.push(`${each.code}.${service.name.id}.documents: ${lines}`);
    }
  }
  expect(missing).toEqual([]);
});

test('a hint has at most 24 characters, and each of its parts at most 18, which fit beside a state', () => {
  const long = practiceSite.counters
    .flatMap((each) => Object.values(each.hint).map((hint) => hint ?? ''))
    .filter((hint) => hint.length > 24 || hint.split(', ').some((part) => part.length > 18));
  expect(long).toEqual([]);
});

test('desks are numbered from 1 through the hall, several for the civil registry', () => {
  expect(practiceSite.counters.flatMap((each) => each.desks.map((desk) => desk.number))).toEqual(
    Array.from({ length: 32 }, (_, index) => index + 1),
  );
  expect(counter('K')?.desks.map((desk) => desk.label)).toEqual(['3', '4', '5']);
});

test('the passport desk comes on Wednesday mornings with 15 numbers', () => {
  expect({
    week: counter('IM')?.hours?.week,
    quota: counter('IM')?.services.map((service) => service.quotaPerDay),
  }).toEqual({ week: [{ weekday: 3, opens: '08:00', closes: '11:30', breaks: [] }], quota: [15, null] });
});
