import { expect, test } from 'vitest';
import type { ServiceState } from '../../../electron/contract/standing';
import {
  type BoardCounter,
  isLookedFor,
  openWithoutQueue,
  stopsInTheWay,
} from '../../../renderer/display/on-the-board';

const text = (id: string) => ({ id, en: id, jv: id });

function counter(id: string, state: ServiceState, waiting: number, number?: string): BoardCounter {
  return {
    id,
    code: id,
    name: text(id),
    group: 'regional',
    zone: '',
    waiting,
    nowServing: number ? [{ number, desk: '1' }] : [],
    standing: { status: 'open', state, reason: null, opensAt: null, until: null, cause: null },
  };
}

const stop = (counterId: string | null) => ({
  of: counterId === null ? null : text(counterId),
  counterId,
  reason: text('Berhenti sebentar'),
  cause: null,
  until: null,
  letters: [],
});

test('what has neither a call nor a queue is no longer on the board, and only what is served is named as open', () => {
  const counters = [
    counter('A', 'serving', 0),
    counter('B', 'serving', 3),
    counter('C', 'serving', 0, 'C-001'),
    counter('D', 'promised', 0),
    counter('E', 'closed', 0),
  ];
  expect(counters.filter(isLookedFor).map(({ id }) => id)).toEqual(['B', 'C']);
  expect(openWithoutQueue({ counters }).map(({ id }) => id)).toEqual(['A']);
});

test('a stop fills the notice only while somebody waits behind it', () => {
  const counters = [counter('A', 'stopped', 2), counter('B', 'stopped', 0)];
  const stops = [stop('A'), stop('B')];
  expect(stopsInTheWay({ stops, counters }).map(({ counterId }) => counterId)).toEqual(['A']);
  expect(stopsInTheWay({ stops: [stop(null)], counters })).toHaveLength(1);
  expect(stopsInTheWay({ stops: [stop(null)], counters: [counter('A', 'stopped', 0)] })).toEqual([]);
});
