import { expect, test } from 'vitest';
import { ButtonPresses } from '../../native/hid/button-presses';

/** What is heard of reports that come one after the other, each so many milliseconds after the one before. */
function heard(reports: readonly (readonly [after: number, byte: number])[]): (string | null)[] {
  const presses = new ButtonPresses();
  let at = 0;
  return reports.map(([after, byte]) => {
    at += after;
    return presses.take(Uint8Array.of(byte, 0), at);
  });
}

test('a box that tells no release is heard at each press, after a pause', () => {
  expect(
    heard([
      [0, 1],
      [4_000, 1],
      [1_200, 1],
      [300, 2],
      [300, 1],
    ]),
  ).toEqual(['0100', '0100', '0100', '0200', '0100']);
});

test('a button that is held is heard once, however seldom its box repeats itself', () => {
  expect(
    heard([
      [0, 1],
      [20, 1],
      [1_020, 1],
      [1_020, 1],
      [500, 0],
      [50, 1],
    ]),
  ).toEqual(['0100', null, null, null, null, '0100']);
});

test('a worn contact that bounces is heard once, another button beside it and the next press too', () => {
  expect(
    heard([
      [0, 1],
      [12, 0],
      [9, 1],
      [7, 0],
      [30, 1],
      [200, 0],
      [20, 2],
      [60, 0],
      [300, 1],
    ]),
  ).toEqual(['0100', null, null, null, null, null, '0200', null, '0100']);
});
