import { expect, test } from 'vitest';
import { isQuiet } from '../../renderer/voice/quiet-hours';

const at = (time: string) => Date.parse(`2026-11-24T${time}:00+07:00`);
const quietAt = (from: string, to: string, times: readonly string[]) =>
  times.filter((time) => isQuiet({ from, to }, at(time), 'Asia/Jakarta'));

test('quiet hours are the hall’s own, from the first minute until the last', () => {
  expect(quietAt('12:00', '13:00', ['11:59', '12:00', '12:59', '13:00'])).toEqual(['12:00', '12:59']);
});

test('quiet hours may pass midnight', () => {
  expect(quietAt('21:00', '07:00', ['20:59', '21:00', '00:00', '06:59', '07:00'])).toEqual([
    '21:00',
    '00:00',
    '06:59',
  ]);
});

test('without quiet hours, or with none between two equal times, it is never quiet', () => {
  expect(isQuiet(null, at('03:00'), 'Asia/Jakarta')).toBe(false);
  expect(quietAt('08:00', '08:00', ['07:59', '08:00', '08:01'])).toEqual([]);
});
