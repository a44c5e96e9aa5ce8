import { describe, expect, test } from 'vitest';
import { freeDeskOf } from '../../renderer/staff/counter/hall-acts';
import { officersWords, shortName } from '../../renderer/staff/hall/officers-words';
import { settled } from '../../renderer/staff/hall/use-held-order';
import { waitedWords } from '../../renderer/staff/waited';
import { ago, hallCounter as counter, hallNow, hallOf, mannedDesk } from '../support/hall-counters';

/** What is said, by its key and values. */
const t = (key: string, values: object = {}) => [key, ...Object.values(values)].join(' ');
const freeDesk = { ...mannedDesk, user: null };

test('a wait is told in minutes up to 89, then in hours', () => {
  const words = (minutes: number) => waitedWords(t as never, ago(minutes), hallNow);
  expect([0, 89, 100, 120].map(words)).toEqual([
    'waited.minutes 0',
    'waited.minutes 89',
    'waited.hoursMinutes 1 40',
    'waited.hours 2',
  ]);
});

test('what stands in a place stays there, what is new comes last, what is gone leaves no gap', () => {
  expect(settled(['B', 'A', 'C'], ['A', 'C', 'D', 'B'])).toEqual(['B', 'A', 'C', 'D']);
  expect(settled(['B', 'A', 'C'], ['C', 'B'])).toEqual(['B', 'C']);
});

describe('who serves', () => {
  const words = (desks: (typeof mannedDesk)[]) =>
    officersWords(counter('A', { desks }), t as never, (moment) => `at ${moment}`);
  const named = (id: string, displayName: string) => ({ ...mannedDesk, id, user: { id, displayName } });
  const pause = { reason: 'Salat', since: 'S', until: null };

  test('is told by the whole name of one, and by short names of several', () => {
    expect(words([mannedDesk])).toBe('Siti Rahmawati');
    expect(words([mannedDesk, freeDesk])).toBe('hall.officersOf Siti Rahmawati 1 2');
    expect(words([mannedDesk, named('2', 'Dwi Hartono'), named('3', 'Agus')])).toBe(
      'hall.officersOf Siti R., Dwi H. 3 3',
    );
    expect(shortName('Sukarno')).toBe('Sukarno');
  });

  test('is nobody, or who rests and until when', () => {
    expect(words([freeDesk])).toBeNull();
    expect(words([{ ...mannedDesk, pause }])).toBe('hall.rests Siti Rahmawati at S');
    expect(words([{ ...mannedDesk, pause: { ...pause, until: 'U' } }])).toBe(
      'hall.restsUntil Siti Rahmawati at U',
    );
  });
});

test('a desk is free where nobody sits at it under any of its counters, and all of them are seen', () => {
  const both = [
    { id: 'A', code: 'A', name: mannedDesk.counter.name },
    { id: 'B', code: 'B', name: mannedDesk.counter.name },
  ];
  const [free, manned] = [
    { ...freeDesk, counters: both },
    { ...mannedDesk, counters: both },
  ];
  const atA = counter('A', { desks: [free] });
  expect(freeDeskOf(hallOf([atA]), atA)).toBeNull();
  expect(freeDeskOf(hallOf([atA, counter('B', { desks: [manned] })]), atA)).toBeNull();
  expect(freeDeskOf(hallOf([atA, counter('B', { desks: [free] })]), atA)).toBe(free);
});
