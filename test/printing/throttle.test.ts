import { expect, onTestFinished, test, vi } from 'vitest';
import { Throttle } from '../../electron/printing/throttle';

function throttled() {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const done: number[] = [];
  let asked = 0;
  const work = new Throttle(() => done.push(asked), { burst: 3, milliseconds: 200 });
  return {
    done,
    work,
    ask: () => {
      asked += 1;
      work.ask();
    },
  };
}

test('what is asked for now and then is done at once, each time', () => {
  const { done, ask } = throttled();
  for (const expected of [[1], [1, 2], [1, 2, 3]]) {
    ask();
    expect(done).toEqual(expected);
  }
  vi.advanceTimersByTime(600);
  for (let round = 0; round < 3; round += 1) ask();
  expect(done).toEqual([1, 2, 3, 4, 5, 6]);
  vi.advanceTimersByTime(10_000);
  expect(done).toEqual([1, 2, 3, 4, 5, 6]);
});

test('what is asked for without end is done once in so long, the last time after the last asking', () => {
  const { done, ask } = throttled();
  for (let round = 0; round < 1999; round += 1) {
    ask();
    vi.advanceTimersByTime(1);
  }
  expect(done.length).toBe(3 + 9);
  vi.advanceTimersByTime(10_000);
  expect(done.length).toBe(3 + 10);
  expect(done.at(-1)).toBe(1999);
});

test('nothing is done once it is stopped', () => {
  const { done, work, ask } = throttled();
  for (let round = 0; round < 5; round += 1) ask();
  work.stop();
  vi.advanceTimersByTime(1000);
  ask();
  expect(done).toEqual([1, 2, 3]);
});
