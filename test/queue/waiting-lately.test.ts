import { expect, test } from 'vitest';
import { momentsLately, waitingAt } from '../../electron/queue/waiting-lately';

const at = (time: string) => Date.parse(`2026-11-24T${time}:00+07:00`);

test('two hours are told at whole ten minutes', () => {
  const moments = momentsLately(at('10:07'));
  expect([moments.length, moments[0], moments[11]]).toEqual([12, at('08:10'), at('10:00')]);
  expect(momentsLately(at('10:10'))[11]).toBe(at('10:10'));
});

test('somebody waits from their arrival until just before they are called', () => {
  const waits = [
    { from: at('09:00'), until: at('09:20') },
    { from: at('09:10'), until: null },
    { from: at('09:21'), until: at('09:29') },
  ];
  const moments = ['08:50', '09:00', '09:10', '09:20', '09:30'].map(at);
  expect(waitingAt(waits, moments)).toEqual([0, 1, 2, 1, 1]);
});
