import { expect, test } from 'vitest';
import type { Figures } from '../../electron/contract/evaluation/figures';
import { ownInstruments } from '../../electron/evaluation/own-instruments';
import {
  aspectIndex,
  gradeOf,
  partsThere,
  stepReached,
  totalIndex,
  withParts,
} from '../../electron/evaluation/points';

const [own] = ownInstruments;
if (!own) throw new Error('no instrument comes with Antre');
const indicators = own.aspects.flatMap((aspect) => aspect.indicators);

function indicatorOf(number: number) {
  const found = indicators.find((each) => each.number === number);
  if (!found) throw new Error(`no indicator ${number}`);
  return found;
}

function pointsOf(number: number, figures: Figures) {
  return stepReached(indicatorOf(number), figures)?.points ?? null;
}

test.each<readonly [string, number, Figures, number | null]>([
  ['all followed up on the day of a month', 9, { 'skm.planned': 3, 'skm.months': 1 }, 5],
  ['a month and a day', 9, { 'skm.planned': 3, 'skm.months': 2 }, 4],
  ['three months', 9, { 'skm.planned': 3, 'skm.months': 3 }, 4],
  ['three months and a day', 9, { 'skm.planned': 3, 'skm.months': 4 }, 3],
  ['twelve months', 9, { 'skm.planned': 3, 'skm.months': 12 }, 1],
  ['twelve months and a day', 9, { 'skm.planned': 3, 'skm.months': 13 }, 0],
  ['not all followed up, of what is planned', 9, { 'skm.planned': 3, 'skm.months': null }, 0],
  [
    'a survey with too few answers',
    6,
    { 'skm.forms': 9, 'skm.elements': 9, 'skm.enough': 0, 'skm.reports': 1 },
    1,
  ],
  ['all done', 8, { 'skm.donePercent': 100 }, 5],
  ['81 % done', 8, { 'skm.donePercent': 81 }, 4],
  ['a little above 80 % done', 8, { 'skm.donePercent': 80.1 }, 4],
  ['80 % done', 8, { 'skm.donePercent': 80 }, 3],
  ['30 % done', 8, { 'skm.donePercent': 30 }, 3],
  ['29.9 % done', 8, { 'skm.donePercent': 29.9, 'skm.done': 1 }, 2],
  ['planned and nothing done', 8, { 'skm.donePercent': 0, 'skm.done': 0, 'skm.planned': 2 }, 1],
  ['nothing planned', 8, { 'skm.planned': 0, 'skm.donePercent': null }, 0],
  ['SKM on five media', 7, { parts: 5 }, 5],
  ['SKM on four media', 7, { parts: 4 }, 4],
  ['SKM nowhere', 7, { parts: 0 }, 0],
  ['standards on four media and SIPPN', 3, { 'standards.media': 4, missing: 0 }, 5],
  ['standards on four media without SIPPN', 3, { 'standards.media': 4, missing: 1 }, 2],
  ['13 things for people with special needs', 18, { parts: 13 }, 5],
  ['12 of them', 18, { parts: 12 }, 4],
  ['none of them', 18, { parts: 0 }, 0],
  ['90 % of SP4N finished', 28, { 'complaints.sp4nPercent': 90 }, 5],
  ['89.9 % of SP4N finished', 28, { 'complaints.sp4nPercent': 89.9 }, 4],
  ['half of those finished that are not in SP4N', 28, { 'complaints.finishedPercent': 50 }, 2],
  ['compulsory things lacking', 16, { missing: 1, parts: 6 }, 0],
  ['compulsory things and four more', 16, { missing: 0, parts: 4 }, 5],
  ['nothing known', 16, {}, null],
  ['what is judged by people alone', 29, { 'skm.forms': 5 }, null],
])('%s', (_, number, figures, points) => {
  expect(pointsOf(number, figures)).toBe(points);
});

test('a part is there by what the hall measures or by somebody saying so', () => {
  const waitingRoom = indicatorOf(16);
  const measured = { 'queue.monitor': 1 };
  const there = partsThere(waitingRoom, measured, ['chairs', 'queue-monitor', 'wifi']);
  expect(there.filter(({ by }) => by)).toEqual([
    { name: 'chairs', by: 'hand' },
    { name: 'queue-monitor', by: 'data' },
    { name: 'wifi', by: 'hand' },
  ]);
  expect(withParts(waitingRoom, measured, ['chairs', 'wifi'])).toEqual({ ...measured, parts: 2, missing: 1 });
  expect(withParts(waitingRoom, measured, null)).toEqual({ ...measured, parts: 1, missing: 2 });
  expect(withParts(waitingRoom, {}, null)).toEqual({});
  // Said to be without all of it.
  expect(withParts(indicatorOf(15), {}, [])).toEqual({ parts: 0, missing: 0 });
});

test('an index is the weighted mean, and what nobody answered counts as nothing and is counted', () => {
  const full = new Map(indicators.map(({ number }) => [number, 5]));
  expect(totalIndex(own, full)).toEqual({ index: 5, empty: 0 });
  const [policy, people] = own.aspects;
  if (!policy || !people) throw new Error('an aspect is missing');
  // 17 and 14 of 100 at 5 and 4, 24 of 100: by hand 1.41 and 0.3384.
  const two = new Map([
    [1, 5],
    [2, 4],
  ]);
  expect(aspectIndex(policy, two)).toEqual({ index: 1.41, empty: 7 });
  expect(aspectIndex(people, two)).toEqual({ index: 0, empty: 5 });
  expect(totalIndex(own, two)).toEqual({ index: 0.34, empty: 28 });
  // Asked besides: no part of the total.
  expect(totalIndex(own, new Map([[31, 5]]))).toEqual({ index: 0, empty: 30 });
});

test.each([
  [4.51, 'A, pelayanan prima'],
  [4.5, 'A-, sangat baik'],
  [3.51, 'B, baik'],
  [0, 'F, gagal'],
])('a total of %d is called %s', (index, name) => {
  expect(gradeOf(own, index)).toBe(name);
});
